package dev.rebound.console.shell;

import dev.rebound.console.kit.keys.KeyAct;
import dev.rebound.console.kit.keys.KeyField;
import dev.rebound.console.kit.keys.KeyMap;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The keys of the main window that no menu listens to; they work wherever the cursor stands. */
final class Keys {
    private static final KeyCombination PASTE = new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);

    private Keys() {}

    static void install(Node node, Shell shell, KeyMap keys) {
        Map<KeyAct, Runnable> acts = acts(shell);
        node.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getTarget() instanceof KeyField) {
                return;
            }
            for (Map.Entry<KeyAct, Runnable> act : acts.entrySet()) {
                if (keys.matches(act.getKey(), e)) {
                    if (!shell.isCovered() || act.getKey().isHarmless()) {
                        act.getValue().run();
                    }
                    e.consume();
                    return;
                }
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

    private static Map<KeyAct, Runnable> acts(Shell shell) {
        Map<KeyAct, Runnable> acts = new EnumMap<>(KeyAct.class);
        acts.put(KeyAct.BACK, shell::back);
        acts.put(KeyAct.FORWARD, shell::forward);
        acts.put(KeyAct.FIND, shell::focusFind);
        acts.put(KeyAct.NEXT_PART, () -> shell.nextPart(1));
        acts.put(KeyAct.PREVIOUS_PART, () -> shell.nextPart(-1));
        acts.put(KeyAct.UTC, shell::toggleUtc);
        acts.put(KeyAct.LARGER, () -> shell.textLarger(1));
        acts.put(KeyAct.SMALLER, () -> shell.textLarger(-1));
        acts.put(KeyAct.USUAL_SIZE, () -> shell.textLarger(0));
        acts.put(KeyAct.NEXT_VIEW, () -> shell.neighbour(1));
        acts.put(KeyAct.PREVIOUS_VIEW, () -> shell.neighbour(-1));
        return acts;
    }
}
