package dev.rebound.feeds.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.domain.RawEvent;
import dev.rebound.domain.Reason;
import dev.rebound.feeds.Reading;
import dev.rebound.feeds.container.FeedException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailgunEventsTest {
    @TempDir
    Path folder;

    private static RawEvent posted(String address) throws FeedException {
        return Reading.ofFixture("mailgun/webhooks.ndjson").eventOf(address);
    }

    private static RawEvent onPage(String address) throws FeedException {
        return Reading.ofFixture("mailgun/events-page.json").eventOf(address);
    }

    private RawEvent failed(String severity, String reason, int code) throws FeedException, IOException {
        String event = "{\"event\":\"failed\",\"severity\":\"" + severity + "\",\"reason\":\"" + reason
                + "\",\"id\":\"x\",\"timestamp\":1773392400,\"log-level\":\"error\",\"recipient\":\"a@example.com\","
                + "\"delivery-status\":{\"code\":" + code + ",\"message\":\"words\"}}\n";
        return Reading.of(folder, "failed.ndjson", event).eventOf("a@example.com");
    }

    @Test
    void aDeliveryCarriesWhatFindsItAgain() throws FeedException {
        RawEvent delivery =
                Reading.ofFixture("mailgun/webhooks.ndjson").events().getFirst();
        assertThat(delivery.kind()).isEqualTo(EventKind.DELIVERY);
        assertThat(delivery.source()).isEqualTo("Mailgun");
        assertThat(delivery.smtpCode()).isEqualTo(250);
        assertThat(delivery.attempt()).isEqualTo(2);
        assertThat(delivery.texts())
                .containsEntry(EventText.MESSAGE_ID, "mg-m1@news.example.org")
                .containsEntry(EventText.SUBJECT, "Spring is here")
                .containsEntry(EventText.FROM_DOMAIN, "news.example.org")
                .containsEntry(EventText.CAMPAIGN, "spring letter")
                .containsEntry(EventText.SENDING_IP, "192.0.2.60")
                .containsEntry(EventText.MX, "mx.example.com")
                .containsEntry(EventText.ESP, "Mailgun")
                .containsEntry(EventText.REPLY, "OK");
    }

    @Test
    void theTimeIsTheEventsAndNotTheSignatures() throws FeedException {
        assertThat(posted("nobody@example.org").time()).isEqualTo(Instant.parse("2026-03-13T09:00:02.500Z"));
    }

    @Test
    void anIdIsUniqueWithinItsDayOnly() throws FeedException, IOException {
        assertThat(posted("nobody@example.org").eventId()).isEqualTo("mg-2 2026-03-13");
        Reading twoDays = Reading.of(folder, "two-days.ndjson", """
                {"event":"delivered","id":"same","timestamp":1773392400,"log-level":"info","recipient":"a@example.com"}
                {"event":"delivered","id":"same","timestamp":1773478800,"log-level":"info","recipient":"b@example.com"}
                """);
        assertThat(twoDays.events()).extracting(RawEvent::eventId).doesNotHaveDuplicates();
    }

    @Test
    void aPermanentBounceKeepsEveryLineOfTheReply() throws FeedException {
        RawEvent bounce = posted("nobody@example.org");
        assertThat(bounce.kind()).isEqualTo(EventKind.HARD_BOUNCE);
        assertThat(bounce.text(EventText.REPLY)).isEqualTo("5.1.1 no such person\n5.1.1 look at the spelling");
        assertThat(bounce.text(EventText.ENHANCED_CODE)).isEqualTo("5.1.1");
        assertThat(bounce.smtpCode()).isEqualTo(550);
        assertThat(bounce.text(EventText.SOURCE_CLASS)).isEqualTo("permanent/bounce");
        assertThat(bounce.text(EventText.MESSAGE_ID)).as("without brackets").isEqualTo("mg-m2@news.example.org");
        assertThat(bounce.hint()).as("too coarse a word").isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "permanent, bounce, 550, HARD_BOUNCE",
        "permanent, generic, 550, BOUNCE",
        "permanent, unknown, 550, BOUNCE",
        "permanent, hardfail, 550, BOUNCE",
        "permanent, espblock, 554, BLOCK",
        "permanent, blacklisted, 554, BLOCK",
        "permanent, old, 450, SOFT_BOUNCE",
        "permanent, greylisted, 450, SOFT_BOUNCE",
        "permanent, suppress-bounce, 605, DROP",
        "permanent, suppress-unsubscribe, 606, DROP",
        "permanent, suppress-complaint, 607, DROP",
        "permanent, bounce, 605, DROP",
        "temporary, generic, 451, DEFERRAL",
        "temporary, greylisted, 450, DEFERRAL",
        "internal, generic, 0, BOUNCE"
    })
    void aFailureIsWhatSeverityAndReasonSay(String severity, String reason, int code, EventKind kind)
            throws FeedException, IOException {
        assertThat(failed(severity, reason, code).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"498, 0", "499, 0", "605, 0", "607, 0", "550, 550", "452, 452"})
    void aCodeOfTheServiceIsNoSmtpCode(int code, int smtp) throws FeedException, IOException {
        assertThat(failed("temporary", "generic", code).smtpCode()).isEqualTo(smtp);
    }

    @Test
    void whatTheServiceDidNotTryIsSuppressed() throws FeedException {
        RawEvent dropped = onPage("dropped@example.net");
        assertThat(dropped.kind()).isEqualTo(EventKind.DROP);
        assertThat(dropped.hint()).isEqualTo(Reason.SUPPRESSED);
        assertThat(dropped.text(EventText.REPLY)).isEqualTo("It bounced before");
        assertThat(onPage("complained.before@example.net").kind()).isEqualTo(EventKind.DROP);
    }

    @Test
    void aDelayHasItsTryAndItsReason() throws FeedException {
        RawEvent delay = onPage("later@example.net");
        assertThat(delay.kind()).isEqualTo(EventKind.DEFERRAL);
        assertThat(delay.attempt()).isEqualTo(3);
        assertThat(delay.hint()).isEqualTo(Reason.GREYLISTED);
        assertThat(delay.text(EventText.REPLY)).as("an empty message").isEqualTo("come back in five minutes");
    }

    @Test
    void aLateBounceHasItsCodeElsewhere() throws FeedException {
        RawEvent late = onPage("full@example.net");
        assertThat(late.text(EventText.ENHANCED_CODE)).isEqualTo("5.2.2");
        assertThat(late.text(EventText.REPLY)).isEqualTo("smtp; 552 5.2.2 over quota");
        assertThat(late.text(EventText.DETAIL)).isEqualTo("We are sorry to say so");
    }

    @Test
    void aRefusedMessageIsRefusedToEachOfItsRecipients() throws FeedException {
        Reading reading = Reading.ofFixture("mailgun/webhooks.ndjson");
        assertThat(reading.events())
                .filteredOn(e -> e.kind() == EventKind.REJECTION)
                .extracting(e -> e.address().key(), RawEvent::eventId)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("anna@example.com", "mg-3 2026-03-13 anna@example.com"),
                        org.assertj.core.groups.Tuple.tuple("ben@example.com", "mg-3 2026-03-13 ben@example.com"));
        RawEvent refused = reading.eventOf("ben@example.com");
        assertThat(refused.text(EventText.REPLY)).isEqualTo("This account is resting.");
        assertThat(refused.text(EventText.DETAIL)).isEqualTo("Ask again tomorrow");
    }

    @Test
    void aMailThatCameInIsNoSendAndOneSentOnByARouteIs() throws FeedException {
        assertThat(onPage("anna@example.com").kind()).isEqualTo(EventKind.SEND);
        assertThat(onPage("team@example.org").kind()).isEqualTo(EventKind.OTHER);
        assertThat(onPage("forwarded@example.net").kind()).isEqualTo(EventKind.SEND);
        assertThat(onPage("box.two@example.org").kind()).isEqualTo(EventKind.OTHER);
    }

    @Test
    void readersAndTheirWishesAreKept() throws FeedException {
        assertThat(onPage("reader@example.com").kind()).isEqualTo(EventKind.OPEN);
        assertThat(onPage("clicker@example.com").kind()).isEqualTo(EventKind.CLICK);
        assertThat(onPage("clicker@example.com").text(EventText.DETAIL)).isEqualTo("https://www.example.org/spring");
        assertThat(onPage("enough@example.com").kind()).isEqualTo(EventKind.UNSUBSCRIBE);
        assertThat(onPage("cross@example.com").kind()).isEqualTo(EventKind.COMPLAINT);
    }

    @Test
    void theCampaignIsTheOldOneElseAVariableElseTheFirstTag() throws FeedException {
        assertThat(onPage("anna@example.com").text(EventText.CAMPAIGN)).isEqualTo("old spring");
        assertThat(posted("nobody@example.org").text(EventText.CAMPAIGN)).isEqualTo("letters");
    }

    @Test
    void testTrafficIsMarked() throws FeedException {
        Reading lines = Reading.ofFixture("mailgun/events.ndjson");
        assertThat(lines.events()).extracting(RawEvent::test).containsExactly(true, false);
    }

    @Test
    void anUnknownWordIsKeptAndSaidAndAMailingListPassedOver() throws FeedException {
        Reading webhooks = Reading.ofFixture("mailgun/webhooks.ndjson");
        assertThat(webhooks.events())
                .anySatisfy(e -> assertThat(e.text(EventText.RAW_KIND)).isEqualTo("evaporated"));
        assertThat(webhooks.file().notes()).singleElement().asString().contains("evaporated");
        assertThat(webhooks.rejections()).anySatisfy(r -> assertThat(r.reason()).contains("no recipient"));
        assertThat(Reading.ofFixture("mailgun/events-page.json").rejections()).isEmpty();
    }

    @Test
    void anEventOfAPageKeepsItsOwnTextAndNotThePages() throws FeedException {
        assertThat(Reading.ofFixture("mailgun/events-page.json").events())
                .allSatisfy(e -> assertThat(e.record().text())
                        .contains("\"log-level\"")
                        .doesNotContain("\"items\"", "\"paging\""));
    }

    @Test
    void anOldPageWithoutLogLevelsIsKnownToo() throws FeedException, IOException {
        Reading old = Reading.of(
                folder,
                "old.json",
                "{\"items\":[{\"event\":\"accepted\",\"id\":\"o\",\"timestamp\":1773392400,\"recipient\":\"a@example.com\","
                        + "\"user-variables\":{}}],\"paging\":{}}");
        assertThat(old.file().feedId()).isEqualTo("mailgun");
        assertThat(old.eventOf("a@example.com").kind()).isEqualTo(EventKind.SEND);
    }
}
