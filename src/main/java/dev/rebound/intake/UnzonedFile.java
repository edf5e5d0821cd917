package dev.rebound.intake;

import dev.rebound.domain.RawEvent;
import dev.rebound.domain.Rejection;
import dev.rebound.domain.SubscriptionFact;
import dev.rebound.feeds.FeedCatalog;
import dev.rebound.feeds.FeedSink;
import dev.rebound.feeds.ReadOptions;
import dev.rebound.feeds.container.FeedException;
import dev.rebound.feeds.container.Progress;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A file whose times carry no zone, told by its first event: somebody must say how they are meant.
 *
 * @param record the first event as the file has it
 * @param written its time as it stands there
 */
public record UnzonedFile(Path file, String record, LocalDateTime written) {
    /** Far from UTC, so that a time without a zone is another moment in it. */
    private static final ZoneOffset ELSEWHERE = ZoneOffset.ofHours(5);

    /** Reads no further than the first record that is an event; empty where its time has a zone or nothing can be read. */
    public static Optional<UnzonedFile> of(FeedCatalog feeds, Path file) {
        List<RawEvent> here = first(feeds, file, ZoneOffset.UTC);
        List<RawEvent> there = first(feeds, file, ELSEWHERE);
        // A record may tell of what was before it (a log's line says how long ago the message came in): the latest time
        // is the one that stands there.
        return IntStream.range(0, Math.min(here.size(), there.size()))
                .filter(i -> !here.get(i).time().equals(there.get(i).time()))
                .mapToObj(here::get)
                .max(Comparator.comparing(RawEvent::time))
                .map(e -> new UnzonedFile(file, e.record().text(), LocalDateTime.ofInstant(e.time(), ZoneOffset.UTC)));
    }

    private static List<RawEvent> first(FeedCatalog feeds, Path file, ZoneId zone) {
        First first = new First();
        try {
            feeds.read(file, new ReadOptions(zone, null), first, first);
        } catch (FeedException e) {
            // Also the way in which a reading that was stopped after its first record ends.
            return first.events;
        }
        return first.events;
    }

    /** Takes the events of the first record and asks for no more. */
    private static final class First implements FeedSink, Progress {
        final List<RawEvent> events = new ArrayList<>();

        @Override
        public void event(RawEvent next) {
            if (events.isEmpty() || events.getFirst().record().equals(next.record())) {
                events.add(next);
            }
        }

        @Override
        public void subscription(SubscriptionFact fact) {}

        @Override
        public void setting(String name, String content) {}

        @Override
        public void reject(Rejection rejection) {}

        @Override
        public void bytesRead(long soFar, long total) {}

        @Override
        public boolean cancelled() {
            return !events.isEmpty();
        }
    }
}
