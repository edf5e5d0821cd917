package dev.rebound.console.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The keyboard of the main window. */
final class Keys {
    static final KeyCombination BACK = new KeyCodeCombination(KeyCode.LEFT, KeyCombination.ALT_DOWN);
    static final KeyCombination FORWARD = new KeyCodeCombination(KeyCode.RIGHT, KeyCombination.ALT_DOWN);
    static final KeyCombination FIND = shortcut(KeyCode.K);
    static final KeyCombination FILTER = shortcut(KeyCode.F);
    static final KeyCombination IMPORT = shortcut(KeyCode.O);
    static final KeyCombination PASTE = shortcut(KeyCode.V);
    static final KeyCombination DETAILS = shortcut(KeyCode.D);
    static final KeyCombination EXPORT = shortcut(KeyCode.E);
    static final KeyCombination EVIDENCE =
            new KeyCodeCombination(KeyCode.E, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    static final KeyCombination QUIT = shortcut(KeyCode.Q);
    static final KeyCombination UNDO = shortcut(KeyCode.Z);
    static final KeyCombination REDO =
            new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    static final KeyCombination NEXT_VIEW = shortcut(KeyCode.PAGE_DOWN);
    static final KeyCombination PREVIOUS_VIEW = shortcut(KeyCode.PAGE_UP);
    static final KeyCombination NEXT_PART = new KeyCodeCombination(KeyCode.F6);
    static final KeyCombination PREVIOUS_PART = new KeyCodeCombination(KeyCode.F6, KeyCombination.SHIFT_DOWN);
    static final KeyCombination UTC = shortcut(KeyCode.T);
    static final KeyCombination PIN = shortcut(KeyCode.M);
    static final KeyCombination SETTINGS = shortcut(KeyCode.COMMA);
    static final KeyCombination LARGER = shortcut(KeyCode.PLUS);
    static final KeyCombination SMALLER = shortcut(KeyCode.MINUS);
    static final KeyCombination USUAL_SIZE = shortcut(KeyCode.DIGIT0);
    static final KeyCombination MASK =
            new KeyCodeCombination(KeyCode.M, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    static final KeyCombination WINDOW =
            new KeyCodeCombination(KeyCode.N, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    static final KeyCombination SHORTCUTS = new KeyCodeCombination(KeyCode.F1, KeyCombination.SHIFT_DOWN);
    static final KeyCombination HELP = new KeyCodeCombination(KeyCode.F1);
    static final List<KeyCombination> VIEWS = List.of(
            shortcut(KeyCode.DIGIT1),
            shortcut(KeyCode.DIGIT2),
            shortcut(KeyCode.DIGIT3),
            shortcut(KeyCode.DIGIT4),
            shortcut(KeyCode.DIGIT5),
            shortcut(KeyCode.DIGIT6),
            shortcut(KeyCode.DIGIT7),
            shortcut(KeyCode.DIGIT8));

    private Keys() {}

    private static KeyCombination shortcut(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }

    /** The keys that no menu has; they work wherever the cursor stands. */
    static void install(Node node, Shell shell) {
        node.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            Runnable act = act(e, shell);
            if (act != null) {
                act.run();
                e.consume();
            }
        });
        // Behind the fields: where a text is typed, it is pasted there.
        node.addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (PASTE.match(e)) {
                shell.pasteExport();
                e.consume();
            }
        });
    }

    private static @org.jspecify.annotations.Nullable Runnable act(KeyEvent e, Shell shell) {
        if (BACK.match(e)) {
            return shell::back;
        } else if (FORWARD.match(e)) {
            return shell::forward;
        } else if (FIND.match(e)) {
            return shell::focusFind;
        } else if (NEXT_PART.match(e)) {
            return () -> shell.nextPart(1);
        } else if (PREVIOUS_PART.match(e)) {
            return () -> shell.nextPart(-1);
        } else if (UTC.match(e)) {
            return shell::toggleUtc;
        } else if (e.isShortcutDown() && !e.isAltDown() && isPlus(e.getCode())) {
            return () -> shell.textLarger(1);
        } else if (e.isShortcutDown() && !e.isAltDown() && isMinus(e.getCode())) {
            return () -> shell.textLarger(-1);
        } else if (e.isShortcutDown() && !e.isAltDown() && isNought(e.getCode())) {
            return () -> shell.textLarger(0);
        } else if (NEXT_VIEW.match(e)) {
            return () -> shell.neighbour(1);
        } else if (PREVIOUS_VIEW.match(e)) {
            return () -> shell.neighbour(-1);
        }
        return null;
    }

    /** Plus stands elsewhere on each keyboard, and on the number pad. */
    private static boolean isPlus(KeyCode code) {
        return code == KeyCode.PLUS || code == KeyCode.ADD || code == KeyCode.EQUALS;
    }

    private static boolean isMinus(KeyCode code) {
        return code == KeyCode.MINUS || code == KeyCode.SUBTRACT;
    }

    private static boolean isNought(KeyCode code) {
        return code == KeyCode.DIGIT0 || code == KeyCode.NUMPAD0;
    }
}
