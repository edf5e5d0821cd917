package dev.rebound.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.domain.RawEvent;
import dev.rebound.filter.Filter;
import dev.rebound.filter.FilterParser;
import dev.rebound.filter.FilterSyntaxException;
import dev.rebound.index.Bitmap;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Messages that are named one by one are found again, they alone. */
class NamedMessagesTest {
    @Provide
    Arbitrary<List<RawEvent>> streams() {
        return EventStreams.any();
    }

    @Property(tries = 200, seed = "2026")
    void whatIsNamedIsFoundAndNothingElse(
            @ForAll("streams") List<RawEvent> stream, @ForAll @IntRange(min = 1, max = 4) int every)
            throws FilterSyntaxException {
        Picture picture = Told.picture(List.of(stream), 100);
        List<Integer> named = new ArrayList<>();
        for (int row = 0; row < picture.messages().size(); row += every) {
            named.add(row);
        }
        Filter read = FilterParser.parse(picture.naming(named).toText());
        Bitmap found = picture.questions().select(read);
        List<Integer> rows = new ArrayList<>();
        found.forEach(rows::add);
        assertThat(rows).isEqualTo(named);
        long events = named.stream()
                .mapToLong(row -> picture.messages().eventsOf(row).length)
                .sum();
        assertThat((long) picture.eventQuestions().select(read).cardinality()).isEqualTo(events);
    }

    @Test
    void aNameOfNothingFindsNothing() throws FilterSyntaxException {
        Picture picture = Told.picture(List.of(), 100);
        assertThat(picture.naming(List.of()).toText()).isEqualTo("record:0");
        for (String text : List.of("record:0", "record:7.7.zz", "record:*", "enregistrement:(1.2.3, a.b.c)")) {
            assertThat(picture.questions().select(FilterParser.parse(text)).cardinality())
                    .as(text)
                    .isZero();
        }
    }
}
