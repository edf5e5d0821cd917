package dev.rebound.feeds;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Why a part of a file was read as a feed's.
 *
 * @param feed the feed's name
 * @param basis what decided
 * @param signs names in the part by which the feed is told; empty where its form tells it
 * @param missing names by which the feed is told too and which the part does not have
 */
public record Recognition(String feed, Basis basis, List<String> signs, List<String> missing) {
    private static final int MOST_NAMED = 12;

    /** What decided for a feed. */
    public enum Basis {
        /** Everything that tells the feed is there. */
        CONTENT,
        /** The name of the schema that the file itself carries. */
        SCHEMA,
        /** The form of its beginning: lines of a log, headers of a mail. */
        FORM,
        /** The person chose it; the content was not asked. */
        CHOSEN
    }

    /** Keeps its own lists, of names as long as a sentence can bear. */
    public Recognition {
        signs = shown(signs);
        missing = shown(missing);
    }

    /** Of a feed of records. */
    static Recognition of(RecordFeed feed, RecordFeed.Sample sample, boolean chosen) {
        String name = feed.info().name();
        NearMiss near = feed.nearMiss(sample).orElse(null);
        if (chosen) {
            return near == null
                    ? new Recognition(name, Basis.CHOSEN, List.of(), List.of())
                    : new Recognition(name, Basis.CHOSEN, near.found(), near.missing());
        }
        if (sample.shape() == RecordFeed.Shape.AVRO && !sample.name().isEmpty()) {
            return new Recognition(name, Basis.SCHEMA, List.of(sample.name()), List.of());
        }
        // Where a feed is told in several ways, the one it was told by here may be another than its usual one.
        List<String> signs =
                near == null || near.found().isEmpty() || !near.missing().isEmpty() ? names(sample) : near.found();
        return new Recognition(name, Basis.CONTENT, signs, List.of());
    }

    /** Of a feed that is told by the form of a part's beginning. */
    static Recognition ofForm(FeedInfo feed, boolean chosen) {
        return new Recognition(feed.name(), chosen ? Basis.CHOSEN : Basis.FORM, List.of(), List.of());
    }

    private static List<String> names(RecordFeed.Sample sample) {
        List<String> names = new ArrayList<>();
        for (Iterator<String> all = sample.record().fieldNames(); all.hasNext() && names.size() < MOST_NAMED; ) {
            names.add(all.next());
        }
        return names;
    }

    private static List<String> shown(List<String> names) {
        return names.stream().limit(MOST_NAMED).map(RecordReading::shown).toList();
    }
}
