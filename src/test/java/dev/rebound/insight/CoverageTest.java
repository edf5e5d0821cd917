package dev.rebound.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.MessageState;
import org.junit.jupiter.api.Test;

/** Nothing is called unexplained by files that could not have explained it. */
class CoverageTest {
    private static final long LONG_AFTER = 100_000;

    @Test
    void whereAFeedNeverTellsDeliveriesItsSendsAreNotCoveredAndTheirHoursAreAskedFor() {
        Picture picture = Told.picture(
                LONG_AFTER,
                Told.braze(EventKind.SEND, 0, "a@example.com", "A1", null),
                Told.braze(EventKind.SEND, 1, "b@example.com", "A1", null),
                Told.braze(EventKind.HARD_BOUNCE, 2, "b@example.com", "A1", Told.UNKNOWN_USER));
        assertThat(picture.row(picture.messagesOf("a@example.com")[0]).state()).isEqualTo(MessageState.UNCOVERED);
        assertThat(picture.row(picture.messagesOf("b@example.com")[0]).state()).isEqualTo(MessageState.HARD_BOUNCED);
        assertThat(picture.coverage().requests()).singleElement().satisfies(hole -> {
            assertThat(hole.kind()).isEqualTo(EventKind.DELIVERY);
            assertThat(hole.from()).isEqualTo(Told.START);
            assertThat(hole.messages()).isEqualTo(1);
        });
    }

    @Test
    void aSendingServiceThatAnswersAllMakesUpForAPlatformWithoutDeliveries() {
        Picture picture = Told.picture(
                LONG_AFTER,
                Told.braze(EventKind.SEND, 0, "a@example.com", "A1", null),
                Told.esp("SendGrid", EventKind.SEND, 0, "a@example.com", "m1", null),
                Told.esp("SendGrid", EventKind.DELIVERY, 1, "a@example.com", "m1", null));
        assertThat(picture.row(0).state()).isEqualTo(MessageState.DELIVERED);
        assertThat(picture.coverage().requests()).isEmpty();
    }
}
