package dev.rebound.cases;

import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.filter.FilterParser;
import dev.rebound.filter.FilterSyntaxException;
import dev.rebound.insight.Picture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An investigation.
 *
 * @param id never changes; part of the setting's name
 * @param filter the text of the filter of the messages it is about; empty where it is about its rows
 * @param notes Markdown
 * @param figures as they were read last; null before the first reading
 */
public record CaseFile(
        String id,
        String name,
        String question,
        boolean answered,
        String filter,
        String notes,
        Kept kept,
        @Nullable Figures figures,
        Instant created,
        Instant updated) {
    /**
     * What was put into a case.
     *
     * @param views texts of further filters that were worth keeping
     * @param addresses persons it is about
     * @param packs the evidence that was made of it
     */
    public record Kept(List<String> views, List<Pin> pins, List<String> addresses, List<MadePack> packs) {
        /** Nothing yet. */
        public static final Kept NOTHING = new Kept(List.of(), List.of(), List.of(), List.of());

        public Kept {
            views = List.copyOf(views);
            pins = List.copyOf(pins);
            addresses = List.copyOf(addresses);
            packs = List.copyOf(packs);
        }
    }

    /** A case that begins now. */
    public static CaseFile begun(
            String id, String name, String question, String filter, @Nullable Figures figures, Instant now) {
        return new CaseFile(id, name, question, false, filter, "", Kept.NOTHING, figures, now, now);
    }

    /** With other words, now. */
    public CaseFile said(String newName, String newQuestion, boolean nowAnswered, String newNotes, Instant now) {
        return new CaseFile(id, newName, newQuestion, nowAnswered, filter, newNotes, kept, figures, created, now);
    }

    /** With figures that were just read. */
    public CaseFile read(Figures fresh) {
        return new CaseFile(id, name, question, answered, filter, notes, kept, fresh, created, fresh.readAt());
    }

    private CaseFile keeping(Kept now, Instant at) {
        return new CaseFile(id, name, question, answered, filter, notes, now, figures, created, at);
    }

    /** The same under another number, as a case of another store is taken in. */
    public CaseFile numbered(String newId) {
        return new CaseFile(newId, name, question, answered, filter, notes, kept, figures, created, updated);
    }

    /** With more pinned messages; each once. */
    public CaseFile pinning(List<Pin> more, Instant now) {
        return keeping(new Kept(views(), joined(pins(), more), kept.addresses(), kept.packs()), now);
    }

    /** The same with other pins, at no other time. */
    public CaseFile pinned(List<Pin> instead) {
        return keeping(new Kept(views(), instead, kept.addresses(), kept.packs()), updated);
    }

    /** Without one of its pins. */
    public CaseFile without(Pin pin, Instant now) {
        return keeping(
                new Kept(views(), pins().stream().filter(p -> !p.equals(pin)).toList(), kept.addresses(), kept.packs()),
                now);
    }

    /** With another view. */
    public CaseFile viewing(String view, Instant now) {
        return keeping(new Kept(joined(views(), List.of(view)), pins(), kept.addresses(), kept.packs()), now);
    }

    /** Without one of its views. */
    public CaseFile notViewing(String view, Instant now) {
        return keeping(
                new Kept(
                        views().stream().filter(v -> !v.equals(view)).toList(), pins(), kept.addresses(), kept.packs()),
                now);
    }

    /** With persons it is about. */
    public CaseFile about(List<String> addresses, Instant now) {
        return keeping(new Kept(views(), pins(), joined(kept.addresses(), addresses), kept.packs()), now);
    }

    /** Without one of its persons. */
    public CaseFile notAbout(String address, Instant now) {
        return keeping(
                new Kept(
                        views(),
                        pins(),
                        kept.addresses().stream()
                                .filter(a -> !a.equals(address))
                                .toList(),
                        kept.packs()),
                now);
    }

    /** With a pack of evidence that was just made of it. */
    public CaseFile packed(MadePack pack) {
        return keeping(new Kept(views(), pins(), kept.addresses(), joined(kept.packs(), List.of(pack))), pack.made());
    }

    private static <T> List<T> joined(List<T> before, List<T> more) {
        List<T> all = new ArrayList<>(before);
        more.stream().filter(m -> !all.contains(m)).forEach(all::add);
        return all;
    }

    /** Texts of further filters that were worth keeping. */
    public List<String> views() {
        return kept.views();
    }

    /** Its rows: the pinned messages and all those to its addresses; empty where nothing was put into it. */
    public Optional<Filter> rows() {
        List<Filter> parts = new ArrayList<>();
        if (!pins().isEmpty()) {
            parts.add(Filter.is(Field.CASE, id));
        }
        kept.addresses().forEach(address -> parts.add(Filter.is(Field.ADDRESS, address)));
        return switch (parts.size()) {
            case 0 -> Optional.empty();
            case 1 -> Optional.of(parts.getFirst());
            default -> Optional.of(new Filter.Or(parts));
        };
    }

    /** The messages that its figures count: those of its filter; without one its rows, and with neither all. */
    public Filter subject() throws FilterSyntaxException {
        return filter.isBlank() ? rows().orElse(Filter.all()) : FilterParser.parse(filter);
    }

    /** The pinned messages. */
    public List<Pin> pins() {
        return kept.pins();
    }

    /** The rows of the pinned messages that a picture still has. */
    public int[] pinned(Picture picture) {
        return Pin.rows(pins(), picture);
    }
}
