package dev.rebound.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.RawEvent;
import dev.rebound.filter.Filter;
import dev.rebound.insight.compare.Cause;
import dev.rebound.insight.compare.Claim;
import dev.rebound.insight.compare.Comparison;
import dev.rebound.insight.compare.Figure;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A figure of some days is set against those days, and the other calendars that may have been meant are tried. */
class ComparedDaysTest {
    private static final LocalDate FRIDAY = LocalDate.of(2026, 3, 13);
    private static final LocalDate SATURDAY = FRIDAY.plusDays(1);
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** Half an hour before midnight in UTC, half an hour after it in Paris. */
    private static final long LATE = 930;

    private static final Picture PICTURE = Told.picture(
            3_000,
            Told.braze(EventKind.SEND, 0, "a@example.com", "A1", null),
            Told.braze(EventKind.SEND, 1, "b@example.com", "A1", null),
            Told.braze(EventKind.SEND, LATE, "c@example.com", "A1", null),
            Told.braze(EventKind.SEND, 1_500, "d@example.com", "A1", null),
            Told.braze(EventKind.ABORT, 1_500, "e@example.com", "A1", null));

    private static Comparison.Line line(Picture picture, Claim claim, ZoneId zone) {
        return Comparison.of(picture, Filter.all(), List.of(claim), zone)
                .lines()
                .getFirst();
    }

    @Test
    void theTotalOfOneDayIsSetAgainstThatDay() {
        Comparison.Line line = line(PICTURE, Claim.total("Braze", Figure.SENDS, FRIDAY, FRIDAY, 3), ZoneOffset.UTC);
        assertThat(line.ours()).isEqualTo(3);
        assertThat(line(PICTURE, Claim.total("Braze", Figure.SENDS, FRIDAY, SATURDAY, 4), ZoneOffset.UTC)
                        .ours())
                .isEqualTo(4);
        assertThat(line(PICTURE, new Claim("", Figure.SENDS, null, 4), ZoneOffset.UTC)
                        .ours())
                .isEqualTo(4);
    }

    @Test
    void whatWasNotSentOnOneDayExplainsNothingOfAnother() {
        Comparison.Line friday = line(PICTURE, new Claim("", Figure.SENDS, FRIDAY, 4), ZoneOffset.UTC);
        assertThat(friday.causes()).isEmpty();
        assertThat(friday.rest()).isEqualTo(-1);
        Comparison.Line saturday = line(PICTURE, new Claim("", Figure.SENDS, SATURDAY, 2), ZoneOffset.UTC);
        assertThat(saturday.causes()).extracting(Cause::kind).containsExactly(Cause.Kind.NOT_SENT);
        assertThat(saturday.rest()).isZero();
    }

    @Test
    void theCalendarOfTheDisplayIsTriedAgainstADashboardInUtc() {
        Picture shownInParis = PICTURE.seen(Filter.all(), PARIS);
        Comparison.Line line = line(shownInParis, new Claim("", Figure.SENDS, FRIDAY, 2), ZoneOffset.UTC);
        assertThat(line.difference()).isEqualTo(1);
        assertThat(line.causes()).singleElement().satisfies(c -> {
            assertThat(c.kind()).isEqualTo(Cause.Kind.DAY_EDGE);
            assertThat(c.of()).isEqualTo(1);
        });
        assertThat(line(PICTURE, new Claim("", Figure.SENDS, FRIDAY, 2), PARIS).difference())
                .as("in the dashboard's own zone nothing differs")
                .isZero();
    }

    /** Five sent on Friday that failed on Saturday: by the day of the failure a dashboard has none and five. */
    @Test
    void aBounceThatIsToldOnALaterDayIsExplainedOnBothDays() {
        List<RawEvent> told = new ArrayList<>();
        for (int n = 0; n < 5; n++) {
            told.add(Told.braze(EventKind.SEND, n, "p" + n + "@example.com", "A1", null));
            told.add(Told.braze(EventKind.HARD_BOUNCE, 1_500, "p" + n + "@example.com", "A1", Told.UNKNOWN_USER));
        }
        Picture picture = Told.picture(List.of(told), 3_000);
        Comparison.Line friday = line(picture, new Claim("", Figure.BOUNCES, FRIDAY, 0), ZoneOffset.UTC);
        assertThat(friday.difference()).isEqualTo(5);
        Comparison.Line saturday = line(picture, new Claim("", Figure.BOUNCES, SATURDAY, 5), ZoneOffset.UTC);
        assertThat(saturday.difference()).isEqualTo(-5);
        for (Comparison.Line line : List.of(friday, saturday)) {
            assertThat(line.rest()).isZero();
            assertThat(line.causes()).singleElement().satisfies(c -> {
                assertThat(c.kind()).isEqualTo(Cause.Kind.LATER_DAY);
                assertThat(picture.questions().select(c.rows()).cardinality()).isEqualTo(5);
            });
        }
    }

    @Test
    void aSoftBounceThatWasDeliveredTheNextDayIsNotMovedToThatDay() {
        Picture picture = Told.picture(
                3_000,
                Told.braze(EventKind.SEND, 0, "a@example.com", "A1", null),
                Told.braze(EventKind.SOFT_BOUNCE, 1, "a@example.com", "A1", Told.FULL),
                Told.braze(EventKind.DELIVERY, 1_500, "a@example.com", "A1", null));
        Comparison.Line line = line(picture, new Claim("", Figure.SOFT_BOUNCES, FRIDAY, 0), ZoneOffset.UTC);
        assertThat(line.causes()).isEmpty();
        assertThat(line.rest()).isEqualTo(1);
    }
}
