package dev.rebound.feeds.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.domain.RawEvent;
import dev.rebound.domain.Reason;
import dev.rebound.domain.Rejection;
import dev.rebound.feeds.Reading;
import dev.rebound.feeds.container.FeedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostfixLogTest {
    private static final String LINE =
            "%s out1 postfix/smtp[1]: 4E74613FE76: to=<anna@example.com>, relay=mx1.example.com[192.0.2.10]:25, delay=2,"
                    + " delays=0/0/1/1, dsn=2.0.0, status=sent (250 Ok)\n";

    @TempDir
    Path folder;

    private static Reading log() throws FeedException {
        return Reading.ofFixture("postfix/mail.log-20260215");
    }

    private static List<RawEvent> of(String address, Reading log) {
        return log.events().stream()
                .filter(e -> e.address().key().equals(address))
                .toList();
    }

    @Test
    void eachRecipientIsSentToOnceWhenTheMailCameIn() throws FeedException {
        List<RawEvent> full = of("full@example.org", log());
        assertThat(full)
                .extracting(RawEvent::kind)
                .containsExactly(EventKind.SEND, EventKind.DEFERRAL, EventKind.DEFERRAL, EventKind.SOFT_BOUNCE);
        assertThat(full.getFirst().time()).isEqualTo(Instant.parse("2026-02-11T08:00:00.800Z"));
        assertThat(full).extracting(e -> e.text(EventText.MESSAGE_ID)).containsOnly("4E74613FE76 2026-02-11");
        assertThat(full).extracting(e -> e.text(EventText.HEADER_MESSAGE_ID)).containsOnly("spring-1@news.example.org");
    }

    @Test
    void theServersWordsStandAlone() throws FeedException {
        RawEvent gone = of("gone@example.net", log()).getLast();
        assertThat(gone.kind()).isEqualTo(EventKind.BOUNCE);
        assertThat(gone.text(EventText.REPLY)).isEqualTo("550 5.1.1 <gone@example.net>: no mailbox here by that name");
        assertThat(gone.text(EventText.ENHANCED_CODE)).isEqualTo("5.1.1");
        assertThat(gone.text(EventText.MX)).isEqualTo("mx.example.net");
        assertThat(gone.text(EventText.FROM_DOMAIN)).isEqualTo("news.example.org");
        assertThat(of("nobody@lists.example.org", log()).getLast().text(EventText.REPLY))
                .isEqualTo("user unknown");
    }

    @Test
    void anExpiredMessageIsTheEndOfThoseThatStillWaited() throws FeedException {
        RawEvent given = of("full@example.org", log()).getLast();
        assertThat(given.time()).isEqualTo(Instant.parse("2026-02-14T08:00:00.250Z"));
        assertThat(given.hint()).isEqualTo(Reason.DELIVERY_EXPIRED);
        assertThat(of("anna@example.com", log())).extracting(RawEvent::kind).doesNotContain(EventKind.SOFT_BOUNCE);
        assertThat(log().rejections())
                .extracting(Rejection::reason)
                .anyMatch(r -> r.contains("66C1564F577C") && r.contains("earlier log"));
    }

    @Test
    void aNoticeToTheSenderAndAHandoverToAFilterAreNoDeliveries() throws FeedException {
        assertThat(of("news@news.example.org", log())).isEmpty();
        assertThat(of("passed@example.com", log()))
                .extracting(RawEvent::kind)
                .containsExactly(EventKind.SEND, EventKind.DELIVERY);
    }

    @Test
    void whatIsThrownAwayIsDropped() throws FeedException {
        assertThat(of("unwanted@example.com", log()).getLast().kind()).isEqualTo(EventKind.DROP);
    }

    @Test
    void anAliasIsFollowedUnderTheAddressThatWasWrittenTo() throws FeedException {
        RawEvent aliased = of("\"with, comma\"@example.com", log()).getLast();
        assertThat(aliased.text(EventText.DETAIL)).isEqualTo("orig_to=alias@example.org");
    }

    @Test
    void everyLineIsAccountedFor() throws FeedException {
        Reading log = log();
        assertThat(log.file().records()).isEqualTo(log.said() + log.file().silent());
        assertThat(log.rejections()).hasSize(2);
    }

    @Test
    void theYearIsTheNewestInWhichTheLogIsNotLaterThanItsFile() throws Exception {
        Map<String, String> yearOfFile = Map.of(
                "2026-02-12T00:00:00Z", "2026-02-11T16:49:24Z",
                "2026-02-01T00:00:00Z", "2025-02-11T16:49:24Z",
                "2027-01-31T00:00:00Z", "2026-02-11T16:49:24Z");
        for (Map.Entry<String, String> e : yearOfFile.entrySet()) {
            Path file = Files.writeString(folder.resolve("mail.log"), LINE.formatted("Feb 11 16:49:24"));
            Files.setLastModifiedTime(file, FileTime.from(Instant.parse(e.getKey())));
            assertThat(Reading.of(file).events().getLast().time()).isEqualTo(Instant.parse(e.getValue()));
        }
    }

    @Test
    void theDateInTheNameCountsMoreThanTheDisk() throws Exception {
        Path file = Files.writeString(folder.resolve("mail.log-20230212"), LINE.formatted("Feb 11 16:49:24"));
        Reading log = Reading.of(file);
        assertThat(log.events().getLast().time()).isEqualTo(Instant.parse("2023-02-11T16:49:24Z"));
        assertThat(log.file().notes()).singleElement().asString().contains("no year", "2023", "mail.log-20230212");
    }

    @Test
    void aLogOverNewYearGoesOn() throws Exception {
        Path file = Files.writeString(
                folder.resolve("mail.log-20260102"),
                LINE.formatted("Dec 31 23:59:59") + LINE.formatted("Jan  1 00:00:01"));
        assertThat(Reading.of(file).events())
                .filteredOn(e -> e.kind() == EventKind.DELIVERY)
                .extracting(RawEvent::time)
                .containsExactly(Instant.parse("2025-12-31T23:59:59Z"), Instant.parse("2026-01-01T00:00:01Z"));
    }

    @Test
    void aLeapDayFindsItsYear() throws Exception {
        Path file = Files.writeString(folder.resolve("mail.log-20260102"), LINE.formatted("Feb 29 12:00:00"));
        assertThat(Reading.of(file).events().getLast().time()).isEqualTo(Instant.parse("2024-02-29T12:00:00Z"));
    }

    @Test
    void localTimesAreReadInTheZoneThatWasGivenAndSaid() throws Exception {
        Path file = Files.writeString(folder.resolve("mail.log-20260212"), LINE.formatted("Feb 11 16:49:24"));
        Reading log = Reading.of(file, StandardFeeds.catalog(), ZoneId.of("Europe/Paris"));
        assertThat(log.events().getLast().time()).isEqualTo(Instant.parse("2026-02-11T15:49:24Z"));
        assertThat(log.file().zoneAssumed()).isTrue();
        Path zoned = Files.writeString(folder.resolve("zoned.log"), LINE.formatted("2026-02-11T16:49:24.123456+01:00"));
        assertThat(Reading.of(zoned).file().zoneAssumed()).isFalse();
        assertThat(Reading.of(zoned).file().notes()).isEmpty();
    }

    @Test
    void theNewSyslogIsReadToo() throws FeedException, IOException {
        Reading log = Reading.of(
                folder,
                "a.log",
                LINE.formatted("<22>1 2026-02-11T16:49:24Z").replace("postfix/smtp[1]:", "postfix/smtp 812 - -"));
        assertThat(log.events()).extracting(RawEvent::kind).containsExactly(EventKind.SEND, EventKind.DELIVERY);
    }
}
