package dev.rebound.feeds.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** N59: a time is read as what it says, to the millisecond and the zone, or not at all. */
class FeedTimesTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static Instant time(String text, ZoneId zone) {
        return Objects.requireNonNull(FeedTimes.read(text, zone), text).time();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1773388800 | 2026-03-13T08:00:00Z",
                "1773388800123 | 2026-03-13T08:00:00.123Z",
                "1773388800.908181 | 2026-03-13T08:00:00.908Z",
                "2026-03-13T08:00:00.1234567Z | 2026-03-13T08:00:00.123456700Z",
                "2026-03-13 08:00:00 UTC | 2026-03-13T08:00:00Z",
                "2026-03-13T08:00:00-0000 | 2026-03-13T08:00:00Z",
                "2026-03-13T13:45:00+05:45 | 2026-03-13T08:00:00Z",
                "2026-03-13T21:00:00+13 | 2026-03-13T08:00:00Z",
                "Fri, 13 Mar 2026 08:00:00 +0000 (UTC) | 2026-03-13T08:00:00Z",
                "13 Mar 2026 08:00:00 -0000 | 2026-03-13T08:00:00Z"
            })
    void whatItSaysIsWhatIsRead(String text, Instant time) {
        FeedTimes.Read read = Objects.requireNonNull(FeedTimes.read(text, PARIS));
        assertThat(read.time()).isEqualTo(time);
        assertThat(read.zoneAssumed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-1",
                "1970-01-01T00:00:00Z",
                "9999-12-31T23:59:59Z",
                "+292278994-08-17T07:12:55Z",
                "9223372036854775807",
                "1e308",
                "2026-03-13T09:00:60Z",
                "2026-02-30T09:00:00Z",
                "13 Mar 26 09:00:00 +0000",
                "13/03/26",
                "yes",
                "08:00"
            })
    void whatCannotBeATimeOfMailIsRefused(String text) {
        assertThat(FeedTimes.read(text, PARIS)).isNull();
    }

    @Test
    void theHourThatTheClockSkipsIsTheHourAfterItAndItsZoneIsSaidToBeAssumed() {
        FeedTimes.Read skipped = Objects.requireNonNull(FeedTimes.read("2026-03-29T02:30:00", PARIS));
        assertThat(skipped.time()).isEqualTo(time("2026-03-29T03:30:00+02:00", ZoneOffset.UTC));
        assertThat(skipped.zoneAssumed()).isTrue();
    }

    @Test
    void theHourThatTheClockShowsTwiceIsTheFirstOfThem() {
        FeedTimes.Read twice = Objects.requireNonNull(FeedTimes.read("2026-10-25T02:30:00", PARIS));
        assertThat(twice.time()).isEqualTo(time("2026-10-25T02:30:00+02:00", ZoneOffset.UTC));
        assertThat(twice.zoneAssumed()).isTrue();
    }

    @Property
    void everyMillisecondComesBackInEachForm(
            @ForAll @LongRange(min = 800_000_000_000L, max = 4_102_444_799_999L) long millis) {
        Instant time = Instant.ofEpochMilli(millis);
        assertThat(time(String.valueOf(millis), PARIS)).isEqualTo(time);
        assertThat(time(millis / 1000 + "." + "%03d".formatted(millis % 1000), PARIS))
                .isEqualTo(time);
        assertThat(time(time.toString(), PARIS)).isEqualTo(time);
        assertThat(time(
                        time.atZone(ZoneId.of("Asia/Kathmandu"))
                                .toOffsetDateTime()
                                .toString(),
                        PARIS))
                .isEqualTo(time);
    }
}
