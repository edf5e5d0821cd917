package dev.rebound.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.domain.MessageState;
import dev.rebound.domain.RawEvent;
import dev.rebound.domain.RawRecord;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Events that leave the variant or the step out belong to the message of their dispatch that names it. */
class LooseEventsTest {
    private static final String ANNA = "anna@example.com";

    private static RawEvent told(
            EventKind kind, long minute, @Nullable String variant, @Nullable String canvas, @Nullable String step) {
        return RawEvent.builder(
                        kind,
                        Told.minute(minute),
                        ANNA,
                        Told.BRAZE,
                        new RawRecord(kind + " " + minute + variant + step, 1, ""))
                .with(EventText.DISPATCH_ID, "d1")
                .with(EventText.VARIANT_ID, variant)
                .with(EventText.CANVAS_ID, canvas)
                .with(EventText.STEP_ID, step)
                .with(EventText.REPLY, kind == EventKind.HARD_BOUNCE ? Told.UNKNOWN_USER : null)
                .build();
    }

    private static List<MessageState> states(RawEvent... story) {
        Picture picture = Told.picture(600, story);
        return Arrays.stream(picture.messagesOf(ANNA))
                .mapToObj(m -> picture.row(m).state())
                .toList();
    }

    @Test
    void anAnswerWithoutTheVariantFindsTheSendThatHasIt() {
        assertThat(states(told(EventKind.SEND, 0, "v1", null, null), told(EventKind.HARD_BOUNCE, 1, null, null, null)))
                .containsExactly(MessageState.HARD_BOUNCED);
    }

    @Test
    void aSendWithoutTheVariantIsFoundByTheAnswerThatHasIt() {
        assertThat(states(told(EventKind.SEND, 0, null, null, null), told(EventKind.DELIVERY, 1, "v1", null, null)))
                .containsExactly(MessageState.DELIVERED);
    }

    @Test
    void anAnswerWithoutTheStepOfItsCanvasFindsTheSendThatHasIt() {
        assertThat(states(
                        told(EventKind.SEND, 0, "v1", "canvas", "s1"),
                        told(EventKind.SEND, 5, "v2", "canvas", "s2"),
                        told(EventKind.DELIVERY, 6, "v1", "canvas", null),
                        told(EventKind.HARD_BOUNCE, 7, null, null, null)))
                .as("the second failure names nothing: the step that had begun last")
                .containsExactlyInAnyOrder(MessageState.DELIVERED, MessageState.HARD_BOUNCED);
    }

    @Test
    void twoVariantsStayTwoMessages() {
        assertThat(states(
                        told(EventKind.SEND, 0, "v1", null, null),
                        told(EventKind.SEND, 0, "v2", null, null),
                        told(EventKind.DELIVERY, 1, "v1", null, null),
                        told(EventKind.DELIVERY, 1, "v2", null, null)))
                .containsExactly(MessageState.DELIVERED, MessageState.DELIVERED);
    }

    @Test
    void whereNoEventNamesAVariantAllAreOneMessage() {
        assertThat(states(told(EventKind.SEND, 0, null, null, null), told(EventKind.DELIVERY, 1, null, null, null)))
                .containsExactly(MessageState.DELIVERED);
    }
}
