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

class SparkPostEventsTest {
    @TempDir
    Path folder;

    private static RawEvent inBatch(String address) throws FeedException {
        return Reading.ofFixture("sparkpost/webhook-batch.json").eventOf(address);
    }

    private RawEvent bounce(String bounceClass) throws FeedException, IOException {
        String record =
                "{\"msys\":{\"message_event\":{\"type\":\"bounce\",\"event_id\":\"1\",\"rcpt_to\":\"a@example.com\","
                        + "\"timestamp\":\"1773392400\",\"bounce_class\":" + bounceClass + "}}}\n";
        return Reading.of(folder, "bounce.ndjson", record).eventOf("a@example.com");
    }

    @Test
    void aSendCarriesWhatFindsItAgain() throws FeedException {
        RawEvent send =
                Reading.ofFixture("sparkpost/webhook-batch.json").events().getFirst();
        assertThat(send.kind()).isEqualTo(EventKind.SEND);
        assertThat(send.address().text()).as("as the sender wrote it").isEqualTo("Anna.Berg@example.com");
        assertThat(send.time()).isEqualTo(Instant.ofEpochSecond(1_773_392_400));
        assertThat(send.eventId()).isEqualTo("500000000000000001");
        assertThat(send.source()).isEqualTo("SparkPost");
        assertThat(send.texts())
                .containsEntry(EventText.MESSAGE_ID, "sp-m1")
                .containsEntry(EventText.CAMPAIGN, "spring letter")
                .containsEntry(EventText.SUBJECT, "Spring is here")
                .containsEntry(EventText.FROM_DOMAIN, "news.example.org")
                .containsEntry(EventText.SENDING_IP, "192.0.2.40")
                .containsEntry(EventText.IP_POOL, "letters")
                .containsEntry(EventText.WORKSPACE, "12")
                .containsEntry(EventText.ESP, "SparkPost")
                .containsEntry(EventText.RAW_KIND, "injection");
    }

    @Test
    void theReplyIsTheServersAndNotTheOneWithItsAddressesBlottedOut() throws FeedException {
        RawEvent bounce = inBatch("nobody@example.org");
        assertThat(bounce.kind()).isEqualTo(EventKind.HARD_BOUNCE);
        assertThat(bounce.text(EventText.REPLY)).isEqualTo("550 5.1.1 <nobody@example.org> no such person");
        assertThat(bounce.smtpCode()).isEqualTo(550);
        assertThat(bounce.text(EventText.SOURCE_CLASS)).isEqualTo("10");
        assertThat(bounce.hint()).isEqualTo(Reason.INVALID_RECIPIENT);
    }

    @ParameterizedTest
    @CsvSource({
        "1, BOUNCE",
        "10, HARD_BOUNCE",
        "20, SOFT_BOUNCE",
        "21, SOFT_BOUNCE",
        "22, SOFT_BOUNCE",
        "23, SOFT_BOUNCE",
        "24, SOFT_BOUNCE",
        "25, DROP",
        "26, DROP",
        "30, HARD_BOUNCE",
        "40, SOFT_BOUNCE",
        "50, BLOCK",
        "51, BLOCK",
        "52, BLOCK",
        "53, BLOCK",
        "54, BLOCK",
        "60, OTHER",
        "70, SOFT_BOUNCE",
        "80, OTHER",
        "90, UNSUBSCRIBE",
        "100, OTHER",
        "77, BOUNCE"
    })
    void aBounceIsWhatItsClassSaysAsNumberAndAsText(String bounceClass, EventKind kind)
            throws FeedException, IOException {
        assertThat(bounce(bounceClass).kind()).isEqualTo(kind);
        assertThat(bounce("\"" + bounceClass + "\"").kind()).isEqualTo(kind);
    }

    @Test
    void aBounceWithoutAClassIsAFailureOfUnknownKind() throws FeedException, IOException {
        assertThat(bounce("null").kind()).isEqualTo(EventKind.BOUNCE);
        assertThat(bounce("\"\"").kind()).isEqualTo(EventKind.BOUNCE);
    }

    @ParameterizedTest
    @CsvSource({
        "later@example.net, DEFERRAL",
        "policy@example.net, DROP",
        "stopped@example.net, DROP",
        "unbuilt@example.net, REJECTION",
        "reader@example.com, OPEN",
        "clicker@example.com, CLICK",
        "cross@example.com, COMPLAINT",
        "enough@example.com, UNSUBSCRIBE",
        "done@example.com, UNSUBSCRIBE",
        "returned@example.com, HARD_BOUNCE",
        "away@example.com, OTHER",
        "leaving@example.com, UNSUBSCRIBE"
    })
    void theOtherTypesAreWhatTheirPageSays(String address, EventKind kind) throws FeedException {
        assertThat(inBatch(address).kind()).isEqualTo(kind);
    }

    @Test
    void whatPolicyStoppedWasNeverTried() throws FeedException {
        assertThat(inBatch("stopped@example.net").hint()).isEqualTo(Reason.SUPPRESSED);
        assertThat(inBatch("stopped@example.net").attempt()).isZero();
    }

    @Test
    void aMessageThatWasNeverBuiltIsToldByItsTransmission() throws FeedException {
        RawEvent unbuilt = inBatch("unbuilt@example.net");
        assertThat(unbuilt.text(EventText.MESSAGE_ID)).isEqualTo("70013");
        assertThat(unbuilt.time()).as("written as a date").isEqualTo(Instant.parse("2026-03-13T09:00:12Z"));
    }

    @Test
    void failedTriesAreCountedBeforeADeliveryAndWithADelay() throws FeedException, IOException {
        Reading batch = Reading.ofFixture("sparkpost/webhook-batch.json");
        RawEvent delivery = batch.events().get(1);
        assertThat(delivery.kind()).isEqualTo(EventKind.DELIVERY);
        assertThat(delivery.attempt()).isEqualTo(3);
        assertThat(batch.eventOf("nobody@example.org").attempt()).isEqualTo(1);
        assertThat(batch.eventOf("later@example.net").attempt()).isEqualTo(3);
        assertThat(bounce("10").attempt()).as("not counted").isZero();
    }

    @Test
    void anAddressOfAReaderIsNoMailHost() throws FeedException {
        Reading batch = Reading.ofFixture("sparkpost/webhook-batch.json");
        assertThat(batch.events().get(1).text(EventText.MX)).isEqualTo("198.51.100.7");
        assertThat(batch.eventOf("reader@example.com").text(EventText.MX)).isNull();
        assertThat(batch.eventOf("reader@example.com").text(EventText.DETAIL)).isEqualTo("Reader/1.0");
        assertThat(batch.eventOf("clicker@example.com").text(EventText.DETAIL))
                .isEqualTo("https://www.example.org/spring");
    }

    @Test
    void aTypeThatNobodyDocumentedIsKeptAndInboundMailPassedOver() throws FeedException {
        Reading batch = Reading.ofFixture("sparkpost/webhook-batch.json");
        assertThat(batch.events())
                .anySatisfy(e -> assertThat(e.text(EventText.RAW_KIND)).isEqualTo("teleport"));
        assertThat(batch.file().notes())
                .hasSize(2)
                .anySatisfy(n -> assertThat(n).contains("teleport"))
                .anySatisfy(n -> assertThat(n).contains("passed over"));
        assertThat(batch.rejections()).anySatisfy(r -> assertThat(r.reason()).contains("no address"));
        assertThat(batch.events()).extracting(e -> e.address().key()).doesNotContain("inbound@example.com");
        assertThat(batch.file().silent()).isEqualTo(1);
    }

    @Test
    void theTestBatchIsKnownAndSaysNothing() throws FeedException, IOException {
        Reading ping = Reading.of(folder, "ping.json", "[{\"msys\":{}}]");
        assertThat(ping.file().feedId()).isEqualTo("sparkpost");
        assertThat(ping.said()).isZero();
    }

    @Test
    void thePageAndTheWebhookTellOfOneEvent() throws FeedException {
        RawEvent posted =
                Reading.ofFixture("sparkpost/webhook-batch.json").events().get(1);
        RawEvent asked =
                Reading.ofFixture("sparkpost/events-page.json").events().getFirst();
        assertThat(asked.eventId()).isEqualTo(posted.eventId());
        assertThat(asked.kind()).isEqualTo(posted.kind());
        assertThat(asked.time()).isEqualTo(posted.time());
        assertThat(asked.address().key()).isEqualTo(posted.address().key());
        assertThat(asked.text(EventText.MESSAGE_ID)).isEqualTo(posted.text(EventText.MESSAGE_ID));
    }

    @Test
    void anEventOfAPageKeepsItsOwnTextAndNotThePages() throws FeedException {
        Reading page = Reading.ofFixture("sparkpost/events-page.json");
        assertThat(page.events())
                .allSatisfy(e -> assertThat(e.record().text())
                        .contains(String.valueOf(e.eventId()))
                        .doesNotContain("results", "total_count"));
        assertThat(page.records()).hasSize(2);
    }

    @Test
    void aServersOwnLogInTheSameEnvelopeIsReadToo() throws FeedException, IOException {
        Reading ingest = Reading.of(folder, "ingest.ndjson", """
                {"msys":{"message_event":{"type":"reception","event_id":"1","message_id":"m","rcpt_to":"a@example.com","timestamp":"1773392400"}}}
                {"msys":{"message_event":{"type":"inband","bounce_class":"10","event_id":"2","message_id":"m","rcpt_to":"a@example.com","timestamp":"1773392401"}}}
                """);
        assertThat(ingest.events()).extracting(RawEvent::kind).containsExactly(EventKind.SEND, EventKind.HARD_BOUNCE);
    }
}
