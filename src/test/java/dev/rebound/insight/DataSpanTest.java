package dev.rebound.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.RawEvent;
import dev.rebound.domain.RawRecord;
import dev.rebound.filter.FilterParser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From when to when the data goes is what was read, not when a file without times happened to be written. */
class DataSpanTest {
    private static final Instant WRITTEN = Told.minute(0).plus(Duration.ofDays(90));

    private static RawEvent untimed(String address, Instant at) {
        return RawEvent.builder(EventKind.LISTED_INVALID, at, address, "Mailgun", new RawRecord("{}", 1, ""))
                .timed(false)
                .build();
    }

    private static Picture of(RawEvent... events) {
        return Told.picture(List.of(List.of(events)), Duration.ofDays(120).toMinutes());
    }

    @Test
    void aRowWithoutATimeDoesNotMoveTheEndOfTheData() throws Exception {
        Picture picture = of(
                Told.braze(EventKind.SEND, 0, "a@example.com", "A1", null),
                Told.braze(EventKind.DELIVERY, 5, "a@example.com", "A1", null),
                untimed("b@example.com", WRITTEN),
                untimed("c@example.com", Told.minute(0).minus(Duration.ofDays(400))));
        assertThat(picture.dataStart()).isEqualTo(Told.minute(0));
        assertThat(picture.dataEnd()).isEqualTo(Told.minute(5));
        assertThat(picture.questions()
                        .select(FilterParser.parse("since:-7d to:a@example.com"))
                        .cardinality())
                .as("the last seven days of the data")
                .isEqualTo(1);
    }

    @Test
    void whereNoTimeWasReadTheFilesIsAllThereIs() {
        assertThat(of(untimed("b@example.com", WRITTEN)).dataEnd()).isEqualTo(WRITTEN);
        assertThat(of().dataEnd()).isNull();
    }
}
