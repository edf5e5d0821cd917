package dev.rebound.feeds.fuzz;

import dev.rebound.domain.RawEvent;
import dev.rebound.domain.Rejection;
import dev.rebound.domain.SubscriptionFact;
import dev.rebound.feeds.FeedCatalog;
import dev.rebound.feeds.FeedFixture;
import dev.rebound.feeds.FeedSink;
import dev.rebound.feeds.FileReading;
import dev.rebound.feeds.ReadOptions;
import dev.rebound.feeds.container.FeedException;
import dev.rebound.feeds.container.Progress;
import dev.rebound.feeds.provider.StandardFeeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Reads damaged files of one fixture and says what went wrong. A file is right when its reading ends, whether with a
 * sentence or with records that are all accounted for.
 */
public final class FeedFuzzing {
    private final FeedCatalog feeds = StandardFeeds.catalog();
    private final FeedFixture fixture;
    private final byte[] whole;
    private final byte[] other;
    private final Path folder;
    private long read;
    private long refused;
    private long records;
    private long longestMillis;

    /** Damages of a fixture, with pieces of another one in them; files are written to the folder. */
    public FeedFuzzing(FeedFixture fixture, FeedFixture other, Path folder) throws IOException {
        this.fixture = fixture;
        this.whole = fixture.bytes(folder);
        this.other = other.bytes(folder);
        this.folder = folder;
    }

    /** The damaged file of a seed. */
    public byte[] file(long seed) throws IOException {
        return new Mutation(seed).of(whole, other);
    }

    /** Reads the damaged file of a seed; null when all is well, else what is wrong. */
    public @Nullable String wrong(long seed) throws IOException {
        String name = fixture.name().substring(fixture.name().lastIndexOf('/') + 1);
        Path file = Files.write(folder.resolve("fuzz-" + name), file(seed));
        long begun = System.nanoTime();
        try {
            return wrong(file, seed);
        } finally {
            longestMillis = Math.max(longestMillis, (System.nanoTime() - begun) / 1_000_000);
        }
    }

    private @Nullable String wrong(Path file, long seed) {
        Count count = new Count();
        // Now and then the operator insists on the feed, whatever the file looks like.
        String chosen = seed % 8 == 7 ? fixture.feed() : null;
        try {
            FileReading reading = feeds.read(file, new ReadOptions(ZoneOffset.UTC, chosen), count, Progress.NONE);
            read++;
            records += reading.records();
            return reading.records() == count.said + reading.silent()
                    ? count.wrong
                    : reading.records() + " records were found and " + count.said + " said, " + reading.silent()
                            + " silent";
        } catch (FeedException e) {
            refused++;
            String sentence = String.valueOf(e.getMessage());
            return sentence.endsWith(".") && sentence.length() > 15 && sentence.length() < 4_000
                    ? null
                    : "no sentence: " + sentence;
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            StackTraceElement[] at = e.getStackTrace();
            return e + (at.length == 0 ? "" : " at " + at[0] + (at.length < 2 ? "" : " at " + at[1]));
        }
    }

    /** The fixture. */
    public FeedFixture fixture() {
        return fixture;
    }

    /** Files that were read to their end. */
    public long read() {
        return read;
    }

    /** Files that were refused with a sentence. */
    public long refused() {
        return refused;
    }

    /** Records found in those that were read. */
    public long records() {
        return records;
    }

    /** How long the slowest file took. */
    public long longestMillis() {
        return longestMillis;
    }

    /** Counts what is said, and looks at it. */
    private static final class Count implements FeedSink {
        private long said;
        private @Nullable String wrong;

        @Override
        public void event(RawEvent event) {
            said++;
            if (event.address().text().isBlank() || event.record().line() < 1) {
                wrong = "an event without an address or a place: " + event;
            }
        }

        @Override
        public void subscription(SubscriptionFact fact) {
            said++;
        }

        @Override
        public void setting(String name, String content) {
            said++;
        }

        @Override
        public void reject(Rejection rejection) {
            said++;
            if (rejection.line() < 1
                    || !rejection.reason().endsWith(".")
                    || rejection.text().length() > 4_096) {
                wrong = "a rejection that says nothing: " + rejection;
            }
        }
    }
}
