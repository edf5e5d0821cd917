package dev.rebound.console.kit;

import dev.rebound.session.Session;
import dev.rebound.words.Words;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * What a person decided in this window about reading the data, to be taken back and done again. Every change is a set of
 * settings of the store, kept all at once or not at all. The screen's thread only.
 */
public final class Changes {
    /** A change in words, with the settings before and after it. */
    private record Step(String sentence, Map<String, Optional<String>> before, Map<String, Optional<String>> after) {
        /** What was done, without what else is to be said of it. */
        String brief() {
            String first = END.split(sentence, 2)[0];
            return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
        }
    }

    private static final Pattern END = Pattern.compile("(?<=[.!?]) ");

    private final Session session;
    private final Background background;
    private final Notices notices;
    private final Words words;
    private final Deque<Step> done = new ArrayDeque<>();
    private final Deque<Step> undone = new ArrayDeque<>();
    /** Takes the offer to take a step back off the window. */
    private final Map<Step, Runnable> offers = new HashMap<>();

    private final ReadOnlyStringWrapper nextUndo = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper nextRedo = new ReadOnlyStringWrapper("");

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
                notices.tell(words.of("changes.undone", step.brief()));
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
                notices.tell(words.of("changes.redone", step.brief()));
            });
        }
    }

    private void settle() {
        nextUndo.set(done.isEmpty() ? "" : done.peek().brief());
        nextRedo.set(undone.isEmpty() ? "" : undone.peek().brief());
    }

    /** What would be taken back now, in few words; empty where there is nothing. */
    public ReadOnlyStringProperty nextUndoProperty() {
        return nextUndo.getReadOnlyProperty();
    }

    /** What would be done again now, in few words; empty where there is nothing. */
    public ReadOnlyStringProperty nextRedoProperty() {
        return nextRedo.getReadOnlyProperty();
    }
}
