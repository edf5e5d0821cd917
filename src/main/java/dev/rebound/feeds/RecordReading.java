package dev.rebound.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.domain.RawRecord;
import dev.rebound.domain.Rejection;
import dev.rebound.domain.TableHeader;
import dev.rebound.feeds.container.FeedException;
import dev.rebound.feeds.container.FeedException.Kind;
import dev.rebound.feeds.container.Head;
import dev.rebound.feeds.container.Part;
import dev.rebound.feeds.container.RecordShape;
import dev.rebound.feeds.container.Records;
import dev.rebound.feeds.container.Records.Found;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the records of one part through the feed that knows them. */
final class RecordReading {
    /** A feed is told from the first good record; so many broken ones may stand before it. */
    private static final int BROKEN_BEFORE_FIRST = 100;

    private static final int LONGEST_NAME = 60;
    /** The fields of a service's answer that is no list. */
    private static final Set<String> ANSWER = Set.of(
            "message", "error", "errors", "detail", "status", "code", "errorcode", "error_code", "address", "id");

    private final RecordShape shape;

    private RecordReading(RecordShape shape) {
        this.shape = shape;
    }

    static Optional<RecordReading> of(Head head) {
        return RecordShape.of(head).map(RecordReading::new);
    }

    PartReading read(Part part, List<RecordFeed> feeds, ReadOptions options, FeedSink sink)
            throws IOException, FeedException {
        if (sink instanceof BulkSink bulk) {
            Optional<PartReading> flat = FlatReading.tried(shape, part, feeds, options, bulk);
            if (flat.isPresent()) {
                return flat.get();
            }
        }
        Records records = shape.records(part);
        List<Found> before = new ArrayList<>();
        Found first = records.next();
        while (first != null && first.node() == null && before.size() < BROKEN_BEFORE_FIRST) {
            before.add(first);
            first = records.next();
        }
        if (first == null && before.isEmpty() && records.outline() != null) {
            return empty(part, feeds, options, records, sink);
        }
        if (first == null || first.node() == null) {
            throw new FeedException(
                    Kind.NOT_RECOGNISED,
                    part.name()
                            + (before.isEmpty()
                                    ? " holds no record."
                                    : ": " + before.getFirst().problem()),
                    null);
        }
        RecordFeed.Sample sample = new RecordFeed.Sample(
                outside(), records.schemaName(), part.head().path(), first.node());
        RecordFeed feed = choose(part, feeds, options, sample);
        tellHeader(records, part, sink);
        PartSum sum = new PartSum(part, options.zoneForTimesWithoutZone(), sample, feed, sink);
        before.forEach(sum::add);
        sum.add(first);
        if (sink instanceof BulkSink bulk) {
            FlatReading.behind(first, records, part, feed, sample, options, bulk, sum);
        }
        for (Found found = records.next(); found != null; found = records.next()) {
            sum.add(found);
        }
        return sum.reading(options);
    }

    /** Says what the columns of a table are; nothing where the records name their fields themselves. */
    static void tellHeader(Records records, Part part, FeedSink sink) {
        JsonNode outline = records.schemaName().isEmpty() ? records.outline() : null;
        if (outline != null) {
            List<String> names = new ArrayList<>();
            outline.fieldNames().forEachRemaining(names::add);
            sink.header(TableHeader.of(names, part.place()));
        }
    }

    /** A table without rows and an Avro file without records are good exports of nothing. */
    private PartReading empty(Part part, List<RecordFeed> feeds, ReadOptions options, Records records, FeedSink sink)
            throws FeedException {
        RecordFeed.Sample sample = new RecordFeed.Sample(
                outside(), records.schemaName(), part.head().path(), Objects.requireNonNull(records.outline()));
        RecordFeed feed = choose(part, feeds, options, sample);
        return new PartSum(part, options.zoneForTimesWithoutZone(), sample, feed, sink).reading(options);
    }

    private RecordFeed.Shape outside() {
        return switch (shape) {
            case AVRO -> RecordFeed.Shape.AVRO;
            case CSV -> RecordFeed.Shape.CSV;
            case JSON, JSON_LINES, FORM_LINES -> RecordFeed.Shape.JSON;
        };
    }

    private static RecordFeed choose(Part part, List<RecordFeed> feeds, ReadOptions options, RecordFeed.Sample sample)
            throws FeedException {
        for (RecordFeed feed : feeds) {
            if (options.feedId() == null
                    ? feed.recognises(sample)
                    : feed.info().id().equals(options.feedId())) {
                if (feed.refusal().isPresent()) {
                    throw new FeedException(
                            Kind.NOT_RECOGNISED,
                            part.name() + " is " + feed.info().name() + ". "
                                    + feed.refusal().get(),
                            null);
                }
                return feed;
            }
        }
        String said = answer(sample.record());
        throw new FeedException(
                Kind.NOT_RECOGNISED,
                part.name()
                        + (said.isEmpty()
                                ? " is not recognised. " + seen(sample) + nearest(feeds, sample)
                                : " is no export but an answer of the service: " + shown(said)
                                        + ". Fetch the list again."),
                null);
    }

    /** What a service says in place of the list that was asked for; empty where the record is no such answer. */
    private static String answer(JsonNode record) {
        for (var names = record.fieldNames(); names.hasNext(); ) {
            if (!ANSWER.contains(names.next().toLowerCase(Locale.ROOT))) {
                return "";
            }
        }
        for (String name : List.of("message", "Message", "error", "errors", "detail")) {
            if (record.path(name).isTextual()) {
                return record.path(name).asText().strip().replaceFirst("\\.$", "");
            }
        }
        return "";
    }

    /** What is missing to the feed that the record comes nearest to; nothing where none is near. */
    private static String nearest(List<RecordFeed> feeds, RecordFeed.Sample sample) {
        return feeds.stream()
                .flatMap(f -> f.nearMiss(sample).stream())
                .filter(NearMiss::isTelling)
                .max(Comparator.comparingDouble(NearMiss::share).thenComparingInt(NearMiss::present))
                .map(m -> " " + m.sentence())
                .orElse("");
    }

    /** A name that is no longer than a sentence can bear. */
    static String shown(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
    }

    private static String seen(RecordFeed.Sample sample) {
        List<String> names = new ArrayList<>();
        sample.record().fieldNames().forEachRemaining(name -> names.add(shown(name)));
        String list = String.join(", ", names.subList(0, Math.min(12, names.size())));
        if (names.isEmpty()) {
            return "Its first record is empty.";
        }
        return sample.name().isEmpty()
                ? "Its first record has the fields " + list
                        + "; no feed has these. Say what its columns are (Map columns in the window), choose a reader (--as on"
                        + " the command line), or check that the export is complete."
                : "Its Avro records are called " + shown(sample.name()) + "; no feed has these.";
    }

    /** Hands records to the feed and counts them. */
    static final class PartSum {
        private static final int WORDS_NAMED = 5;

        private final String place;
        private final @Nullable Instant changed;
        private final ZoneId zone;
        private final RecordFeed.Sample sample;
        private final RecordFeed feed;
        private final FeedSink sink;
        long records;
        long silent;
        boolean zoneAssumed;
        private long untimed;
        private long twice;
        private final Map<String, Integer> unknownWords = new TreeMap<>();

        PartSum(Part part, ZoneId zone, RecordFeed.Sample sample, RecordFeed feed, FeedSink sink) {
            this.place = part.place();
            this.changed = part.changed();
            this.zone = zone;
            this.sample = sample;
            this.feed = feed;
            this.sink = sink;
        }

        /** What all of it turned out to be. */
        PartReading reading(ReadOptions options) {
            return new PartReading(
                    feed.info(),
                    records,
                    silent,
                    zoneAssumed,
                    notes(),
                    Recognition.of(feed, sample, options.feedId() != null));
        }

        /** What is unusual about the records that were kept. */
        private List<String> notes() {
            List<String> notes = new ArrayList<>();
            if (untimed > 0) {
                notes.add((untimed == 1 ? "1 record has no time" : untimed + " records have no time")
                        + "; the time at which the file was written stands in its place.");
            }
            if (twice > 0) {
                notes.add((twice == 1 ? "1 time is" : twice + " times are")
                        + " of the hour that comes twice when clocks go back; the first of the two was taken.");
            }
            if (!unknownWords.isEmpty()) {
                int records = unknownWords.values().stream().mapToInt(n -> n).sum();
                String words = unknownWords.keySet().stream().limit(WORDS_NAMED).collect(Collectors.joining(", "));
                notes.add((records == 1 ? "1 record is" : records + " records are") + " of a kind that "
                        + feed.info().name()
                        + " does not know, kept and counted as no outcome: " + words
                        + (unknownWords.size() > WORDS_NAMED ? ", …" : "") + ".");
            }
            return notes;
        }

        void add(Found found) {
            JsonNode node = found.node();
            if (node == null) {
                records++;
                String text = found.text();
                sink.reject(new Rejection(
                        found.line(),
                        place,
                        String.valueOf(found.problem()),
                        text.length() > 4_096 ? text.substring(0, 4_096) : text));
                return;
            }
            RecordContext context =
                    new RecordContext(sink, zone, changed, sample, new RawRecord(found.text(), found.line(), place));
            feed.read(node, context);
            if (!context.isSettled()) {
                context.reject("The record is of this feed but says nothing that Rebound knows.");
            }
            records += Math.max(1, context.said());
            silent += context.said() == 0 ? 1 : 0;
            zoneAssumed |= context.zoneAssumed();
            untimed += context.untimed();
            twice += context.comesTwice() ? 1 : 0;
            context.unknownWords().forEach(w -> unknownWords.merge(w, 1, Integer::sum));
        }
    }
}
