package dev.rebound.feeds.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.domain.RawEvent;
import dev.rebound.domain.Reason;
import dev.rebound.feeds.Reading;
import dev.rebound.feeds.container.FeedException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PostmarkTest {
    private static Reading webhooks() throws FeedException {
        return Reading.ofFixture("postmark/webhooks.ndjson");
    }

    private static RawEvent withId(String id) throws FeedException {
        return webhooks().events().stream()
                .filter(e -> id.equals(e.eventId()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theTypeDecidesAndNotTheTypeCode() throws FeedException {
        assertThat(withId("692560173").kind()).isEqualTo(EventKind.HARD_BOUNCE);
        assertThat(withId("692560174").kind()).isEqualTo(EventKind.SOFT_BOUNCE);
        assertThat(withId("692560177").kind()).isEqualTo(EventKind.COMPLAINT);
    }

    @Test
    void aBounceHasItsTimeWordsAndIds() throws FeedException {
        RawEvent gone = withId("692560173");
        assertThat(gone.time()).isEqualTo(Instant.parse("2026-03-13T09:00:06.500000100Z"));
        assertThat(gone.address().key()).isEqualTo("gone@example.org");
        assertThat(gone.smtpCode()).isEqualTo(550);
        assertThat(gone.text(EventText.ENHANCED_CODE)).isEqualTo("5.1.1");
        assertThat(gone.text(EventText.REPLY)).contains("nobody of this name");
        assertThat(gone.text(EventText.SOURCE_CLASS)).isEqualTo("HardBounce");
        assertThat(gone.text(EventText.CAMPAIGN)).isEqualTo("Harvest 2026");
        assertThat(gone.text(EventText.WORKSPACE)).isEqualTo("77");
        assertThat(gone.text(EventText.MESSAGE_ID)).isEqualTo("aa000000-0000-4000-8000-000000000002");
    }

    @Test
    void whatPostmarkHeldBackIsADrop() throws FeedException {
        assertThat(withId("692560176").kind()).isEqualTo(EventKind.DROP);
        assertThat(withId("692560176").hint()).isEqualTo(Reason.SUPPRESSED);
    }

    @Test
    void aSecondNoticeOfABounceIsNoSecondBounce() throws FeedException {
        assertThat(webhooks().events())
                .filteredOn(e -> e.address().key().equals("gone@example.org"))
                .extracting(RawEvent::kind)
                .containsExactly(EventKind.HARD_BOUNCE, EventKind.LISTED_INVALID);
    }

    @Test
    void anAutomaticAnswerAndAReturnToTheListAreNoFailures() throws FeedException {
        assertThat(webhooks().eventOf("away@example.com").kind()).isEqualTo(EventKind.OTHER);
        assertThat(webhooks().eventOf("back@example.com").kind()).isEqualTo(EventKind.OTHER);
    }

    @Test
    void aWordThatIsNewIsKept() throws FeedException {
        RawEvent fresh = webhooks().eventOf("new@example.com");
        assertThat(fresh.kind()).isEqualTo(EventKind.OTHER);
        assertThat(fresh.text(EventText.RAW_KIND)).isEqualTo("Bounce/Teleported");
    }

    @Test
    void theWebhookAndThePageTellTheSameBounceOnce() throws FeedException {
        RawEvent ofPage = Reading.ofFixture("postmark/bounces-page.json").eventOf("gone@example.org");
        RawEvent ofHook = withId("692560173");
        assertThat(ofPage.eventId()).isEqualTo(ofHook.eventId());
        assertThat(ofPage.source()).isEqualTo(ofHook.source());
        assertThat(ofPage.kind()).isEqualTo(ofHook.kind());
    }

    @Test
    void theSendsAreAnExportOfTheirOwnWithOneSendARecipient() throws FeedException {
        Reading sends = Reading.ofFixture("postmark/outbound-messages.json");
        assertThat(sends.events()).extracting(RawEvent::kind).containsOnly(EventKind.SEND);
        assertThat(sends.events())
                .extracting(e -> e.address().key())
                .containsExactly("anna@example.com", "ben@example.com", "cleo@example.com");
        assertThat(sends.eventOf("anna@example.com").text(EventText.FROM_DOMAIN))
                .isEqualTo("shop.example");
    }

    @Test
    void aHardBounceOnTheListMarksItsAddressAndOthersDoNot() throws FeedException {
        Reading list = Reading.ofFixture("postmark/suppressions.json");
        assertThat(list.events())
                .extracting(RawEvent::kind)
                .containsExactly(EventKind.LISTED_INVALID, EventKind.COMPLAINT, EventKind.UNSUBSCRIBE);
    }
}
