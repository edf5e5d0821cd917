package dev.rebound.feeds.profile;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.domain.RawEvent;
import dev.rebound.feeds.Reading;
import dev.rebound.feeds.container.FeedException;
import dev.rebound.feeds.profile.ColumnMapping.Missing;
import dev.rebound.feeds.profile.ColumnMapping.Target;
import dev.rebound.feeds.provider.StandardFeeds;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A table that no feed knows: what its columns suggest, what must be said, and the reader that comes of it. */
class ColumnMappingTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final String GERMAN = """
            Datum;Empfänger;Kampagne;Status;Grund
            13.03.2026 09:00;anna@example.com;Frühling;zugestellt;"250 2.0.0; gut"
            13.03.2026 09:01;gone@example.net;Frühling;Hardbounce;550 5.1.1 niemand
            13.03.2026 09:02;full@example.org;Frühling;verzögert;452 4.2.2 voll
            """;

    @TempDir
    Path folder;

    private TableSample table(String name, byte[] bytes) throws IOException {
        return TableSample.of(Files.write(folder.resolve(name), bytes)).orElseThrow();
    }

    private TableSample german() throws IOException {
        return table("versand.csv", GERMAN.getBytes(Charset.forName("windows-1252")));
    }

    @Test
    void theNamesOfTheColumnsSuggestWhatIsInThem() throws IOException {
        ColumnMapping said = ColumnMapping.suggested(german(), PARIS);
        assertThat(said.columns())
                .containsEntry(Target.TIME, "datum")
                .containsEntry(Target.ADDRESS, "empfänger")
                .containsEntry(Target.CAMPAIGN, "kampagne")
                .containsEntry(Target.KIND, "status")
                .containsEntry(Target.REPLY, "grund");
        assertThat(said.words())
                .containsEntry("zugestellt", EventKind.DELIVERY)
                .containsEntry("Hardbounce", EventKind.HARD_BOUNCE)
                .containsEntry("verzögert", EventKind.DEFERRAL);
        assertThat(said.missing(german())).isEmpty();
    }

    @Test
    void thePreviewIsWhatTheImportStores() throws IOException, FeedException {
        TableSample table = german();
        FeedProfile reader = ColumnMapping.suggested(table, PARIS).profile(table);
        List<MappedRows.Row> rows = MappedRows.of(table, reader, PARIS, 20);
        Reading imported =
                Reading.of(folder.resolve("versand.csv"), StandardFeeds.catalog(List.of(reader)), ZoneOffset.UTC);
        assertThat(imported.events())
                .extracting(RawEvent::time, RawEvent::kind, e -> e.address().key())
                .containsExactlyElementsOf(rows.stream()
                        .map(r -> java.util.Objects.requireNonNull(r.event()))
                        .map(e -> org.assertj.core.groups.Tuple.tuple(
                                e.time(), e.kind(), e.address().key()))
                        .toList());
        assertThat(imported.events().getFirst().time()).isEqualTo(Instant.parse("2026-03-13T08:00:00Z"));
        assertThat(imported.events().get(1).text(EventText.ENHANCED_CODE)).isEqualTo("5.1.1");
    }

    @Test
    void aDayThatCouldBeAMonthIsAskedForAndNeverGuessed() throws IOException {
        TableSample unsure = table("a.csv", "email,date,status\na@example.com,3/4/2026 10:00,sent\n".getBytes(UTF_8));
        ColumnMapping said = ColumnMapping.suggested(unsure, PARIS);
        assertThat(said.needsDates(unsure)).isTrue();
        assertThat(said.dates()).isNull();
        assertThat(said.missing(unsure)).containsExactly(Missing.DATES);
        assertThat(MappedRows.of(unsure, said.profile(unsure), PARIS, 20)
                        .getFirst()
                        .problem())
                .contains("either of two days");
        ColumnMapping dayFirst = said.withDates("dmy");
        assertThat(dayFirst.missing(unsure)).isEmpty();
        RawEvent event = MappedRows.of(unsure, dayFirst.profile(unsure), PARIS, 20)
                .getFirst()
                .event();
        assertThat(java.util.Objects.requireNonNull(event).time()).isEqualTo(Instant.parse("2026-04-03T08:00:00Z"));
    }

    @Test
    void oneCertainRowTellsTheOrderOfAll() throws IOException {
        TableSample told = table(
                "a.csv",
                "email,date,status\na@example.com,3/4/2026,sent\nb@example.com,3/14/2026,sent\n".getBytes(UTF_8));
        assertThat(ColumnMapping.suggested(told, PARIS).dates()).isEqualTo("mdy");
    }

    /** The forms in which exports of windows and of spreadsheets write the thirteenth of March, at nine in Paris. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "13/03/2026 09:00",
                "13-03-2026 09:00:00",
                "13.03.26 9:00",
                "3/13/26 9:00 AM",
                "13/03/2026 08:00 UTC",
                "03/13/2026 8:00:00 AM +00:00",
                "2026-03-13 9:00",
                "2026/03/13 09:00:00",
                "Mar 13, 2026 9:00 AM",
                "Fri, Mar 13, 2026, 9:00:00 AM",
                "March 13, 2026 09:00",
                "13 Mar 2026 09:00",
                "13 mars 2026 09:00",
                "13. März 2026, 09:00"
            })
    void timesAreReadAsPeopleWriteThem(String written) throws IOException {
        TableSample times = table("t.csv", ("email;status;time\na@example.com;sent;" + written + "\n").getBytes(UTF_8));
        ColumnMapping said = ColumnMapping.suggested(times, PARIS);
        assertThat(said.missing(times)).isEmpty();
        assertThat(MappedRows.of(times, said.profile(times), PARIS, 20))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.problem()).isEmpty();
                    assertThat(Objects.requireNonNull(row.event()).time())
                            .isEqualTo(Instant.parse("2026-03-13T08:00:00Z"));
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"03/04/2026", "3-4-2026 09:00", "3/4/26 9:00 AM"})
    void everyFormInWhichADayCouldBeAMonthIsAskedFor(String written) throws IOException {
        TableSample times = table("t.csv", ("email;status;time\na@example.com;sent;" + written + "\n").getBytes(UTF_8));
        ColumnMapping said = ColumnMapping.suggested(times, PARIS);
        assertThat(said.missing(times)).containsExactly(Missing.DATES);
        assertThat(MappedRows.of(times, said.profile(times), PARIS, 20)
                        .getFirst()
                        .problem())
                .contains("either of two days");
    }

    @ParameterizedTest
    @CsvSource({
        "Not delivered, BOUNCE",
        "Undelivered, BOUNCE",
        "nicht zugestellt, BOUNCE",
        "Not sent, DROP",
        "unopened, OTHER",
        "Blocked as spam, BLOCK",
        "Marked as spam, COMPLAINT",
        "Delivered, DELIVERY",
        "sent, SEND"
    })
    void aWordThatSaysNoIsNotSuggestedAsItsOpposite(String word, EventKind kind) throws IOException {
        TableSample words =
                table("w.csv", ("email,status,time\na@example.com," + word + ",2026-03-13\n").getBytes(UTF_8));
        assertThat(ColumnMapping.suggested(words, PARIS).words()).containsEntry(word, kind);
    }

    @Test
    void aTableWithoutKindsIsOfOneKind() throws IOException {
        TableSample list = table("list.txt", "\uFEFFemail\tdate\nx@example.com\t2026-03-01\n".getBytes(UTF_16LE));
        ColumnMapping said = ColumnMapping.suggested(list, PARIS);
        assertThat(said.missing(list)).containsExactly(Missing.KIND);
        ColumnMapping whole = said.withEveryRow(EventKind.LISTED_INVALID);
        assertThat(whole.missing(list)).isEmpty();
        RawEvent event =
                MappedRows.of(list, whole.profile(list), PARIS, 20).getFirst().event();
        assertThat(java.util.Objects.requireNonNull(event).kind()).isEqualTo(EventKind.LISTED_INVALID);
    }

    @Test
    void aSavedReaderIsReadAgainAndKnowsTheNextFile() throws IOException, FeedException {
        TableSample table = german();
        FeedProfile reader =
                ColumnMapping.suggested(table, PARIS).withName("Unser Versand").profile(table);
        ProfileFolder readers = StandardFeeds.readers(folder.resolve("store"));
        readers.save(reader);
        assertThat(readers.read().profiles()).containsExactly(reader);
        Path next = Files.writeString(
                folder.resolve("naechster.csv"),
                "Status;Grund;Kampagne;Empfänger;Datum\nzugestellt;;Sommer;b@example.com;14.06.2026 08:00\n");
        Reading read = Reading.of(next, StandardFeeds.catalog(folder.resolve("store")), ZoneOffset.UTC);
        assertThat(read.file().feedId()).isEqualTo("unser-versand");
        assertThat(read.events()).hasSize(1);
    }

    @Test
    void whatIsNoTableIsNotMapped() throws IOException {
        assertThat(TableSample.of(Files.writeString(folder.resolve("a.json"), "{\"a\":1}\n")))
                .isEmpty();
        assertThat(TableSample.of(Files.write(folder.resolve("b"), new byte[] {0, 1, 2})))
                .isEmpty();
    }
}
