package dev.rebound.feeds.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.domain.RawEvent;
import dev.rebound.feeds.Reading;
import dev.rebound.feeds.container.FeedException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExchangeTest {
    private static final String LOG = "exchange/MSGTRK2026031408-1.LOG";

    private static List<RawEvent> of(String file, String address) throws FeedException {
        return Reading.ofFixture(file).events().stream()
                .filter(e -> e.address().key().equals(address))
                .toList();
    }

    @Test
    void aMessageThatPassesTwoServersWasSentOnce() throws FeedException {
        List<RawEvent> anna = of(LOG, "anna@example.com");
        assertThat(anna).extracting(RawEvent::kind).containsExactly(EventKind.SEND, EventKind.SEND, EventKind.DELIVERY);
        assertThat(anna.get(0).eventId()).isEqualTo(anna.get(1).eventId());
        assertThat(anna.get(2).time()).isEqualTo(Instant.parse("2026-03-14T08:00:02Z"));
        assertThat(anna.get(2).text(EventText.MX)).isEqualTo("mx1.example.com");
    }

    @Test
    void eachRecipientHasTheStatusAtItsPlace() throws FeedException {
        RawEvent gone = of(LOG, "gone@example.net").getLast();
        assertThat(gone.kind()).isEqualTo(EventKind.BOUNCE);
        assertThat(gone.text(EventText.REPLY)).isEqualTo("550 5.1.1 nobody here");
        assertThat(of(LOG, "other@example.net").getLast().text(EventText.REPLY)).isEqualTo("554 5.7.1 go away");
    }

    @Test
    void deferralsDropsAndMailboxesOfTheHouseAreTold() throws FeedException {
        assertThat(of(LOG, "full@example.org").getLast().kind()).isEqualTo(EventKind.DEFERRAL);
        assertThat(of(LOG, "stop@example.com").getLast().kind()).isEqualTo(EventKind.DROP);
        assertThat(of(LOG, "inside@example.org").getLast().kind()).isEqualTo(EventKind.DELIVERY);
    }

    @Test
    void aNoticeToTheSenderIsNoDelivery() throws FeedException {
        assertThat(of(LOG, "news@news.example.org")).isEmpty();
    }

    @Test
    void linesAreThoseOfTheFileInSpiteOfItsComments() throws FeedException {
        Reading log = Reading.ofFixture(LOG);
        assertThat(log.events().getFirst().record().line()).isEqualTo(6);
        assertThat(of(LOG, "stop@example.com").getLast().record().line()).isEqualTo(14);
        assertThat(log.rejections())
                .singleElement()
                .satisfies(r -> assertThat(r.reason()).contains("VANISH"));
    }

    @Test
    void theExtendedTraceReadsLikeTheLog() throws FeedException {
        assertThat(of("exchange/extended.csv", "anna@example.com"))
                .extracting(RawEvent::kind)
                .containsExactly(EventKind.SEND, EventKind.DELIVERY);
    }

    @Test
    void theSummaryTellsOfEachRecipient() throws FeedException {
        String summary = "exchange-online/summary.csv";
        assertThat(of(summary, "anna@example.com"))
                .extracting(RawEvent::kind)
                .containsExactly(EventKind.SEND, EventKind.DELIVERY);
        assertThat(of(summary, "gone@example.net").getLast().kind()).isEqualTo(EventKind.BOUNCE);
        assertThat(of(summary, "full@example.org").getLast().kind()).isEqualTo(EventKind.DEFERRAL);
        assertThat(of(summary, "new@example.org")).extracting(RawEvent::kind).containsExactly(EventKind.SEND);
        assertThat(of(summary, "held@example.org").getLast().kind()).isEqualTo(EventKind.DROP);
    }

    @Test
    void theTraceListIsReadInItsOwnOrderOfDayAndMonthOnlyWhereThatIsCertain() throws FeedException {
        String trace = "exchange-online/trace.csv";
        assertThat(of(trace, "anna@example.com"))
                .extracting(RawEvent::kind)
                .containsExactly(EventKind.SEND, EventKind.DELIVERY);
        assertThat(of(trace, "full@example.org").getLast().time()).isEqualTo(Instant.parse("2026-03-14T20:01:00Z"));
        assertThat(of(trace, "held@example.org").getLast().kind()).isEqualTo(EventKind.DROP);
        assertThat(Reading.ofFixture(trace).rejections())
                .isNotEmpty()
                .allSatisfy(r -> assertThat(r.reason()).contains("3/4/2026", "two days"));
    }
}
