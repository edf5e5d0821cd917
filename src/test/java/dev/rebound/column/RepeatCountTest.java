package dev.rebound.column;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A count of repeats never says more of a kind than came, and older stores, which kept no kinds, are read. */
class RepeatCountTest {
    private static final Repeats.Key KEY = Repeats.key(5, field -> field == EventText.DISPATCH_ID ? 3 : -1);

    @Test
    void aFullFieldStandsForThatManyOrMoreAndRunsIntoNoOther() {
        long count = RepeatCount.plus(RepeatCount.plus(0, EventKind.SEND, 6), EventKind.SEND, 14);
        count = RepeatCount.plus(count, RepeatCount.plus(count, EventKind.ABORT, 1));
        assertThat(RepeatCount.all(count)).isEqualTo(41);
        assertThat(RepeatCount.of(count, EventKind.SEND)).isEqualTo(7);
        assertThat(RepeatCount.of(count, EventKind.ABORT)).isEqualTo(1);
        assertThat(RepeatCount.of(count, EventKind.DELIVERY)).isZero();
        assertThat(RepeatCount.of(RepeatCount.plus(0, EventKind.OTHER, 1), EventKind.OTHER))
                .isZero();
        long most = RepeatCount.plus(count, EventKind.DELIVERY, 20_000_000);
        assertThat(RepeatCount.all(most)).isEqualTo(20_000_041);
        assertThat(RepeatCount.of(most, EventKind.DELIVERY)).isEqualTo(3);
        assertThat(RepeatCount.of(most, EventKind.SEND)).isEqualTo(3);
        assertThat(RepeatCount.of(most, EventKind.ABORT)).isEqualTo(1);
        assertThat(RepeatCount.of(most, EventKind.OPEN)).isZero();
    }

    @Test
    void moreThanAMillionRepeatsAreAllCounted() {
        long million = RepeatCount.plus(0, EventKind.SEND, (1 << 20) - 1);
        assertThat(RepeatCount.all(million)).isEqualTo(1_048_575);
        long two = RepeatCount.plus(RepeatCount.plus(million, EventKind.SEND, 1), million);
        assertThat(two).isPositive();
        assertThat(RepeatCount.all(two)).isEqualTo(2_097_151);
        assertThat(RepeatCount.all(RepeatCount.plus(two, null, 5L << 31))).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void oneThatIsOnlyProbablyTheSameIsSeenInTheSumOfManyThatAreNot() {
        Repeats certain = new Repeats();
        certain.add(KEY, EventKind.DELIVERY, 1, Repeats.KnownBy.ID);
        Repeats probable = new Repeats();
        probable.add(KEY, EventKind.DELIVERY, 2, Repeats.KnownBy.CONTENT);
        long alone = Repeats.counts(List.of(certain)).getOrDefault(KEY, 0L);
        long both = Repeats.counts(List.of(probable, certain)).getOrDefault(KEY, 0L);
        assertThat(RepeatCount.isProbable(alone)).isFalse();
        assertThat(RepeatCount.isProbable(both)).isTrue();
        assertThat(RepeatCount.isProbable(RepeatCount.plus(alone, both))).isTrue();
        assertThat(RepeatCount.all(both)).isEqualTo(2);
        assertThat(RepeatCount.of(RepeatCount.plus(both, null, 1 << 21), EventKind.DELIVERY))
                .isEqualTo(2);
    }

    @Test
    void kindsAndTimesAreReadAsTheyWereKept() {
        Repeats repeats = new Repeats();
        repeats.add(KEY, EventKind.DELIVERY, 1, Repeats.KnownBy.ID);
        repeats.add(new Repeats.Key(-1, KEY.id()), EventKind.SEND, 2, Repeats.KnownBy.ID);
        repeats.add(KEY, EventKind.SEND, 3, Repeats.KnownBy.ID);
        repeats.add(KEY, EventKind.DELIVERY, 1, Repeats.KnownBy.ID);
        Repeats read = new Repeats();
        read.add(Arrays.copyOf(repeats.flat(0, 2), 2 * Repeats.COUNTED_COLUMNS));
        read.add(Arrays.copyOf(repeats.flat(2, 3), Repeats.COUNTED_COLUMNS));
        var counts = Repeats.counts(List.of(read));
        assertThat(counts).hasSize(2);
        long of = counts.getOrDefault(KEY, 0L);
        assertThat(RepeatCount.all(of)).isEqualTo(3);
        assertThat(RepeatCount.of(of, EventKind.DELIVERY)).isEqualTo(2);
        assertThat(RepeatCount.of(of, EventKind.SEND)).isEqualTo(1);
    }

    @Test
    void anEventThatComesAgainAndAgainIsHeldOnce() {
        Repeats repeats = new Repeats();
        int events = 300;
        for (long n = 0; n < 3_000; n++) {
            repeats.add(KEY, EventKind.DELIVERY, n % events, Repeats.KnownBy.ID);
        }
        // Of one identity, and yet another message: a service may use an id twice.
        repeats.add(new Repeats.Key(7, KEY.id()), EventKind.DELIVERY, 0, Repeats.KnownBy.ID);
        assertThat(repeats.size()).isEqualTo(events + 1);
        assertThat(RepeatCount.all(Repeats.counts(List.of(repeats)).getOrDefault(KEY, 0L)))
                .isEqualTo(3_000);
    }

    @Test
    void whatAnOlderStoreKeptCountsInAllAlone() {
        Repeats older = new Repeats();
        older.addSingle(new long[] {5, -1, KEY.id(), KEY.id()});
        var counts = Repeats.counts(List.of(older));
        long of = counts.getOrDefault(KEY, 0L);
        assertThat(RepeatCount.all(of)).isEqualTo(1);
        for (EventKind kind : EventKind.values()) {
            assertThat(RepeatCount.of(of, kind)).isZero();
        }
        assertThat(counts).containsKey(new Repeats.Key(-1, KEY.id()));
    }
}
