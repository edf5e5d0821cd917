package dev.rebound.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.classify.Classifier;
import dev.rebound.feeds.provider.StandardFeeds;
import dev.rebound.intake.FileReport.Status;
import dev.rebound.store.ImportRun;
import dev.rebound.store.Store;
import dev.rebound.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file is in the store as a whole or not at all, once, and can be taken back. */
class ImporterTest {
    private static final ImportOptions OPTIONS = new ImportOptions(ZoneOffset.UTC, null, false);

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
                IntStream.range(from, to).mapToObj(ImporterTest::event).collect(Collectors.joining()));
    }

    private static String event(int n) {
        return "{\"email\":\"p%d@example.com\",\"timestamp\":%d,\"event\":\"delivered\",\"response\":\"250 OK\",\"sg_event_id\":\"e%d\",\"sg_message_id\":\"m%d\"}%n"
                .formatted(n, 1773388800 + n, n, n);
    }

    private long rows() {
        return store.events().values().stream()
                .flatMap(List::stream)
                .mapToLong(c -> c.size())
                .sum();
    }

    @Test
    void theSameFileTwiceAddsNothingAndSaysSo() throws Exception {
        Path file = events("a.ndjson", 0, 50);
        assertThat(importer.importFile(file, OPTIONS, ImportListener.none()).added())
                .isEqualTo(50);
        FileReport again = importer.importFile(file, OPTIONS, ImportListener.none());
        assertThat(again.status()).isEqualTo(Status.ALREADY_IMPORTED);
        assertThat(again.added()).isZero();
        assertThat(again.message()).contains("a.ndjson").contains("already imported on 20");
        assertThat(store.imports()).hasSize(1);
    }

    /** Read once more by the same reader the file is there once; by one that cannot read it everything stays. */
    @Test
    void aFileInTheStoreIsReadAgainOnlyWhereItCanBeReadSo() throws Exception {
        Path file = events("a.ndjson", 0, 50);
        importer.importFile(file, OPTIONS, ImportListener.none());
        FileReport same = importer.importFile(file, again("sendgrid-webhook"), ImportListener.none());
        assertThat(same.status()).isEqualTo(Status.IMPORTED);
        assertThat(same.added()).isEqualTo(50);
        assertThat(store.imports()).hasSize(1);
        FileReport other = importer.importFile(file, again("amazon-ses"), ImportListener.none());
        assertThat(other.status()).isNotEqualTo(Status.IMPORTED);
        assertThat(other.message()).endsWith("stays as it was.");
        assertThat(store.imports()).hasSize(1);
        assertThat(rows()).isEqualTo(50);
    }

    private static ImportOptions again(String reader) {
        return new ImportOptions(ZoneOffset.UTC, reader, false, ImportOptions.ASKED_ABOVE, true);
    }

    @Test
    void oneIdOnTwoKindsOfEventIsTwoEvents() throws Exception {
        Path file = Files.writeString(folder.resolve("twice.ndjson"), """
                {"email":"anna@example.com","timestamp":1773388800,"event":"processed","sg_event_id":"e1","sg_message_id":"m1"}
                {"email":"anna@example.com","timestamp":1773388801,"event":"bounce","type":"bounce","reason":"550 no such user","sg_event_id":"e1","sg_message_id":"m1"}
                """);
        assertThat(importer.importFile(file, OPTIONS, ImportListener.none()).added())
                .isEqualTo(2);
    }

    @Test
    void anOverlapAddsOnlyWhatIsNew() throws Exception {
        importer.importFile(events("a.ndjson", 0, 50), OPTIONS, ImportListener.none());
        FileReport second = importer.importFile(events("b.ndjson", 30, 80), OPTIONS, ImportListener.none());
        assertThat(second.added()).isEqualTo(30);
        assertThat(second.duplicates()).isEqualTo(20);
        assertThat(rows()).isEqualTo(80);
    }

    @Test
    void aCancelledFileIsAbsentAndTheOthersAreWhole() throws Exception {
        Path whole = events("a.ndjson", 0, 50);
        Path given = events("b.ndjson", 1000, 60_000);
        Path after = events("c.ndjson", 100, 150);
        importer.importFile(whole, OPTIONS, ImportListener.none());
        AtomicLong heard = new AtomicLong();
        FileReport cancelled = importer.importFile(given, OPTIONS, new ImportListener() {
            @Override
            public void progress(Path file, long bytes, long total) {
                heard.set(bytes);
            }

            @Override
            public boolean isCancelled(Path file) {
                return heard.get() > 100_000;
            }
        });
        importer.importFile(after, OPTIONS, ImportListener.none());
        assertThat(cancelled.status()).isEqualTo(Status.CANCELLED);
        assertThat(heard.get()).as("it stopped on the way").isLessThan(Files.size(given));
        assertThat(rows()).isEqualTo(100);
        assertThat(store.imports()).extracting(r -> r.source().name()).containsExactly("a.ndjson", "c.ndjson");
        assertThat(store.check().isSound()).isTrue();

        FileReport later = importer.importFile(given, OPTIONS, ImportListener.none());
        assertThat(later.added()).as("a cancelled file can be imported later").isEqualTo(59_000);
    }

    @Test
    void aDryRunReportsAndKeepsNothing() throws Exception {
        Path file = events("a.ndjson", 0, 50);
        FileReport dry =
                importer.importFile(file, new ImportOptions(ZoneOffset.UTC, null, true), ImportListener.none());
        assertThat(dry.added()).isEqualTo(50);
        assertThat(store.imports()).isEmpty();
        assertThat(rows()).isZero();
        assertThat(importer.importFile(file, OPTIONS, ImportListener.none()).added())
                .isEqualTo(50);
    }

    @Test
    void anImportCanBeTakenBackAndGivenAgain() throws Exception {
        Path first = events("a.ndjson", 0, 50);
        Path overlapping = events("b.ndjson", 30, 80);
        importer.importFile(first, OPTIONS, ImportListener.none());
        importer.importFile(overlapping, OPTIONS, ImportListener.none());
        ImportRun run = store.imports().getLast();
        store.undo(run.id());
        assertThat(rows()).isEqualTo(50);
        assertThat(store.imports()).hasSize(1);
        assertThat(importer.importFile(overlapping, OPTIONS, ImportListener.none())
                        .added())
                .isEqualTo(30);
        assertThat(rows()).isEqualTo(80);
    }

    @Test
    void brokenLinesAreKeptWithLineAndReasonAndTheGoodOnesAroundThemToo() throws Exception {
        Path file = Files.writeString(folder.resolve("a.ndjson"), event(1) + "{\"email\":\"cut\n" + event(2));
        FileReport report = importer.importFile(file, OPTIONS, ImportListener.none());
        assertThat(report.added()).isEqualTo(2);
        assertThat(report.rejections()).singleElement().satisfies(r -> {
            assertThat(r.line()).isEqualTo(2);
            assertThat(r.reason()).isNotBlank();
        });
        assertThat(store.rejections(store.imports().getFirst().id(), 10)).hasSize(1);
    }

    @Test
    void aFileNobodyKnowsIsRefusedAndLeavesNothing() throws Exception {
        Path file = Files.writeString(folder.resolve("a.txt"), "Dear diary,\nnothing happened today.\n");
        FileReport report = importer.importFile(file, OPTIONS, ImportListener.none());
        assertThat(report.status()).isEqualTo(Status.NOT_RECOGNISED);
        assertThat(report.message()).contains("a.txt");
        assertThat(store.imports()).isEmpty();
    }

    @Test
    void aFileThatIsGoneIsSaidSo() throws Exception {
        FileReport report = importer.importFile(folder.resolve("gone.csv"), OPTIONS, ImportListener.none());
        assertThat(report.status()).isEqualTo(Status.FAILED);
        assertThat(report.message()).contains("gone.csv");
    }

    /** Lines that tell of no mail do not make the share of the unreadable ones smaller than what the question is about. */
    @Test
    void aWithheldLogSaysItsShareOfTheLinesThatTellOfMailAndTheTimeThatStandsInItsFirstLine() throws Exception {
        String start = "Feb 24 16:18:40 mx1 postfix/";
        Path log = Files.writeString(
                folder.resolve("mail.log-20260225"),
                start + "smtp[9]: 4E74613FE76: to=<anna@example.com>, relay=mx.example.com[192.0.2.10]:25, delay=2017,"
                        + " dsn=2.0.0, status=sent (250 Ok)\n"
                        + (start + "smtp[9]: connect to mx.example.com[192.0.2.10]:25: Connection timed out\n")
                                .repeat(40)
                        + start
                        + "qmgr[8]: 66C15648577: from=<news@example.org>, status=expired, returned to sender\n");
        FileReport report = importer.importFile(
                log, new ImportOptions(ZoneOffset.UTC, null, false, ImportOptions.ASKED_ABOVE), ImportListener.none());
        assertThat(report.status()).isEqualTo(Status.WITHHELD);
        assertThat(report.rejected()).isGreaterThan((long) (ImportOptions.ASKED_ABOVE * report.read()));
        assertThat(report.message()).contains(report.rejected() + " of " + report.read() + " records");
        assertThat(UnzonedFile.of(StandardFeeds.catalog(), log))
                .hasValueSatisfying(f -> assertThat(f.written()).isEqualTo("2026-02-24T16:18:40"));
        assertThat(importer.importFile(log, OPTIONS, ImportListener.none()).message())
                .contains("carry no year: 2026 was taken");
    }
}
