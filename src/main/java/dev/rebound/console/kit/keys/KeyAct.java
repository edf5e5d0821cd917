package dev.rebound.console.kit.keys;

import java.util.Locale;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/** What the keyboard can be told to do, each with its usual keys (product's list of keys). */
public enum KeyAct {
    FIND(shortcut(KeyCode.K)),
    VIEW_1(shortcut(KeyCode.DIGIT1)),
    VIEW_2(shortcut(KeyCode.DIGIT2)),
    VIEW_3(shortcut(KeyCode.DIGIT3)),
    VIEW_4(shortcut(KeyCode.DIGIT4)),
    VIEW_5(shortcut(KeyCode.DIGIT5)),
    VIEW_6(shortcut(KeyCode.DIGIT6)),
    VIEW_7(shortcut(KeyCode.DIGIT7)),
    VIEW_8(shortcut(KeyCode.DIGIT8)),
    PREVIOUS_VIEW(shortcut(KeyCode.PAGE_UP)),
    NEXT_VIEW(shortcut(KeyCode.PAGE_DOWN)),
    BACK(alt(KeyCode.LEFT)),
    FORWARD(alt(KeyCode.RIGHT)),
    FILTER(shortcut(KeyCode.F)),
    WINDOW(shifted(KeyCode.N)),
    NEXT_PART(plain(KeyCode.F6)),
    PREVIOUS_PART(shift(KeyCode.F6)),
    HELP(plain(KeyCode.F1)),
    SHORTCUTS(shift(KeyCode.F1)),
    DETAILS(shortcut(KeyCode.D)),
    ROW_BEFORE(alt(KeyCode.UP)),
    ROW_AFTER(alt(KeyCode.DOWN)),
    COPY_AS(shifted(KeyCode.C)),
    RAW(shortcut(KeyCode.R)),
    GROUP(shortcut(KeyCode.G)),
    SAVE_VIEW(shortcut(KeyCode.S)),
    COMPLETE(shortcut(KeyCode.SPACE)),
    AGAIN(plain(KeyCode.F5)),
    IMPORT(shortcut(KeyCode.O)),
    EXPORT(shortcut(KeyCode.E)),
    EVIDENCE(shifted(KeyCode.E)),
    PIN(shortcut(KeyCode.M)),
    UNDO(shortcut(KeyCode.Z)),
    REDO(shifted(KeyCode.Z)),
    UTC(shortcut(KeyCode.T)),
    MASK(shifted(KeyCode.M)),
    LARGER(shortcut(KeyCode.PLUS)),
    SMALLER(shortcut(KeyCode.MINUS)),
    USUAL_SIZE(shortcut(KeyCode.DIGIT0)),
    SETTINGS(shortcut(KeyCode.COMMA)),
    QUIT(shortcut(KeyCode.Q));

    private final KeyCombination usual;

    KeyAct(KeyCombination usual) {
        this.usual = usual;
    }

    /** Whether it changes only how the window looks, or helps: such keys work over a question that waits for its answer. */
    public boolean isHarmless() {
        return switch (this) {
            case HELP, SHORTCUTS, MASK, UTC, LARGER, SMALLER, USUAL_SIZE, QUIT -> true;
            default -> false;
        };
    }

    /** The keys that it has where nobody chose others. */
    public KeyCombination usual() {
        return usual;
    }

    /** Its name in settings and texts, e.g. {@code next-view}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The act of a code. */
    public static KeyAct ofCode(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static KeyCombination plain(KeyCode code) {
        return new KeyCodeCombination(code);
    }

    private static KeyCombination shortcut(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
    }

    private static KeyCombination shifted(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    }

    private static KeyCombination shift(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.SHIFT_DOWN);
    }

    private static KeyCombination alt(KeyCode code) {
        return new KeyCodeCombination(code, KeyCombination.ALT_DOWN);
    }
}
