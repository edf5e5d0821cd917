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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file whose times carry no zone, told by its first event: somebody must say how they are meant.
 *
 * @param record the first event as the file has it
 * @param written its time as it stands there
 */
public record UnzonedFile(Path file, String record, LocalDateTime written) {
    /** Far from UTC, so that a time without a zone is another moment in it. */
    private static final ZoneOffset ELSEWHERE = ZoneOffset.ofHours(5);

    /** Reads no further than the first event; empty where the time has a zone or nothing can be read. */
    public static Optional<UnzonedFile> of(FeedCatalog feeds, Path file) {
        RawEvent here = first(feeds, file, ZoneOffset.UTC);
        RawEvent there = here == null ? null : first(feeds, file, ELSEWHERE);
        if (here == null || there == null || here.time().equals(there.time())) {
            return Optional.empty();
        }
        return Optional.of(
                new UnzonedFile(file, here.record().text(), LocalDateTime.ofInstant(here.time(), ZoneOffset.UTC)));
    }

    private static @Nullable RawEvent first(FeedCatalog feeds, Path file, ZoneId zone) {
        First first = new First();
        try {
            feeds.read(file, new ReadOptions(zone, null), first, first);
        } catch (FeedException e) {
            // Also the way in which a reading that was stopped after its first event ends.
            return first.event;
        }
        return first.event;
    }

    /** Takes the first event and asks for no more. */
    private static final class First implements FeedSink, Progress {
        @Nullable
        RawEvent event;

        @Override
        public void event(RawEvent next) {
            event = event == null ? next : event;
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
            return event != null;
        }
    }
}
