package dev.rebound.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.domain.MessageState;
import dev.rebound.domain.RawEvent;
import dev.rebound.domain.RawRecord;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A platform's events without dispatches are grouped by address, campaign and step. */
class CampaignSendsTest {
    private static final String ANNA = "anna@example.com";

    private static RawEvent told(EventKind kind, long minute, String campaign, @Nullable String reply) {
        return begun(kind, minute, campaign)
                .with(EventText.CAMPAIGN, "Campaign " + campaign)
                .with(EventText.CAMPAIGN_ID, campaign)
                .with(EventText.REPLY, reply)
                .build();
    }

    private static RawEvent toldOfStep(EventKind kind, long minute, String step, @Nullable String reply) {
        return begun(kind, minute, step)
                .with(EventText.CANVAS, "Welcome")
                .with(EventText.CANVAS_ID, "canvas")
                .with(EventText.STEP_ID, step)
                .with(EventText.REPLY, reply)
                .build();
    }

    private static RawEvent.Builder begun(EventKind kind, long minute, String what) {
        return RawEvent.builder(
                        kind,
                        Told.minute(minute),
                        ANNA,
                        Told.BRAZE,
                        new RawRecord(kind + " " + minute + " " + what, 1, ""))
                .with(EventText.ESP, kind == EventKind.SEND ? null : "SendGrid");
    }

    private static Map<Long, @Nullable MessageState> states(Picture picture) {
        Map<Long, @Nullable MessageState> byMinuteOfTheSend = new TreeMap<>();
        for (int m : picture.messagesOf(ANNA)) {
            MessageRow row = picture.row(m);
            byMinuteOfTheSend.put((row.firstEvent().toEpochMilli() - Told.START.toEpochMilli()) / 60_000, row.state());
        }
        return byMinuteOfTheSend;
    }

    @Test
    void anAnswerBelongsToTheSendOfItsOwnCampaignAndNotToTheLatest() {
        Picture picture = Told.picture(
                600,
                told(EventKind.SEND, 0, "a", null),
                told(EventKind.SEND, 1, "b", null),
                told(EventKind.DELIVERY, 2, "a", null),
                told(EventKind.HARD_BOUNCE, 3, "b", Told.LISTED));
        assertThat(states(picture))
                .containsExactlyInAnyOrderEntriesOf(Map.of(0L, MessageState.DELIVERED, 1L, MessageState.BLOCKED));
    }

    @Test
    void theStepsOfACanvasAreSendsOfTheirOwn() {
        Picture picture = Told.picture(
                600,
                toldOfStep(EventKind.SEND, 0, "one", null),
                toldOfStep(EventKind.SEND, 5, "two", null),
                toldOfStep(EventKind.SOFT_BOUNCE, 6, "one", Told.FULL),
                toldOfStep(EventKind.DELIVERY, 7, "two", null));
        assertThat(states(picture))
                .containsExactlyInAnyOrderEntriesOf(Map.of(0L, MessageState.SOFT_BOUNCED, 5L, MessageState.DELIVERED));
    }

    @Test
    void ofTwoSendsOfOneCampaignTheLatestBeforeIsMeantAndNothingAnswersWhatWasStopped() {
        Picture picture = Told.picture(
                9_000,
                told(EventKind.SEND, 0, "a", null),
                told(EventKind.DELIVERY, 2, "a", null),
                told(EventKind.ABORT, 30, "a", null),
                told(EventKind.SEND, 60, "a", null),
                told(EventKind.HARD_BOUNCE, 61, "a", Told.UNKNOWN_USER),
                told(EventKind.OPEN, 8_900, "a", null));
        assertThat(picture.messages().size()).isEqualTo(3);
        assertThat(states(picture))
                .containsEntry(0L, MessageState.DELIVERED)
                .containsEntry(60L, MessageState.HARD_BOUNCED);
    }

    @Test
    void theServicesFileOfTheSameMailIsCountedOnce() {
        Picture picture = Told.picture(
                600,
                told(EventKind.SEND, 0, "a", null),
                told(EventKind.SEND, 20, "b", null),
                told(EventKind.DELIVERY, 21, "b", null),
                told(EventKind.DELIVERY, 2, "a", null),
                Told.esp("SendGrid", EventKind.SEND, 0, ANNA, "m1", null),
                Told.esp("SendGrid", EventKind.DELIVERY, 2, ANNA, "m1", null),
                Told.esp("SendGrid", EventKind.SEND, 20, ANNA, "m2", null),
                Told.esp("SendGrid", EventKind.DELIVERY, 21, ANNA, "m2", null));
        assertThat(picture.messages().size()).isEqualTo(2);
        assertThat(picture.joins().sources())
                .singleElement()
                .satisfies(s -> assertThat(s.rate()).isEqualTo(1.0));
    }

    @Test
    void anAnswerWithoutADispatchFindsTheSendThatNamesOne() {
        RawEvent send = begun(EventKind.SEND, 0, "with a dispatch")
                .with(EventText.CAMPAIGN_ID, "a")
                .with(EventText.DISPATCH_ID, "A1")
                .build();
        Picture picture = Told.picture(600, send, told(EventKind.DELIVERY, 2, "a", null));
        assertThat(states(picture)).isEqualTo(Map.of(0L, MessageState.DELIVERED));
    }

    @Test
    void aServiceThatNamesItselfIsNoPlatform() {
        Picture picture = Told.picture(
                600, ofTheService(EventKind.SEND, 0, "single-1"), ofTheService(EventKind.DELIVERY, 1, "single-2"));
        assertThat(states(picture)).isEqualTo(Map.of(0L, MessageState.DELIVERED));
    }

    private static RawEvent ofTheService(EventKind kind, long minute, String campaign) {
        return RawEvent.builder(kind, Told.minute(minute), ANNA, "SendGrid", new RawRecord(kind + campaign, 1, ""))
                .with(EventText.CAMPAIGN_ID, campaign)
                .with(EventText.ESP, "SendGrid")
                .build();
    }
}
