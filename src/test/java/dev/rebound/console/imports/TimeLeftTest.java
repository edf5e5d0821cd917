package dev.rebound.console.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The time that a file will still take is told once it can be judged, and never as nothing. */
class TimeLeftTest {
    @Test
    void isToldAfterThreeSecondsByTheShareThatIsRead() {
        assertThat(TimeLeft.of(Duration.ofSeconds(10), 25, 100)).contains(Duration.ofSeconds(30));
        assertThat(TimeLeft.of(Duration.ofSeconds(10), 999, 1000)).contains(Duration.ofSeconds(1));
    }

    @Test
    void isNotToldBeforeOrWhereNobodyKnows() {
        assertThat(TimeLeft.of(Duration.ofMillis(2_999), 25, 100)).isEmpty();
        assertThat(TimeLeft.of(Duration.ofSeconds(10), 0, 100)).isEmpty();
        assertThat(TimeLeft.of(Duration.ofSeconds(10), 50, -1)).isEmpty();
    }
}
