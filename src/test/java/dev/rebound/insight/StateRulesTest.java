package dev.rebound.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.domain.MessageState;
import dev.rebound.domain.RawEvent;
import dev.rebound.domain.RawRecord;
import dev.rebound.filter.Filter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One state a message, in the order of precedence; each rule by the shortest story that it decides. */
class StateRulesTest {
    private static final String ANNA = "anna@example.com";
    private static final long SOON = 60;
    private static final long LATER = 5_000;

    private static RawEvent send(long minute) {
        return Told.braze(EventKind.SEND, minute, ANNA, "A1", null);
    }

    private static RawEvent told(EventKind kind, long minute, @Nullable String reply) {
        return Told.braze(kind, minute, ANNA, "A1", reply);
    }

    /** Other people's messages in every hour, answered: they make the coverage of this feed complete. */
    private static List<RawEvent> coverage(long untilMinute) {
        List<RawEvent> others = new ArrayList<>();
        for (long minute = 0; minute <= untilMinute; minute += 20) {
            String who = "other" + minute + "@example.org";
            others.add(Told.braze(EventKind.SEND, minute, who, "B1", null));
            others.add(Told.braze(EventKind.DELIVERY, minute + 1, who, "B1", null));
        }
        return others;
    }

    private static @Nullable MessageState state(long nowMinute, RawEvent... story) {
        List<RawEvent> all = coverage(nowMinute);
        all.addAll(List.of(story));
        Picture picture = Told.picture(List.of(all), nowMinute);
        int[] messages = picture.messagesOf(ANNA);
        assertThat(messages).hasSize(1);
        return picture.row(messages[0]).state();
    }

    @Test
    void aDeliveryIsDelivered() {
        assertThat(state(SOON, send(0), told(EventKind.DELIVERY, 1, null))).isEqualTo(MessageState.DELIVERED);
    }

    @Test
    void anAutomaticAnswerAfterTheDeliveryReturnsNothing() {
        RawEvent answer = RawEvent.builder(
                        EventKind.SOFT_BOUNCE, Told.minute(30), ANNA, "Amazon SES", new RawRecord("answer", 1, ""))
                .with(EventText.MESSAGE_ID, "m1")
                .with(EventText.SOURCE_CLASS, "Transient/General")
                .build();
        RawEvent delivery = Told.esp("Amazon SES", EventKind.DELIVERY, 1, ANNA, "m1", null);
        RawEvent accepted = Told.esp("Amazon SES", EventKind.SEND, 0, ANNA, "m1", null);
        assertThat(state(SOON, accepted, delivery, answer)).isEqualTo(MessageState.DELIVERED);
        assertThat(state(SOON, accepted, answer))
                .as("without a delivery it is the failure that the service calls it")
                .isEqualTo(MessageState.SOFT_BOUNCED);
    }

    @Test
    void aBounceAfterTheDeliveryIsReturned() {
        assertThat(state(
                        SOON,
                        send(0),
                        told(EventKind.DELIVERY, 1, null),
                        told(EventKind.HARD_BOUNCE, 30, Told.UNKNOWN_USER)))
                .isEqualTo(MessageState.RETURNED);
    }

    @Test
    void aDeliveryAfterAHardBounceStaysDelivered() {
        assertThat(state(
                        SOON,
                        send(0),
                        told(EventKind.HARD_BOUNCE, 1, Told.UNKNOWN_USER),
                        told(EventKind.DELIVERY, 30, null)))
                .isEqualTo(MessageState.DELIVERED);
    }

    @Test
    void aPermanentFailureOfTheAddressIsAHardBounce() {
        assertThat(state(SOON, send(0), told(EventKind.HARD_BOUNCE, 1, Told.UNKNOWN_USER)))
                .isEqualTo(MessageState.HARD_BOUNCED);
    }

    @Test
    void theReplyDecidesAndNotTheSourcesKind() {
        assertThat(state(SOON, send(0), told(EventKind.HARD_BOUNCE, 1, Told.LISTED)))
                .isEqualTo(MessageState.BLOCKED);
    }

    @Test
    void aDropIsDroppedWhateverItSays() {
        assertThat(state(SOON, send(0), told(EventKind.DROP, 1, "Bounced Address")))
                .isEqualTo(MessageState.DROPPED);
    }

    @Test
    void aRejectionIsRejected() {
        assertThat(state(SOON, send(0), told(EventKind.REJECTION, 1, null))).isEqualTo(MessageState.REJECTED);
    }

    @Test
    void aSoftBounceAfterTheLastDeferralIsGivenUp() {
        assertThat(state(
                        LATER,
                        send(0),
                        told(EventKind.DEFERRAL, 1, Told.FULL),
                        told(EventKind.DEFERRAL, 61, Told.FULL),
                        told(EventKind.SOFT_BOUNCE, 200, Told.FULL)))
                .isEqualTo(MessageState.SOFT_BOUNCED);
    }

    @Test
    void aFailureThatNoRuleKnowsIsNotCalledSoftOrHard() {
        assertThat(state(SOON, send(0), told(EventKind.BOUNCE, 1, "xyzzy"))).isEqualTo(MessageState.UNRECOGNISED);
    }

    @Test
    void aDeferralInsideTheRetryTimeIsOpen() {
        assertThat(state(SOON, send(0), told(EventKind.DEFERRAL, 1, Told.FULL))).isEqualTo(MessageState.OPEN);
    }

    @Test
    void aDeferralAfterTheRetryTimeIsTimedOut() {
        assertThat(state(LATER, send(0), told(EventKind.DEFERRAL, 1, Told.FULL)))
                .isEqualTo(MessageState.TIMED_OUT);
    }

    @Test
    void aSendAloneInsideTheRetryTimeIsOpen() {
        assertThat(state(SOON, send(0))).isEqualTo(MessageState.OPEN);
    }

    @Test
    void aSendAloneAfterTheRetryTimeIsUnexplained() {
        assertThat(state(LATER, send(0))).isEqualTo(MessageState.UNEXPLAINED);
    }

    @Test
    void opensAndComplaintsDoNotChangeTheState() {
        assertThat(state(
                        SOON,
                        send(0),
                        told(EventKind.HARD_BOUNCE, 1, Told.UNKNOWN_USER),
                        told(EventKind.OPEN, 5, null),
                        told(EventKind.COMPLAINT, 6, null),
                        told(EventKind.UNSUBSCRIBE, 7, null)))
                .isEqualTo(MessageState.HARD_BOUNCED);
    }

    @Test
    void aDeliveryWithoutASendIsDeliveredAndStandsBesideTheAccount() {
        Picture picture = Told.picture(SOON, told(EventKind.DELIVERY, 1, null));
        GapGroup group = picture.gap(Filter.all(), GapBy.CAMPAIGN).getFirst();
        assertThat(picture.row(picture.messagesOf(ANNA)[0]).state()).isEqualTo(MessageState.DELIVERED);
        assertThat(group.sends()).isZero();
        assertThat(group.orphanDeliveries()).isEqualTo(1);
    }

    @Test
    void anAbortedMessageIsNotASend() {
        assertThat(state(SOON, told(EventKind.ABORT, 1, null))).isNull();
    }

    @Test
    void theTwoSidesOfAMessageAreCountedOnce() {
        Picture picture = Told.picture(
                SOON,
                send(0),
                Told.esp("SendGrid", EventKind.SEND, 1, ANNA, "m1", null),
                Told.esp("SendGrid", EventKind.DEFERRAL, 2, ANNA, "m1", Told.FULL),
                Told.esp("SendGrid", EventKind.DELIVERY, 30, ANNA, "m1", "250 OK"),
                told(EventKind.DELIVERY, 30, null));
        int[] messages = picture.messagesOf(ANNA);
        assertThat(messages).hasSize(1);
        assertThat(picture.message(messages[0]).chain()).hasSize(5);
        assertThat(picture.row(messages[0]).state()).isEqualTo(MessageState.DELIVERED);
    }

    /** The same story where soft bounces became final only later: in the platform's older exports each was one try. */
    private static @Nullable MessageState formerly(long nowMinute, RawEvent... story) {
        List<RawEvent> all = coverage(nowMinute);
        all.addAll(List.of(story));
        Picture picture = Told.pictureUnder(
                Map.of(DataSettings.FINAL_SOFT_BOUNCES, "2026-06-01T00:00:00Z"), List.of(all), nowMinute);
        return picture.row(picture.messagesOf(ANNA)[0]).state();
    }

    @Test
    void formerlyASoftBounceWasATryWhateverItsReplySaid() {
        for (String reply : List.of(Told.FULL, "421 4.7.0 [TSS04] Messages temporarily deferred", "zork blurp gnarf")) {
            assertThat(formerly(SOON, send(0), told(EventKind.SOFT_BOUNCE, 1, reply)))
                    .as(reply)
                    .isEqualTo(MessageState.OPEN);
        }
        assertThat(formerly(LATER, send(0), told(EventKind.SOFT_BOUNCE, 1, Told.FULL)))
                .isEqualTo(MessageState.SOFT_BOUNCED);
        assertThat(formerly(SOON, send(0), told(EventKind.SOFT_BOUNCE, 1, Told.UNKNOWN_USER)))
                .isEqualTo(MessageState.HARD_BOUNCED);
        assertThat(state(SOON, send(0), told(EventKind.SOFT_BOUNCE, 1, Told.FULL)))
                .isEqualTo(MessageState.SOFT_BOUNCED);
    }

    @Test
    void formerlyATryWithoutADispatchWasATryToo() {
        RawEvent bare = RawEvent.builder(
                        EventKind.SOFT_BOUNCE, Told.minute(1), ANNA, Told.BRAZE, new RawRecord("bare", 1, ""))
                .with(EventText.REPLY, Told.FULL)
                .build();
        assertThat(formerly(SOON, send(0), bare)).isEqualTo(MessageState.OPEN);
    }

    @Test
    void whatComesBackAfterTheAcceptanceIsNoFurtherTry() {
        List<RawEvent> all = coverage(SOON);
        all.addAll(List.of(
                send(0), told(EventKind.DELIVERY, 1, null), told(EventKind.HARD_BOUNCE, 30, Told.UNKNOWN_USER)));
        Picture picture = Told.picture(List.of(all), SOON);
        assertThat(picture.row(picture.messagesOf(ANNA)[0]).tries()).isEqualTo(1);
    }
}
