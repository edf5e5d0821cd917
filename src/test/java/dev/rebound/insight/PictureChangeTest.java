package dev.rebound.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.classify.ReplyPattern;
import dev.rebound.column.Dictionaries;
import dev.rebound.column.EventColumns;
import dev.rebound.column.Repeats;
import dev.rebound.domain.EventText;
import dev.rebound.domain.RawEvent;
import dev.rebound.filter.Filter;
import dev.rebound.index.EventTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A picture that followed imports and undos step by step, or came back from where it was kept, is the picture made of all events at once. */
class PictureChangeTest {
    private static final int STEPS = 6;

    @Provide
    Arbitrary<List<RawEvent>> streams() {
        return EventStreams.any();
    }

    /** Imports that come and go, over one set of dictionaries. */
    private static final class Held {
        final Dictionaries dictionaries = new Dictionaries();
        final List<EventTable.Part> parts = new ArrayList<>();
        final List<Repeats> repeats = new ArrayList<>();
        long nextId = 1;

        void bring(List<RawEvent> events) {
            EventColumns columns = new EventColumns();
            int raw = 0;
            for (RawEvent event : events) {
                columns.append(event, Told.verdict(event), raw++, dictionaries);
            }
            Repeats again = new Repeats();
            if (!events.isEmpty()) {
                RawEvent event = events.getFirst();
                again.add(
                        Repeats.key(
                                dictionaries.addresses().find(event.address().key()), field -> {
                                    String value = event.text(field);
                                    return value == null
                                            ? -1
                                            : dictionaries.texts(field).find(value);
                                }),
                        event.kind(),
                        1,
                        Repeats.KnownBy.CONTENT);
            }
            repeats.add(again);
            parts.add(new EventTable.Part(nextId++, columns));
        }

        List<SourceFile> files() {
            return parts.stream()
                    .map(p -> new SourceFile(p.importId(), "file " + p.importId(), "", "feed", 0))
                    .toList();
        }

        Picture atOnce(DataSettings settings, long minute) {
            return Picture.of(
                    new EventTable(List.copyOf(parts), dictionaries),
                    List.of(),
                    repeats,
                    files(),
                    settings,
                    ReplyPattern::of,
                    Told.minute(minute),
                    Told.ZONE);
        }

        /** The picture as it comes back from its blocks. */
        Optional<Picture> again(Picture kept, DataSettings settings, long minute) {
            try {
                List<Supplier<byte[]>> blocks = KeptPicture.blocks(kept, List.copyOf(parts));
                Picture.Base base = new Picture.Base(
                        List.of(), List.of(), files(), settings, ReplyPattern::of, Told.minute(minute), Told.ZONE);
                return KeptPicture.read(
                        blocks.size(), b -> blocks.get(b).get(), List.copyOf(parts), dictionaries, base);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Picture after(Picture before, DataSettings settings, long minute) {
            return before.after(List.copyOf(parts), List.of(), repeats, files(), settings, Told.minute(minute));
        }
    }

    private static final Map<String, String> WINDOWS = Map.of(DataSettings.RETRY_WINDOW + "Amazon SES", "PT12H");

    @Property(tries = 300, seed = "2026")
    void followingIsTheSameAsLookingAtAllAtOnce(
            @ForAll("streams") List<RawEvent> events, @ForAll("streams") List<RawEvent> more, @ForAll long seed) {
        Random random = new Random(seed);
        Held held = new Held();
        // Much that stays as it is, so that a step is small against it and is followed, not made anew.
        held.bring(others(events, "w"));
        held.bring(others(events, "x"));
        held.bring(others(events, "y"));
        held.bring(events);
        DataSettings settings = DataSettings.of(WINDOWS);
        long minute = 3_000;
        Picture picture = held.atOnce(settings, minute);
        for (int step = 0; step < STEPS; step++) {
            if (random.nextInt(3) == 0 && held.parts.size() > 1) {
                int gone = random.nextInt(held.parts.size());
                held.parts.remove(gone);
                held.repeats.remove(gone);
            } else {
                int from = more.isEmpty() ? 0 : random.nextInt(more.size());
                held.bring(more.subList(from, Math.min(more.size(), from + 6)));
            }
            minute += random.nextInt(2_000);
            settings = random.nextInt(8) == 0
                    ? DataSettings.of(Map.of("address:a@example.com", "invalid"))
                    : DataSettings.of(WINDOWS);
            picture = held.after(picture, settings, minute);
            List<Object> whole = everything(held.atOnce(settings, minute));
            int invalid = picture.invalidAddresses();
            assertSame(everything(picture), whole);
            assertThat(invalid).isEqualTo(picture.addresses().invalid().size());
            Picture again = held.again(picture, settings, minute).orElseThrow();
            assertSame(everything(again), whole);
            long later = minute + random.nextInt(4_000);
            DataSettings same = settings;
            held.again(picture, settings, later)
                    .ifPresent(p -> assertSame(everything(p), everything(held.atOnce(same, later))));
            assertThat(held.again(picture, settings, minute - 1)).isEmpty();
            picture = random.nextBoolean() ? again : picture;
        }
    }

    private static void assertSame(List<Object> one, List<Object> other) {
        assertThat(one).hasSameSizeAs(other);
        for (int i = 0; i < other.size(); i++) {
            assertThat(one.get(i)).isEqualTo(other.get(i));
        }
    }

    /** The same stream about other people. */
    private static List<RawEvent> others(List<RawEvent> events, String mark) {
        return events.stream()
                .map(e -> new RawEvent(
                        e.kind(),
                        e.time(),
                        new dev.rebound.domain.EmailAddress(mark + e.address().text()),
                        e.source(),
                        e.eventId(),
                        e.smtpCode(),
                        e.attempt(),
                        e.hint(),
                        e.test(),
                        e.timed(),
                        e.texts(),
                        e.record()))
                .toList();
    }

    private static List<Object> everything(Picture p) {
        List<Object> out = new ArrayList<>();
        for (int m = 0; m < p.messages().size(); m++) {
            out.add(p.message(m));
            out.add(p.messages().repeats(m));
            out.add(p.messages().windowEndMillis(m));
            for (EventText text : EventText.values()) {
                out.add(String.valueOf(p.messages().text(text, m)));
            }
            out.add(java.util.Arrays.stream(p.messages().eventsOf(m)).boxed().toList());
        }
        for (GapBy by : GapBy.values()) {
            out.add(p.gap(Filter.all(), by));
        }
        out.add(p.coverage().holes().stream()
                .sorted(Comparator.comparing(Object::toString))
                .toList());
        out.add(p.coverage().strips());
        out.add(p.joins());
        out.add(p.addresses().invalid());
        out.add(p.addresses().audit());
        out.add(p.contradictions());
        return out;
    }
}
