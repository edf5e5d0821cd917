package dev.rebound.column;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A count of repeats never says more of a kind than came, and older stores, which kept no kinds, are read. */
class RepeatCountTest {
    private static final Repeats.Key KEY = Repeats.key(5, field -> field == EventText.DISPATCH_ID ? 3 : -1);

    @Test
    void aFullFieldStandsForThatManyOrMoreAndRunsIntoNoOther() {
        long count = 0;
        for (int i = 0; i < 20; i++) {
            count = RepeatCount.plusOne(count, EventKind.SEND);
        }
        count = RepeatCount.plus(count, RepeatCount.plusOne(count, EventKind.ABORT));
        assertThat(RepeatCount.all(count)).isEqualTo(41);
        assertThat(RepeatCount.of(count, EventKind.SEND)).isEqualTo(7);
        assertThat(RepeatCount.of(count, EventKind.ABORT)).isEqualTo(1);
        assertThat(RepeatCount.of(count, EventKind.DELIVERY)).isZero();
        assertThat(RepeatCount.of(RepeatCount.plusOne(0, EventKind.OTHER), EventKind.OTHER))
                .isZero();
    }

    @Test
    void kindsAreReadAsTheyWereKept() {
        Repeats repeats = new Repeats();
        repeats.add(KEY, EventKind.DELIVERY, 1);
        repeats.add(new Repeats.Key(-1, KEY.id()), EventKind.SEND, 2);
        repeats.add(KEY, EventKind.SEND, 3);
        var counts = Repeats.counts(List.of(Repeats.of(java.util.Arrays.copyOf(repeats.flat(), 6))));
        assertThat(counts).hasSize(2);
        long of = counts.getOrDefault(KEY, 0L);
        assertThat(RepeatCount.all(of)).isEqualTo(2);
        assertThat(RepeatCount.of(of, EventKind.DELIVERY)).isEqualTo(1);
        assertThat(RepeatCount.of(of, EventKind.SEND)).isEqualTo(1);
    }

    @Test
    void whatAnOlderStoreKeptCountsInAllAlone() {
        var counts = Repeats.counts(List.of(Repeats.of(new long[] {5, -1, KEY.id(), KEY.id()})));
        long of = counts.getOrDefault(KEY, 0L);
        assertThat(RepeatCount.all(of)).isEqualTo(1);
        for (EventKind kind : EventKind.values()) {
            assertThat(RepeatCount.of(of, kind)).isZero();
        }
        assertThat(counts).containsKey(new Repeats.Key(-1, KEY.id()));
    }
}
