package dev.rebound.feeds.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.domain.RawEvent;
import dev.rebound.feeds.FeedCatalog;
import dev.rebound.feeds.Reading;
import dev.rebound.feeds.container.FeedException;
import dev.rebound.feeds.provider.StandardFeeds;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfilesTest {
    private static final String MINE = """
            {"version": 1, "id": "mine", "name": "My log", "source": "Shop mailer",
             "recognise": {"shape": "csv", "has": ["Recipient", "When", "Result"]},
             "address": "Recipient", "time": "When", "dates": "dmy",
             "words": {"of": "Result", "mean": {"ok": "delivery", "hard": "hard_bounce", "full": "soft_bounce mailbox_full"}},
             "texts": {"reply": "Answer", "campaign": "=Newsletter"}, "codes": "Answer"}
            """;

    @TempDir
    Path folder;

    private static FeedProfile profile(String text) throws IOException {
        return Profiles.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "mine.json")
                .getFirst();
    }

    private Reading read(FeedProfile profile, String csv) throws IOException, FeedException {
        Path file = Files.writeString(folder.resolve("log.csv"), csv);
        return Reading.of(file, StandardFeeds.catalog(List.of(profile)), ZoneId.of("Europe/Paris"));
    }

    @Test
    void aSavedReaderReadsAsBefore() throws IOException, FeedException {
        FeedProfile before = profile(MINE);
        ProfileFolder readers = new ProfileFolder(folder.resolve("readers"));
        readers.save(before);
        assertThat(readers.read().profiles()).containsExactly(before);
        Reading reading = read(
                readers.read().profiles().getFirst(),
                "recipient;when;result;answer\nAnna@example.com;13/03/2026 10:00;Hard;550 5.1.1 gone\n");
        RawEvent event = reading.eventOf("anna@example.com");
        assertThat(event.kind()).isEqualTo(EventKind.HARD_BOUNCE);
        assertThat(event.time()).isEqualTo(Instant.parse("2026-03-13T09:00:00Z"));
        assertThat(event.smtpCode()).isEqualTo(550);
        assertThat(event.text(EventText.CAMPAIGN)).isEqualTo("Newsletter");
        assertThat(reading.file().zoneAssumed()).isTrue();
    }

    @Test
    void theOrderOfDayAndMonthIsAskedAndNotGuessed() throws IOException, FeedException {
        String csv = "recipient,when,result\na@example.com,2/1/2026 10:00 pm,ok\nb@example.com,13/1/2026,ok\n";
        Reading said = read(profile(MINE), csv);
        assertThat(said.eventOf("a@example.com").time()).isEqualTo(Instant.parse("2026-01-02T21:00:00Z"));
        Reading silent = read(profile(MINE.replace("\"dates\": \"dmy\",", "")), csv);
        assertThat(silent.events()).hasSize(1);
        assertThat(silent.rejections().getFirst().reason())
                .contains("2/1/2026 10:00 pm")
                .contains("day or the month");
    }

    @Test
    void aZoneThatTheProfileKnowsIsNotAskedFor() throws IOException, FeedException {
        FeedProfile chicago = profile(MINE.replace("\"dates\"", "\"zone\": \"-06:00\", \"dates\""));
        Reading reading = read(chicago, "recipient,when,result\na@example.com,2026-07-01 10:00:00,ok\n");
        assertThat(reading.events().getFirst().time()).isEqualTo(Instant.parse("2026-07-01T16:00:00Z"));
        assertThat(reading.file().zoneAssumed()).isFalse();
    }

    @Test
    void aProfileThatCannotBeReadSaysWhere() {
        assertThatThrownBy(() -> profile(MINE.replace("hard_bounce", "very_hard")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("very_hard");
        assertThatThrownBy(() -> profile(MINE.replace("\"codes\"", "\"kodes\"")))
                .hasMessageContaining("kodes")
                .hasMessageContaining("line 5");
        assertThatThrownBy(() -> profile("{")).hasMessageContaining("mine.json is not valid JSON");
        assertThatThrownBy(() -> profile(MINE.replace("\"version\": 1", "\"version\": 9")))
                .hasMessageContaining("version 1");
    }

    @Test
    void oneBadFileDoesNotDisturbTheOtherReaders() throws IOException {
        ProfileFolder readers = new ProfileFolder(folder);
        readers.save(profile(MINE));
        Files.writeString(folder.resolve("a.json"), "{\"version\": 1}");
        assertThat(readers.read().profiles()).hasSize(1);
        assertThat(readers.read().problems())
                .singleElement()
                .asString()
                .contains("a.json")
                .contains("\"id\"");
    }

    @Test
    void aNearMissSaysWhatIsMissing() {
        assertThatThrownBy(() -> read(profile(MINE), "recipient,when,outcome\na@example.com,2026-01-01,ok\n"))
                .hasMessageContaining("It comes nearest to My log, which also has Result.");
    }

    @Test
    void aRecordWithoutATimeIsAsOldAsItsFileAndTheReportSaysSo() throws IOException, FeedException {
        String csv = "recipient,when,result\na@example.com,,hard\nb@example.com,some day,hard\n";
        Path file = Files.writeString(folder.resolve("log.csv"), csv);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-03-14T08:00:00Z")));
        Path copy = Files.writeString(folder.resolve("copy.csv"), csv);
        Files.setLastModifiedTime(copy, FileTime.from(Instant.parse("2026-03-15T08:00:00Z")));
        FeedCatalog feeds = StandardFeeds.catalog(List.of(profile(MINE)));
        Reading first = Reading.of(file, feeds, ZoneOffset.UTC);
        assertThat(first.eventOf("a@example.com").time()).isEqualTo(Instant.parse("2026-03-14T08:00:00Z"));
        assertThat(first.rejections())
                .singleElement()
                .satisfies(r -> assertThat(r.reason()).contains("no readable time"));
        assertThat(first.file().notes()).singleElement().asString().contains("1 record has no time");
        Reading second = Reading.of(copy, feeds, ZoneOffset.UTC);
        assertThat(second.eventOf("a@example.com").eventId())
                .as("the copy tells the same event")
                .isNotNull()
                .isEqualTo(first.eventOf("a@example.com").eventId());
    }

    @Test
    void aWordThatTheReaderDoesNotKnowIsKeptAndCounted() throws IOException, FeedException {
        Reading reading = read(profile(MINE), "recipient,when,result\na@example.com,2026-03-13 09:00,teleported\n");
        assertThat(reading.events().getFirst().kind()).isEqualTo(EventKind.OTHER);
        assertThat(reading.events().getFirst().text(EventText.RAW_KIND)).isEqualTo("teleported");
        assertThat(reading.file().notes()).singleElement().asString().contains("teleported");
    }
}
