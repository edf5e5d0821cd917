package dev.rebound.insight.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.filter.Filter;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** A difference is always the sum of its causes and of what is not explained. */
class ComparisonTest {
    private static Cause cause(Cause.Kind kind, long count) {
        return new Cause(kind, count, Math.abs(count), Filter.all());
    }

    @Property(tries = 500, seed = "2026")
    void causesAndRestAddUp(@ForAll("differences") long difference, @ForAll("causes") List<Cause> causes) {
        Explanation why = Explanation.of(difference, causes);
        assertThat(why.causes().stream().mapToLong(Cause::count).sum() + why.rest())
                .isEqualTo(difference);
        assertThat(why.causes().stream().filter(c -> c.kind().isOfTheDay())).hasSizeLessThan(2);
        assertThat(Math.abs(why.rest())).isLessThanOrEqualTo(Math.abs(difference));
        for (Cause c : why.causes()) {
            assertThat(Math.abs(c.count())).isLessThanOrEqualTo(c.of());
            assertThat(Long.signum(c.count())).as("%s", c.kind()).isEqualTo(Long.signum(difference));
            if (c.kind().isWhole()) {
                assertThat(causes).contains(c);
            }
        }
    }

    @Provide
    Arbitrary<Long> differences() {
        return Arbitraries.longs().between(-500, 500);
    }

    @Provide
    Arbitrary<List<Cause>> causes() {
        return Arbitraries.longs()
                .between(-200, 200)
                .list()
                .ofSize(Cause.Kind.values().length)
                .map(counts -> {
                    List<Cause> causes = new ArrayList<>();
                    for (Cause.Kind kind : Cause.Kind.values()) {
                        causes.add(cause(kind, counts.get(kind.ordinal())));
                    }
                    return causes;
                });
    }

    @Test
    void aWayOfCountingAppliesWhollyOrNotAtAll() {
        Explanation none = Explanation.of(1, List.of(cause(Cause.Kind.RETURNED, 40)));
        assertThat(none.causes()).isEmpty();
        assertThat(none.rest()).isEqualTo(1);
    }

    @Test
    void anAccidentMayExplainAPart() {
        Explanation part = Explanation.of(-44, List.of(cause(Cause.Kind.DUPLICATES, -41)));
        assertThat(part.causes()).extracting(Cause::count).containsExactly(-41L);
        assertThat(part.rest()).isEqualTo(-3);
    }

    @Test
    void theFewestCausesThatExplainAllAreTaken() {
        Explanation why = Explanation.of(
                5,
                List.of(
                        cause(Cause.Kind.RETURNED, 2),
                        cause(Cause.Kind.TEST_SENDS, 3),
                        cause(Cause.Kind.LATER_DAY, 5)));
        assertThat(why.causes()).extracting(Cause::kind).containsExactly(Cause.Kind.LATER_DAY);
        assertThat(why.rest()).isZero();
    }

    @Test
    void causesThatCancelEachOtherOutExplainNothing() {
        Explanation why =
                Explanation.of(1, List.of(cause(Cause.Kind.RETURNED, 2), cause(Cause.Kind.MISSING_HOURS, -1)));
        assertThat(why.causes()).isEmpty();
        assertThat(why.rest()).isEqualTo(1);
    }

    @Test
    void oneOtherWayToChooseTheDayIsEnough() {
        Explanation why = Explanation.of(9, List.of(cause(Cause.Kind.DAY_EDGE, 4), cause(Cause.Kind.DAY_EDGE, 5)));
        assertThat(why.causes()).extracting(Cause::count).containsExactly(5L);
        assertThat(why.rest()).isEqualTo(4);
    }
}
