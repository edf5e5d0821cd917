package dev.rebound.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.domain.RawEvent;
import dev.rebound.domain.RawRecord;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Campaigns whose names differ in case and accents alone. */
class CampaignNamesTest {
    private static RawEvent.Builder send(int minute) {
        return RawEvent.builder(
                        EventKind.SEND,
                        Told.minute(minute),
                        "p%d@example.com".formatted(minute),
                        Told.BRAZE,
                        new RawRecord("send " + minute, 1, ""))
                .with(EventText.DISPATCH_ID, "d" + minute);
    }

    private static Picture picture() {
        List<RawEvent> told = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            told.add(send(i).with(EventText.CAMPAIGN, i < 2 ? "ete" : "Été").build());
        }
        return Told.picture(List.of(told), 60);
    }

    private static int rows(Picture picture, String name) {
        return picture.questions().select(Filter.is(Field.CAMPAIGN, name)).cardinality();
    }

    @Test
    void theNumberOfEachOpensItsOwnRows() {
        Picture picture = picture();
        assertThat(picture.gap(Filter.all(), GapBy.CAMPAIGN))
                .hasSize(2)
                .allSatisfy(g -> assertThat((long) rows(picture, g.key())).isEqualTo(g.sends()));
    }

    @Test
    void whoTypesNeitherExactlyGetsBoth() {
        assertThat(rows(picture(), "ETE")).isEqualTo(5);
        assertThat(rows(picture(), "ete")).isEqualTo(2);
    }

    private static RawEvent ofCanvas(
            int minute, String canvasId, @Nullable String canvas, String stepId, @Nullable String step) {
        return send(minute)
                .with(EventText.CANVAS_ID, canvasId)
                .with(EventText.CANVAS, canvas)
                .with(EventText.STEP_ID, stepId)
                .with(EventText.STEP, step)
                .build();
    }

    @Test
    void aNameOfACanvasOrStepIsLearnedAndAnIdStandsForOneThatIsNeverTold() {
        Picture picture = Told.picture(
                600,
                ofCanvas(0, "c1", null, "s1", null),
                ofCanvas(1, "c1", "Welcome", "s1", "First"),
                ofCanvas(2, "c2", null, "s2", null),
                ofCanvas(3, "c3", null, "s1", null));
        assertThat(picture.gap(Filter.all(), GapBy.CAMPAIGN))
                .extracting(GapGroup::key, GapGroup::id, GapGroup::sends)
                .containsExactlyInAnyOrder(tuple("Welcome", "c1", 2L), tuple("c2", "c2", 1L), tuple("c3", "c3", 1L));
        assertThat(picture.questions()
                        .select(Filter.is(Field.CANVAS, "Welcome"))
                        .cardinality())
                .isEqualTo(2);
        assertThat(picture.gap(Filter.all(), GapBy.STEP))
                .extracting(GapGroup::key, GapGroup::sends)
                .containsExactlyInAnyOrder(tuple("First", 3L), tuple("s2", 1L));
        assertThat(picture.gap(Filter.all(), GapBy.STEP))
                .allSatisfy(g -> assertThat((long) picture.questions()
                                .select(Filter.is(Field.STEP, g.key()))
                                .cardinality())
                        .isEqualTo(g.sends()));
    }
}
