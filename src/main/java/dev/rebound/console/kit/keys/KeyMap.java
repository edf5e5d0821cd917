package dev.rebound.console.kit.keys;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The keys that the acts have now. */
public final class KeyMap {
    /** What a person's own keys are kept under, before the code of the act. */
    public static final String PREFIX = "keys.";

    /** Why an act cannot have some keys. */
    public enum Refusal {
        /** Without Ctrl (or Cmd), and no function key: it would be typed into a field. */
        TYPED,
        /** Ctrl with Alt is AltGr on many keyboards. */
        ALT_GR,
        /** It means the same in every program: copy, paste, select all, the menu key. */
        EVERYWHERE,
        /** Another act has it. */
        TAKEN
    }

    private static final Set<KeyCode> EDITING = Set.of(KeyCode.A, KeyCode.C, KeyCode.V, KeyCode.X);

    private final Map<KeyAct, KeyCombination> own = new EnumMap<>(KeyAct.class);

    /**
     * The usual keys, but for those that a person chose.
     *
     * @param kept by the code of the act, the name of the keys as {@link #name(KeyCombination)} writes it; what no longer
     *     reads as keys is passed over
     */
    public KeyMap(Map<String, String> kept) {
        for (KeyAct act : KeyAct.values()) {
            String name = kept.get(act.code());
            KeyCombination keys = name == null ? null : read(name);
            if (keys != null) {
                own.put(act, keys);
            }
        }
    }

    private static @Nullable KeyCombination read(String name) {
        try {
            return KeyCombination.valueOf(name) instanceof KeyCodeCombination keys ? keys : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** How keys are kept. */
    public static String name(KeyCombination keys) {
        return keys.getName();
    }

    /** The keys of an act. */
    public KeyCombination of(KeyAct act) {
        return own.getOrDefault(act, act.usual());
    }

    /** Whether a press means an act. */
    public boolean matches(KeyAct act, KeyEvent press) {
        return own.containsKey(act) ? of(act).match(press) : act.usual().match(press) || isLike(act, press);
    }

    /** Plus stands elsewhere on each keyboard, and on the number pad. */
    private static boolean isLike(KeyAct act, KeyEvent press) {
        if (!press.isShortcutDown() || press.isAltDown()) {
            return false;
        }
        return switch (act) {
            case LARGER ->
                press.getCode() == KeyCode.PLUS || press.getCode() == KeyCode.ADD || press.getCode() == KeyCode.EQUALS;
            case SMALLER -> press.getCode() == KeyCode.MINUS || press.getCode() == KeyCode.SUBTRACT;
            case USUAL_SIZE -> press.getCode() == KeyCode.DIGIT0 || press.getCode() == KeyCode.NUMPAD0;
            default -> false;
        };
    }

    /** The keys of a press; empty while only Ctrl, Alt or Shift is down. */
    public static Optional<KeyCombination> pressed(KeyEvent press) {
        KeyCode code = press.getCode();
        if (code.isModifierKey() || code == KeyCode.UNDEFINED || code == KeyCode.ALT_GRAPH) {
            return Optional.empty();
        }
        return Optional.of(new KeyCodeCombination(
                code,
                down(press.isShiftDown()),
                KeyCombination.ModifierValue.UP,
                down(press.isAltDown()),
                KeyCombination.ModifierValue.UP,
                down(press.isShortcutDown())));
    }

    private static KeyCombination.ModifierValue down(boolean is) {
        return is ? KeyCombination.ModifierValue.DOWN : KeyCombination.ModifierValue.UP;
    }

    /** Gives an act other keys; null gives back the usual ones. */
    public void put(KeyAct act, @Nullable KeyCombination keys) {
        if (keys == null || keys.equals(act.usual())) {
            own.remove(act);
        } else {
            own.put(act, keys);
        }
    }

    /** Whether an act has other keys than usual. */
    public boolean isOwn(KeyAct act) {
        return own.containsKey(act);
    }

    /** The act that has some keys. */
    public Optional<KeyAct> holder(KeyCombination keys) {
        for (KeyAct act : KeyAct.values()) {
            if (of(act).equals(keys)) {
                return Optional.of(act);
            }
        }
        return Optional.empty();
    }

    /** Why an act cannot have some keys; empty where it can. */
    public Optional<Refusal> refusal(KeyAct act, KeyCombination keys) {
        KeyCode code = ((KeyCodeCombination) keys).getCode();
        boolean shortcut = keys.getShortcut() == KeyCombination.ModifierValue.DOWN;
        boolean alt = keys.getAlt() == KeyCombination.ModifierValue.DOWN;
        boolean shift = keys.getShift() == KeyCombination.ModifierValue.DOWN;
        if (shortcut && alt) {
            return Optional.of(Refusal.ALT_GR);
        }
        boolean altAlone = alt && !code.isLetterKey() && !code.isDigitKey();
        if (!shortcut && !altAlone && !code.isFunctionKey()) {
            return Optional.of(Refusal.TYPED);
        }
        if ((shortcut && !shift && EDITING.contains(code)) || (shift && code == KeyCode.F10)) {
            return Optional.of(Refusal.EVERYWHERE);
        }
        return holder(keys).filter(other -> other != act).map(other -> Refusal.TAKEN);
    }
}
