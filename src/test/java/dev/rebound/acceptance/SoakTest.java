package dev.rebound.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.rebound.classify.Classifier;
import dev.rebound.feeds.provider.StandardFeeds;
import dev.rebound.filter.Filter;
import dev.rebound.filter.FilterParser;
import dev.rebound.insight.GapBy;
import dev.rebound.insight.Picture;
import dev.rebound.intake.ImportListener;
import dev.rebound.intake.ImportOptions;
import dev.rebound.report.MessageRows;
import dev.rebound.report.RowWriter;
import dev.rebound.session.Session;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Import, filter, export and undo, over and over: the sums hold each time, memory and file handles stay as they are, and
 * the room of what was undone is used again. The suite does a few rounds; {@code -Drebound.soakSeconds=600} goes on for
 * ten minutes.
 */
class SoakTest {
    private static final Duration LONG = Duration.ofSeconds(Integer.getInteger("rebound.soakSeconds", 6));
    private static final int WARM_ROUNDS = 3;
    private static final int EVENTS = 3_000;

    /** The engine keeps pages that it has read up to this size; it takes some 150 rounds to fill it. */
    private static final long ENGINES_CACHE = 8L << 20;

    private static final long ROOM = 2L << 20;
    /** What a round writes; the engine gives the room free after 45 seconds, so a long run holds a small part of all. */
    private static final long WRITTEN_A_ROUND = 150_000;

    private static final Duration UNTIL_ROOM_IS_USED_AGAIN = Duration.ofMinutes(5);
    /** In half of so many rounds the cache is full, however slow they were. */
    private static final int ROUNDS_WITH_A_FULL_CACHE = 400;

    @TempDir
    Path folder;

    @Test
    void nothingGrowsAndTheSumsHold() throws Exception {
        long end = System.nanoTime() + LONG.toNanos();
        long middle = end - LONG.toNanos() / 2;
        long heapBefore = 0;
        long heapInTheMiddle = 0;
        long handlesBefore = 0;
        long heap = 0;
        long handles = 0;
        int rounds = 0;
        long file = 0;
        try (Session session = Session.open(
                folder.resolve("store"),
                StandardFeeds.catalog(),
                Classifier.standard(),
                Clock.fixed(Instant.parse("2026-03-20T08:00:00Z"), ZoneOffset.UTC),
                ZoneOffset.UTC)) {
            session.importFiles(List.of(file(0)), options(), ImportListener.none());
            while (rounds < WARM_ROUNDS + 2 || System.nanoTime() < end) {
                round(session, rounds + 1);
                rounds++;
                handles = handles();
                if (rounds == WARM_ROUNDS) {
                    heapBefore = heap();
                    handlesBefore = handles;
                }
                if (heapInTheMiddle == 0 && System.nanoTime() > middle) {
                    heapInTheMiddle = heap();
                }
            }
            heap = heap();
            file = session.storeFacts().bytes();
            assertThat(session.check().problems()).isEmpty();
        }
        System.out.printf(
                "soak: %d rounds in %d s; heap %d KB after warming up, %d KB in the middle, %d KB at the end; file handles %d and %d; the store's file %d MB%n",
                rounds,
                LONG.toSeconds(),
                heapBefore / 1024,
                heapInTheMiddle / 1024,
                heap / 1024,
                handlesBefore,
                handles,
                file >> 20);
        assertThat(heap).isLessThan(heapBefore + ENGINES_CACHE + ROOM);
        if (rounds > ROUNDS_WITH_A_FULL_CACHE && LONG.compareTo(UNTIL_ROOM_IS_USED_AGAIN) > 0) {
            assertThat(heap).isLessThan(heapInTheMiddle + ROOM);
            assertThat(file).isLessThan(rounds * WRITTEN_A_ROUND / 4);
        }
        assertThat(handles).isLessThanOrEqualTo(handlesBefore + 3);
    }

    private static ImportOptions options() {
        return new ImportOptions(ZoneOffset.UTC, null, false);
    }

    private void round(Session session, int round) throws Exception {
        int before = session.picture().events().size();
        session.importFiles(List.of(file(round)), options(), ImportListener.none());
        Picture picture = session.picture();
        assertThat(picture.events().size()).isEqualTo(before + 2 * EVENTS);
        picture.gap(Filter.all(), GapBy.DAY)
                .forEach(g -> assertThat(
                                g.states().values().stream().mapToLong(n -> n).sum())
                        .isEqualTo(g.sends()));
        int[] rows = picture.questions()
                .page(picture.questions().select(FilterParser.parse("is:soft")), true, 0, Integer.MAX_VALUE);
        try (OutputStream out = Files.newOutputStream(folder.resolve("soft.csv"))) {
            RowWriter.named("csv")
                    .orElseThrow()
                    .write(new MessageRows(ZoneOffset.UTC, true).messages(picture, rows), Locale.UK, out);
        }
        session.undo(session.imports().getLast().id());
        assertThat(session.picture().events().size()).isEqualTo(before);
    }

    private Path file(int round) throws Exception {
        StringBuilder out = new StringBuilder();
        IntStream.range(0, EVENTS).forEach(n -> {
            String message = round + "-" + n;
            out.append(
                    ("{\"email\":\"p%d@example.com\",\"timestamp\":%d,\"event\":\"processed\",\"sg_event_id\":\"s%s\","
                                    + "\"sg_message_id\":\"m%s\"}\n")
                            .formatted(n, 1773388800 + n, message, message));
            out.append(
                    ("{\"email\":\"p%d@example.com\",\"timestamp\":%d,\"event\":\"%s\",\"response\":\"452 4.2.2 mailbox"
                                    + " full\",\"sg_event_id\":\"a%s\",\"sg_message_id\":\"m%s\"}\n")
                            .formatted(n, 1773388860 + n, n % 9 == 0 ? "deferred" : "delivered", message, message));
        });
        return Files.writeString(folder.resolve("round.json"), out);
    }

    /** What is held. The collector leaves the gaps of dead objects in place three times out of four, as if they were. */
    private static long heap() {
        for (int i = 0; i < 4; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static long handles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
                ? unix.getOpenFileDescriptorCount()
                : 0;
    }
}
