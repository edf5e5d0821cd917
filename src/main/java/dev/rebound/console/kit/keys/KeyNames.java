package dev.rebound.console.kit.keys;

import dev.rebound.words.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** How keys are called on the keyboards of a language. */
public final class KeyNames {
    private KeyNames() {}

    /** E.g. Ctrl+Shift+E, or Ctrl+Maj+E. */
    public static String of(KeyCombination keys, Words words) {
        List<String> parts = new ArrayList<>();
        if (keys.getShortcut() == KeyCombination.ModifierValue.DOWN) {
            parts.add(isMac() ? "⌘" : "Ctrl");
        }
        if (keys.getAlt() == KeyCombination.ModifierValue.DOWN) {
            parts.add("Alt");
        }
        if (keys.getShift() == KeyCombination.ModifierValue.DOWN) {
            parts.add(words.of("key.shift"));
        }
        parts.add(of(((KeyCodeCombination) keys).getCode(), words));
        return String.join("+", parts);
    }

    private static boolean isMac() {
        return System.getProperty("os.name", "").startsWith("Mac");
    }

    private static String of(KeyCode code, Words words) {
        return switch (code) {
            case LEFT -> words.of("key.left");
            case RIGHT -> words.of("key.right");
            case UP -> words.of("key.up");
            case DOWN -> words.of("key.down");
            case PAGE_UP -> words.of("key.pageup");
            case PAGE_DOWN -> words.of("key.pagedown");
            case SPACE -> words.of("key.space");
            case PLUS -> words.of("key.plus");
            case MINUS -> words.of("key.minus");
            case COMMA -> ",";
            case PERIOD -> ".";
            default -> code.getName();
        };
    }
}
