package dev.rebound.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.rebound.classify.Classifier;
import dev.rebound.feeds.provider.StandardFeeds;
import dev.rebound.intake.FileReport.Status;
import dev.rebound.store.Store;
import dev.rebound.store.StoreException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Files that change under the reader's eyes, things that are no files, and a cancel button pressed at any moment. */
@Timeout(120)
class HostileSurroundingsTest {
    private static final ImportOptions OPTIONS = new ImportOptions(ZoneOffset.UTC, null, false);
    /** The suite presses a few times; {@code -Drebound.cancels=100} presses a hundred times. */
    private static final int CANCELS = Integer.getInteger("rebound.cancels", 15);

    @TempDir
    Path folder;

    private Store store;
    private Importer importer;

    @BeforeEach
    void open() throws StoreException {
        store = Store.open(folder.resolve("store"));
        importer = new Importer(
                store,
                StandardFeeds.catalog(),
                Classifier.standard(),
                Clock.fixed(Instant.parse("2026-03-20T08:00:00Z"), ZoneOffset.UTC));
    }

    @AfterEach
    void close() throws StoreException {
        store.close();
    }

    private Path events(String name, int from, int to) throws IOException {
        return Files.writeString(
                folder.resolve(name),
                IntStream.range(from, to)
                        .mapToObj(n ->
                                "{\"email\":\"p%d@example.com\",\"timestamp\":%d,\"event\":\"delivered\",\"sg_event_id\":\"e%d\",\"sg_message_id\":\"m%d\"}\n"
                                        .formatted(n, 1773388800 + n, n, n))
                        .collect(Collectors.joining()));
    }

    /** Somebody does something to a file while it is read. */
    private interface Meddling {
        void with(Path file) throws IOException;
    }

    private void isRefusedWhere(Meddling meddling) throws Exception {
        importer.importFile(events("before.ndjson", 0, 50), OPTIONS, ImportListener.none());
        Path file = events("changing.ndjson", 1_000, 40_000);
        AtomicBoolean done = new AtomicBoolean();
        FileReport report = importer.importFile(file, OPTIONS, new ImportListener() {
            @Override
            public void progress(Path read, long bytes, long total) {
                if (bytes > 100_000 && done.compareAndSet(false, true)) {
                    try {
                        meddling.with(file);
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                }
            }
        });
        assertThat(done).isTrue();
        assertThat(report.status()).as(report.message()).isEqualTo(Status.FAILED);
        assertThat(report.message()).contains("changing.ndjson").contains("Nothing of it was stored");
        assertThat(store.imports()).hasSize(1);
        assertThat(store.check().isSound()).isTrue();
        assertThat(store.check().events()).isEqualTo(50);
    }

    @Test
    void aFileThatGrowsWhileItIsReadIsNotStored() throws Exception {
        isRefusedWhere(file -> Files.writeString(file, "{}\n", StandardOpenOption.APPEND));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "permissions, pipes and open files are others there")
    void aFileThatShrinksWhileItIsReadIsNotStored() throws Exception {
        isRefusedWhere(file -> {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.truncate(50_000);
            }
        });
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "permissions, pipes and open files are others there")
    void aFileThatIsRemovedWhileItIsReadIsNotStored() throws Exception {
        isRefusedWhere(Files::delete);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "permissions, pipes and open files are others there")
    void whatIsNoFileIsRefusedAtOnce() throws Exception {
        Path broken = Files.createSymbolicLink(folder.resolve("broken.csv"), folder.resolve("nowhere"));
        Path pipe = folder.resolve("pipe.csv");
        int made = new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
        assumeThat(made).isZero();
        for (Path odd : List.of(broken, pipe, folder, Path.of("/dev/zero"))) {
            FileReport report = importer.importFile(odd, OPTIONS, ImportListener.none());
            assertThat(report.status()).as("%s", odd).isEqualTo(Status.FAILED);
            assertThat(report.message()).contains("cannot be read");
        }
        assertThat(store.imports()).isEmpty();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "permissions, pipes and open files are others there")
    void aFileThatMayNotBeReadIsSaidSo() throws Exception {
        Path file = events("secret.ndjson", 0, 5);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeThat(Files.isReadable(file))
                .as("an administrator reads everything")
                .isFalse();
        assertThat(importer.importFile(file, OPTIONS, ImportListener.none()).message())
                .contains("permissions");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "permissions, pipes and open files are others there")
    void aLongPathAndAStrangeNameAreOrdinary() throws Exception {
        Path deep = folder;
        for (int i = 0; i < 6; i++) {
            deep = Files.createDirectories(deep.resolve("a folder with a name of some length ".repeat(2) + i));
        }
        Path file = Files.move(events("plain.ndjson", 0, 5), deep.resolve("évén\nements;\u202e 😀.ndjson"));
        assertThat(file.toString().length()).isGreaterThan(400);
        assertThat(importer.importFile(file, OPTIONS, ImportListener.none()).added())
                .isEqualTo(5);
    }

    @Test
    void theCancelButtonAtAnyMomentLeavesTheStoreAsItWas() throws Exception {
        importer.importFile(events("before.ndjson", 0, 500), OPTIONS, ImportListener.none());
        Path file = events("cancelled.ndjson", 400, 6_000);
        AtomicLong questions = new AtomicLong();
        importer.importFile(events("counted.ndjson", 10_000, 15_600), OPTIONS, counting(questions, Long.MAX_VALUE));
        long asked = questions.get();
        store.undo(2);
        int texts = store.dictionaries().addresses().size();
        Random random = new Random(69);
        for (int i = 0; i < CANCELS; i++) {
            questions.set(0);
            FileReport report =
                    importer.importFile(file, OPTIONS, counting(questions, random.nextLong(Math.max(1, asked / 2))));
            assertThat(report.status()).isEqualTo(Status.CANCELLED);
            assertThat(store.imports()).hasSize(1);
            assertThat(store.dictionaries().addresses().size()).isEqualTo(texts);
        }
        assertThat(store.check().isSound()).isTrue();
        FileReport whole = importer.importFile(file, OPTIONS, ImportListener.none());
        assertThat(whole.added()).isEqualTo(5_500);
        assertThat(whole.duplicates()).isEqualTo(100);
        assertThat(store.check().events()).isEqualTo(6_000);
    }

    /** However many lines cannot be read, the import goes on until somebody stops it. */
    @Test
    void aFileOfUnreadableLinesIsStoppedLikeAnyOther() throws Exception {
        Path file = events("bad.ndjson", 0, 10);
        String line = "{\"event\":\"delivered\",\"email\":\"none\"}\n";
        Files.writeString(file, line.repeat(BAD_LINES), StandardOpenOption.APPEND);
        FileReport whole = importer.importFile(file, OPTIONS, ImportListener.none());
        assertThat(whole.added()).isEqualTo(10);
        assertThat(whole.rejected()).isEqualTo(BAD_LINES);
        store.undo(1);
        AtomicBoolean nearTheEnd = new AtomicBoolean();
        FileReport stopped = importer.importFile(file, OPTIONS, new ImportListener() {
            @Override
            public void progress(Path read, long bytes, long total) {
                nearTheEnd.set(bytes > total * 9 / 10);
            }

            @Override
            public boolean isCancelled(Path read) {
                return nearTheEnd.get();
            }
        });
        assertThat(stopped.status()).isEqualTo(Status.CANCELLED);
        assertThat(store.imports()).isEmpty();
        assertThat(store.check().problems()).isEmpty();
    }

    /** {@code -Drebound.badLines=120000} has more of them than anybody looks at. */
    private static final int BAD_LINES = Integer.getInteger("rebound.badLines", 4_000);

    /** Pressed after the question whether to stop was asked so many times. */
    private static ImportListener counting(AtomicLong questions, long pressedAt) {
        return new ImportListener() {
            @Override
            public boolean isCancelled(Path file) {
                return questions.getAndIncrement() >= pressedAt;
            }
        };
    }
}
