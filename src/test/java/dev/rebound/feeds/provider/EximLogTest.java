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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EximLogTest {
    @TempDir
    Path folder;

    private static List<RawEvent> of(String address) throws FeedException {
        return Reading.ofFixture("exim/mainlog").events().stream()
                .filter(e -> e.address().key().equals(address))
                .toList();
    }

    @Test
    void anArrivalIsASendToEachOfItsRecipients() throws FeedException {
        List<RawEvent> anna = of("anna@example.com");
        assertThat(anna).extracting(RawEvent::kind).containsExactly(EventKind.SEND, EventKind.DELIVERY);
        assertThat(anna).extracting(e -> e.text(EventText.SUBJECT)).containsOnly("Spring \\\"sale\\\"");
        assertThat(anna.getLast().text(EventText.REPLY)).isEqualTo("250 2.0.0 Ok: queued as \\\"9A1B\\\"");
        assertThat(anna.getLast().text(EventText.MX)).isEqualTo("mx1.example.com");
    }

    @Test
    void theServersWordsStandAlone() throws FeedException {
        RawEvent gone = of("gone@example.net").getLast();
        assertThat(gone.kind()).isEqualTo(EventKind.BOUNCE);
        assertThat(gone.text(EventText.REPLY)).isEqualTo("550 5.1.1 <gone@example.net>: no mailbox here by that name");
    }

    @Test
    void aQueueRunThatTriedNothingIsNoAttemptAndGivingUpEndsTheMessage() throws FeedException {
        List<RawEvent> full = of("full@example.org");
        assertThat(full)
                .extracting(RawEvent::kind)
                .containsExactly(EventKind.SEND, EventKind.DEFERRAL, EventKind.SOFT_BOUNCE);
        assertThat(full.get(1).text(EventText.REPLY)).startsWith("452 4.2.2 mailbox");
        assertThat(full.getLast().hint()).isEqualTo(Reason.DELIVERY_EXPIRED);
        assertThat(full.getLast().time()).isEqualTo(Instant.parse("2026-03-16T08:00:03Z"));
    }

    @Test
    void aMessageWhoseArrivalIsInAnEarlierLogWasSentWhenItsIdSays() throws FeedException {
        List<RawEvent> chris = of("chris@lists.example.org");
        assertThat(chris).extracting(RawEvent::kind).containsExactly(EventKind.SEND, EventKind.DELIVERY);
        assertThat(chris.getFirst().time()).isEqualTo(Instant.parse("2026-03-14T08:00:01Z"));
    }

    @Test
    void noticesAndRehearsalsAreNoDeliveries() throws FeedException {
        assertThat(of("news@news.example.org")).isEmpty();
        assertThat(of("never@example.com")).isEmpty();
    }

    @Test
    void aSendThatTwoLogsTellIsOneEvent() throws FeedException, IOException {
        String line =
                "2026-03-%d 09:05:00 +0100 1w1Juj-0000Ab-7Q == a@example.com R=x T=y defer (110): Connection timed out\n";
        RawEvent first = Reading.of(folder, "a", line.formatted(15)).events().getFirst();
        RawEvent second = Reading.of(folder, "b", line.formatted(16)).events().getFirst();
        assertThat(first.kind()).isEqualTo(EventKind.SEND);
        assertThat(first.eventId()).isEqualTo(second.eventId());
    }

    @Test
    void everyLineIsAccountedFor() throws FeedException {
        Reading log = Reading.ofFixture("exim/mainlog");
        assertThat(log.file().records()).isEqualTo(log.said() + log.file().silent());
        assertThat(log.rejections()).hasSize(1);
    }
}
