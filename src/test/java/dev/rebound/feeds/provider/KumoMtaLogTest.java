package dev.rebound.feeds.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.domain.RawEvent;
import dev.rebound.domain.Reason;
import dev.rebound.feeds.Reading;
import dev.rebound.feeds.container.FeedException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KumoMtaLogTest {
    private static List<RawEvent> of(String address) throws FeedException {
        return Reading.ofFixture("kumomta/log.ndjson").events().stream()
                .filter(e -> e.address().key().equals(address))
                .toList();
    }

    @Test
    void eachRecipientOfARecordIsOfItsOwn() throws FeedException {
        RawEvent sent = of("full@example.org").getFirst();
        assertThat(sent.kind()).isEqualTo(EventKind.SEND);
        assertThat(sent.time()).isEqualTo(Instant.parse("2026-03-14T08:00:00.250Z"));
        assertThat(sent.eventId())
                .isNotEqualTo(of("anna@example.com").getFirst().eventId());
        assertThat(sent.text(EventText.CAMPAIGN)).isEqualTo("spring");
        assertThat(sent.text(EventText.WORKSPACE)).isEqualTo("shop");
        assertThat(sent.text(EventText.DISPATCH_ID)).isEqualTo("d-1");
        assertThat(sent.text(EventText.HEADER_MESSAGE_ID)).isEqualTo("s1@news.example.org");
    }

    @Test
    void deferralsEndInAnExpiration() throws FeedException {
        List<RawEvent> full = of("full@example.org");
        assertThat(full)
                .extracting(RawEvent::kind)
                .containsExactly(EventKind.SEND, EventKind.DEFERRAL, EventKind.SOFT_BOUNCE);
        assertThat(full.get(1).hint()).isEqualTo(Reason.MAILBOX_FULL);
        assertThat(full.get(1).text(EventText.REPLY)).isEqualTo("452 4.2.2 no room left");
        assertThat(full.get(1).text(EventText.SENDING_IP)).isEqualTo("198.51.100.5");
    }

    @Test
    void aBounceIsWhatItsClassSaysAndAnOwnClassLeavesItToTheReply() throws FeedException {
        assertThat(of("gone@example.net").getFirst().kind()).isEqualTo(EventKind.HARD_BOUNCE);
        assertThat(of("wall@example.com").getFirst().kind()).isEqualTo(EventKind.BLOCK);
        RawEvent own = of("own@example.com").getFirst();
        assertThat(own.kind()).isEqualTo(EventKind.BOUNCE);
        assertThat(own.hint()).isNull();
        assertThat(own.text(EventText.SOURCE_CLASS)).isEqualTo("OurOwnClass");
    }

    @Test
    void whatTheHouseStoppedIsDroppedAndWhatItDidNotTakeRejected() throws FeedException {
        assertThat(of("stop@example.com").getFirst().kind()).isEqualTo(EventKind.DROP);
        RawEvent never = of("never@example.com").getFirst();
        assertThat(never.kind()).isEqualTo(EventKind.REJECTION);
        assertThat(never.eventId()).isNull();
    }

    @Test
    void aComplaintIsThePersonsAndNotTheMailboxThatTookIt() throws FeedException {
        assertThat(of("anna@example.com"))
                .extracting(RawEvent::kind)
                .containsExactly(EventKind.SEND, EventKind.DELIVERY, EventKind.COMPLAINT);
        assertThat(of("anna@example.com").get(1).text(EventText.SENDING_IP)).isEqualTo("2001:db8::5");
        assertThat(of("anna@example.com").get(1).text(EventText.MX)).isEqualTo("mx1.example.com");
    }
}
