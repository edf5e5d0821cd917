package dev.rebound.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.Rebound;
import dev.rebound.classify.Classifier;
import dev.rebound.feeds.provider.StandardFeeds;
import dev.rebound.intake.ImportListener;
import dev.rebound.intake.ImportOptions;
import dev.rebound.intake.Importer;
import dev.rebound.store.CheckReport;
import dev.rebound.store.Store;
import java.io.BufferedWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * N19 and N70: a file larger than the memory is read through it, and more events than the memory holds end in a sentence
 * with nothing lost. Ten gigabytes: {@code -Drebound.largeMegabytes=10240 -Drebound.largeHeapMegabytes=256}, of
 * short records with {@code -Drebound.largeRecordBytes=500 -Drebound.largeHeapMegabytes=6000}. A million
 * events in 96 MB: {@code -Drebound.smallMegabytes=96 -Drebound.smallEvents=1000000}.
 */
class SmallMemoryTest {
    private static final int MEGABYTES = Integer.getInteger("rebound.smallMegabytes", 28);
    private static final int EVENTS = Integer.getInteger("rebound.smallEvents", 60_000);

    /** How long each record is, most of it what is not remembered. */
    private static final int RECORD_BYTES = Integer.getInteger("rebound.largeRecordBytes", 42_000);

    private static final int LARGE_EVENTS =
            (int) (Integer.getInteger("rebound.largeMegabytes", 48) * 1_050_000L / RECORD_BYTES);

    private static final int OTHER_BYTES = 160;

    private static final int LARGE_HEAP = Integer.getInteger("rebound.largeHeapMegabytes", 44);

    @TempDir
    Path folder;

    private record Ended(int code, String said) {}

    private Ended rebound(int megabytes, String... command) throws Exception {
        List<String> all = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Rebound.class.getName(),
                "--store",
                folder.resolve("store").toString(),
                "--zone",
                "UTC"));
        all.addAll(List.of(command));
        Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    private Path events(String name, int first, int count, String reply) throws Exception {
        Path file = folder.resolve(name);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int n = first; n < first + count; n++) {
                out.write(
                        ("{\"email\":\"p%d@example.com\",\"timestamp\":%d,\"event\":\"delivered\",\"response\":\"250 OK %d %s\","
                                        + "\"sg_event_id\":\"e%d\",\"sg_message_id\":\"m%d\"}\n")
                                .formatted(n, 1773388800 + n, n, reply, n, n));
            }
        }
        return file;
    }

    private CheckReport checked() throws Exception {
        try (Store store = Store.open(folder.resolve("store"))) {
            return store.check();
        }
    }

    @Test
    void aFileLargerThanTheMemoryIsReadThroughIt() throws Exception {
        Path large = events(
                "large.ndjson",
                0,
                LARGE_EVENTS,
                "\",\"useragent\":\"" + "queued ".repeat((RECORD_BYTES - OTHER_BYTES) / "queued ".length()));
        assertThat(Files.size(large)).isGreaterThan((long) LARGE_HEAP << 20);
        Ended ended = rebound(LARGE_HEAP, "import", large.toString());
        assertThat(ended.code()).as(ended.said()).isZero();
        assertThat(checked().events()).isEqualTo(LARGE_EVENTS);
    }

    @Test
    void textsThatTheMemoryCannotHoldEndInASentenceToo() throws Exception {
        Path large = events("texts.ndjson", 0, 400, "queued ".repeat(10_000));
        Ended ended = rebound(28, "import", large.toString());
        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.said()).contains("not enough memory", "(S08)");
        assertThat(checked().imports()).isZero();
    }

    @Test
    void moreEventsThanTheMemoryHoldsEndInASentenceAndNothingIsLost() throws Exception {
        try (Store store = Store.open(folder.resolve("store"))) {
            new Importer(store, StandardFeeds.catalog(), Classifier.standard(), Clock.systemUTC())
                    .importFile(
                            events("before.ndjson", 0, 500, ""),
                            new ImportOptions(ZoneOffset.UTC, null, false),
                            ImportListener.none());
        }
        Path many = events("many.ndjson", 1_000, EVENTS, "");
        Ended ended = rebound(MEGABYTES, "import", many.toString());
        System.out.printf(
                "%,d events in %d MB ended with %d: %s%n",
                EVENTS, MEGABYTES, ended.code(), ended.said().lines().reduce("", (a, b) -> b));
        CheckReport check = checked();
        assertThat(check.problems()).isEmpty();
        if (ended.code() == 0) {
            assertThat(check.events()).isEqualTo(500L + EVENTS);
        } else {
            assertThat(ended.code()).isEqualTo(3);
            assertThat(ended.said()).contains("memory").doesNotContain("Exception", "OutOfMemory", "@example.com");
            assertThat(check.events()).isIn(500L, 500L + EVENTS);
        }
    }
}
