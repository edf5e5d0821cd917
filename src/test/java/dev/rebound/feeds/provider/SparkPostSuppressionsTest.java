package dev.rebound.feeds.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.domain.RawEvent;
import dev.rebound.feeds.Reading;
import dev.rebound.feeds.container.FeedException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SparkPostSuppressionsTest {
    @Test
    void onlyTheBounceRuleSpeaksAgainstTheAddress() throws FeedException {
        Reading list = Reading.ofFixture("sparkpost/suppression-list.json");
        assertThat(list.eventOf("gone@example.org").kind()).isEqualTo(EventKind.LISTED_INVALID);
        assertThat(list.eventOf("cross@example.com").kind()).isEqualTo(EventKind.COMPLAINT);
        assertThat(list.eventOf("enough@example.com").kind()).isEqualTo(EventKind.UNSUBSCRIBE);
        assertThat(list.eventOf("byhand@example.com").kind()).isEqualTo(EventKind.OTHER);
    }

    @Test
    void anEntryIsAsOldAsItsCreation() throws FeedException {
        RawEvent gone = Reading.ofFixture("sparkpost/suppression-list.json").eventOf("gone@example.org");
        assertThat(gone.time()).isEqualTo(Instant.parse("2026-03-01T08:00:00Z"));
        assertThat(gone.text(EventText.REPLY)).isEqualTo("550: 550 5.1.1 nobody of that name");
        assertThat(gone.text(EventText.SOURCE_CLASS)).isEqualTo("Bounce Rule");
    }

    @Test
    void aNoteOfAPersonIsNoReplyOfAServer() throws FeedException {
        RawEvent byHand = Reading.ofFixture("sparkpost/suppression-list.json").eventOf("byhand@example.com");
        assertThat(byHand.text(EventText.REPLY)).isNull();
        assertThat(byHand.text(EventText.DETAIL)).isEqualTo("asked by telephone");
    }

    @Test
    void theTableReadsLikeThePage() throws FeedException {
        Reading table = Reading.ofFixture("sparkpost/suppression-list.csv");
        RawEvent gone = table.eventOf("gone@example.org");
        assertThat(gone.kind()).isEqualTo(EventKind.LISTED_INVALID);
        assertThat(gone.text(EventText.REPLY)).isEqualTo("550: 550 5.1.1 nobody, \"of that name\"");
        assertThat(gone.text(EventText.WORKSPACE)).isEqualTo("12");
        assertThat(table.eventOf("done@example.com").kind()).isEqualTo(EventKind.UNSUBSCRIBE);
    }

    @Test
    void anEntryThatDoesNotSayWhyIsNotBelievedToBeABounce() throws FeedException {
        assertThat(Reading.ofFixture("sparkpost/suppression-list.csv").rejections())
                .singleElement()
                .satisfies(r -> assertThat(r.reason()).contains("\"source\""));
    }
}
