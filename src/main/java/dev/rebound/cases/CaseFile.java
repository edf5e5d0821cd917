package dev.rebound.cases;

import dev.rebound.insight.Picture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * An investigation.
 *
 * @param id never changes; part of the setting's name
 * @param filter the text of the filter of the messages it is about
 * @param views texts of further filters that were worth keeping
 * @param notes Markdown
 * @param figures as they were read last; null before the first reading
 */
public record CaseFile(
        String id,
        String name,
        String question,
        boolean answered,
        String filter,
        List<String> views,
        String notes,
        List<Pin> pins,
        @Nullable Figures figures,
        Instant created,
        Instant updated) {
    public CaseFile {
        views = List.copyOf(views);
        pins = List.copyOf(pins);
    }

    /** A case that begins now. */
    public static CaseFile begun(
            String id, String name, String question, String filter, @Nullable Figures figures, Instant now) {
        return new CaseFile(id, name, question, false, filter, List.of(), "", List.of(), figures, now, now);
    }

    /** With other words, now. */
    public CaseFile said(String newName, String newQuestion, boolean nowAnswered, String newNotes, Instant now) {
        return new CaseFile(
                id, newName, newQuestion, nowAnswered, filter, views, newNotes, pins, figures, created, now);
    }

    /** With figures that were just read. */
    public CaseFile read(Figures fresh) {
        return new CaseFile(id, name, question, answered, filter, views, notes, pins, fresh, created, fresh.readAt());
    }

    /** With more pinned messages; each once. */
    public CaseFile pinning(List<Pin> more, Instant now) {
        List<Pin> all = new ArrayList<>(pins);
        more.stream().filter(p -> !all.contains(p)).forEach(all::add);
        return new CaseFile(id, name, question, answered, filter, views, notes, all, figures, created, now);
    }

    /** Without one of its pins. */
    public CaseFile without(Pin pin, Instant now) {
        return new CaseFile(
                id,
                name,
                question,
                answered,
                filter,
                views,
                notes,
                pins.stream().filter(p -> !p.equals(pin)).toList(),
                figures,
                created,
                now);
    }

    /** With another view. */
    public CaseFile viewing(String view, Instant now) {
        List<String> all = new ArrayList<>(views);
        if (!all.contains(view)) {
            all.add(view);
        }
        return new CaseFile(id, name, question, answered, filter, all, notes, pins, figures, created, now);
    }

    /** The rows of the pinned messages that a picture still has. */
    public int[] pinned(Picture picture) {
        return pins.stream()
                .map(p -> p.in(picture))
                .filter(OptionalInt::isPresent)
                .mapToInt(OptionalInt::getAsInt)
                .distinct()
                .toArray();
    }
}
