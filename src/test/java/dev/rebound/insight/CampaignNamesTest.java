package dev.rebound.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.domain.RawEvent;
import dev.rebound.domain.RawRecord;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Campaigns whose names differ in case and accents alone. */
class CampaignNamesTest {
    private static Picture picture() {
        List<RawEvent> told = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            told.add(RawEvent.builder(
                            EventKind.SEND,
                            Told.minute(i),
                            "p%d@example.com".formatted(i),
                            Told.BRAZE,
                            new RawRecord("send " + i, 1, ""))
                    .with(EventText.DISPATCH_ID, "d" + i)
                    .with(EventText.CAMPAIGN, i < 2 ? "ete" : "Été")
                    .build());
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
}
