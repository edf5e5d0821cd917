package dev.rebound.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FullTimeTest {
    private static final Instant AT = Instant.parse("2026-03-14T07:01:07Z");

    @Test
    void aTimeWithoutAnOffsetIsCalledUtcWhateverTheZoneIsCalled() {
        for (String zone : new String[] {"UTC", "Etc/UTC", "Z"}) {
            assertThat(FullTime.of(Locale.FRANCE).format(AT.atZone(ZoneId.of(zone))))
                    .isEqualTo("14 mars 2026 07:01:07 UTC");
        }
    }

    @Test
    void anyOtherTimeCarriesItsOffset() {
        assertThat(FullTime.of(Locale.UK).format(AT.atZone(ZoneId.of("Europe/Paris"))))
                .isEqualTo("14 March 2026 08:01:07 +01:00");
    }

    @Test
    void inASentenceTheHourIsTiedToTheDay() {
        assertThat(FullTime.inSentence(Locale.FRANCE).format(AT.atZone(ZoneId.of("Europe/Paris"))))
                .isEqualTo("14 mars 2026 à 08:01:07 +01:00");
        assertThat(FullTime.inSentence(Locale.UK).format(AT.atZone(ZoneId.of("UTC"))))
                .isEqualTo("14 March 2026 at 07:01:07 UTC");
    }
}
