package dev.rebound.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal holds what support needs and nobody's address; it stays small and private. */
class JournalTest {
    private static final String ANNA = "anna.secret@example.com";

    @TempDir
    Path folder;

    /** A clock that is put forward by hand. */
    private static final class HandClock extends Clock {
        private Instant now = Instant.parse("2026-03-20T08:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private final HandClock clock = new HandClock();

    private Journal journal() {
        return Journal.of(folder, clock);
    }

    @Test
    void aLineSaysWhatHappenedAndWhen() {
        journal().note(Note.of("import").with("feed", "SendGrid events").with("added", 12));
        assertThat(journal().last(5)).containsExactly("2026-03-20T08:00:00Z import feed=\"SendGrid events\" added=12");
    }

    @Test
    void whatATroubleSaidIsNotKeptAndWhereItHappenedIs() throws IOException {
        RuntimeException thrown = new IllegalStateException(
                "no row for " + ANNA, new UncheckedIOException(new NoSuchFileException("/home/anna.secret/x.csv")));
        Trouble trouble = journal().trouble(thrown);
        String kept = Files.readString(journal().file());
        assertThat(kept)
                .contains("code=" + trouble.code())
                .contains("java.lang.IllegalStateException")
                .contains("caused by java.io.UncheckedIOException")
                .contains("JournalTest.whatATroubleSaidIsNotKept")
                .doesNotContain("anna")
                .doesNotContain("x.csv");
        assertThat(SupportReport.of(journal(), trouble))
                .contains("code: " + trouble.code())
                .contains("caused by")
                .doesNotContain("anna");
    }

    private static RuntimeException fails(String message) {
        return new IllegalArgumentException(message);
    }

    @Test
    void theSameTroubleHasTheSameCodeWhateverItSays() {
        String code = Trouble.of(fails("one")).code();
        assertThat(code).matches("X[0-9A-F]{8}");
        assertThat(Trouble.of(fails("two")).code()).isEqualTo(code);
        assertThat(Trouble.of(new IllegalStateException("one")).code()).isNotEqualTo(code);
        assertThat(Trouble.of(new StoreException(StoreException.Trouble.DISK_FULL, "full", null))
                        .code())
                .isEqualTo("S07");
        assertThat(Trouble.of(new IOException("x")).code()).startsWith("F");
    }

    @Test
    void aTroubleThatComesAgainAndAgainIsWrittenOnceInAWhile() {
        Journal journal = journal();
        for (int i = 0; i < 1000; i++) {
            journal.trouble(fails("again"));
        }
        assertThat(journal.last(10_000).stream().filter(l -> l.contains("trouble code=")))
                .hasSize(1);
        clock.now = clock.now.plusSeconds(11);
        journal.trouble(fails("again"));
        assertThat(journal.last(10_000).stream().filter(l -> l.contains("trouble code=")))
                .hasSize(2);
    }

    @Test
    void filesRotateAndTheOldestGo() throws IOException {
        Journal journal = journal();
        String word = "x".repeat(100);
        for (int i = 0; i < 40_000; i++) {
            journal.note(Note.of("line").with("number", i).with("word", word));
        }
        try (Stream<Path> files = Files.list(journal.folder())) {
            List<Path> all = files.sorted().toList();
            assertThat(all).hasSize(1 + Journal.OLDER);
            for (Path file : all) {
                assertThat(Files.size(file)).isLessThan(Journal.LARGEST_BYTES + 1024);
            }
        }
        assertThat(journal.last(1)).hasSize(1).first().asString().contains("number=39999");
    }

    @Test
    void onlyTheOwnerReadsThem() throws IOException {
        journal().note(Note.of("opened"));
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(journal().file())))
                    .isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(journal().folder())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void whereNothingCanBeWrittenNobodyIsKeptFromWorking() throws IOException {
        Journal nowhere = Journal.of(folder.resolve("missing"), clock);
        nowhere.note(Note.of("opened"));
        assertThat(folder.resolve("missing")).doesNotExist();
        Files.writeString(folder.resolve("logs"), "a file where the folder should be");
        journal().note(Note.of("opened"));
        assertThat(journal().last(5)).isEmpty();
        assertThat(SupportReport.of(journal(), null)).contains("Rebound");
    }

    @Property(seed = "2026")
    void noWordBringsAnAddressOrALineOfItsOwn(@ForAll String before, @ForAll String after) {
        String line = Note.of("import")
                .with("feed", before + " " + ANNA + " " + after)
                .toString();
        assertThat(line).doesNotContain("@").doesNotContain("anna.secret");
        assertThat(line.codePoints())
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
        assertThat(line.chars().filter(c -> c == '"')).hasSize(2);
    }

    @Test
    void anAddressAtThePlaceWhereALongWordIsCutIsMaskedToo() {
        for (int before = 100; before < 125; before++) {
            assertThat(Note.of("import")
                            .with("feed", "x".repeat(before) + " " + ANNA)
                            .toString())
                    .doesNotContain("anna");
        }
    }
}
