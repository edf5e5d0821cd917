package dev.rebound.console.kit;

import dev.rebound.session.Session;
import dev.rebound.words.Words;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/**
 * What a person decided in this window about reading the data, to be taken back and done again. Every change is a set of
 * settings of the store, kept all at once or not at all. The screen's thread only.
 */
public final class Changes {
    /** A change in words, with the settings before and after it. */
    private record Step(String sentence, Map<String, Optional<String>> before, Map<String, Optional<String>> after) {}

    private final Session session;
    private final Background background;
    private final Notices notices;
    private final Words words;
    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();
    /** Takes the offer to take a step back off the window. */
    private final Map<Step, Runnable> offers = new HashMap<>();

    private final ReadOnlyBooleanWrapper canUndo = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper canRedo = new ReadOnlyBooleanWrapper();

    /** No change yet. */
    public Changes(Session session, Background background, Notices notices, Words words) {
        this.session = session;
        this.background = background;
        this.notices = notices;
        this.words = words;
    }

    /** Keeps settings, and offers to take that back; an empty content removes a setting. */
    public void make(String sentence, Map<String, Optional<String>> contents) {
        Map<String, Optional<String>> after = Map.copyOf(contents);
        background.job(() -> session.change(after), before -> {
            Step step = new Step(sentence, before, after);
            done.push(step);
            undone.clear();
            settle();
            offers.put(step, notices.offer(sentence, words.of("changes.undo"), () -> takeBack(step)));
        });
    }

    /** Takes the last change back; nothing happens where there is none. */
    public void undo() {
        Step step = done.peek();
        if (step != null) {
            takeBack(step);
        }
    }

    private void takeBack(Step step) {
        if (done.remove(step)) {
            Runnable withdraw = offers.remove(step);
            if (withdraw != null) {
                withdraw.run();
            }
            background.job(() -> session.change(step.before()), over -> {
                undone.push(step);
                settle();
                notices.tell(words.of("changes.undone", step.sentence()));
            });
        }
    }

    /** Does again what was taken back last; nothing happens where nothing was. */
    public void redo() {
        Step step = undone.poll();
        if (step != null) {
            background.job(() -> session.change(step.after()), over -> {
                done.push(step);
                settle();
                notices.tell(words.of("changes.redone", step.sentence()));
            });
        }
    }

    private void settle() {
        canUndo.set(!done.isEmpty());
        canRedo.set(!undone.isEmpty());
    }

    /** Whether there is a change to take back. */
    public ReadOnlyBooleanProperty canUndoProperty() {
        return canUndo.getReadOnlyProperty();
    }

    /** Whether a change was taken back and can be done again. */
    public ReadOnlyBooleanProperty canRedoProperty() {
        return canRedo.getReadOnlyProperty();
    }
}
