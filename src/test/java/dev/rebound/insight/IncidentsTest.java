package dev.rebound.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.RawEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When an incident begins and ends. */
class IncidentsTest {
    private static final String BUSY = "451 4.3.2 System not accepting network messages, please try again later";

    private static List<RawEvent> hundredArrived() {
        List<RawEvent> told = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String address = "p%d@example.com".formatted(i);
            told.add(Told.braze(EventKind.SEND, 2L * i, address, "A" + i, null));
            told.add(Told.braze(EventKind.DELIVERY, 2L * i + 1, address, "A" + i, null));
        }
        return told;
    }

    /** Twelve messages put off at once and again after 200 minutes, beside a hundred that arrived at other times. */
    private static List<RawEvent> waveOfDelays() {
        List<RawEvent> told = hundredArrived();
        for (int i = 0; i < 12; i++) {
            String address = "late%d@example.com".formatted(i);
            told.add(Told.braze(EventKind.SEND, 1_000, address, "A" + (200 + i), null));
            told.add(Told.braze(EventKind.DEFERRAL, 1_001 + i, address, "A" + (200 + i), BUSY));
            told.add(Told.braze(EventKind.DEFERRAL, 1_201 + i, address, "A" + (200 + i), BUSY));
            told.add(Told.braze(EventKind.DELIVERY, 1_500, address, "A" + (200 + i), null));
        }
        return told;
    }

    @Test
    void aWaveOfDelaysLastsUntilTheLastDelayOfItsMessages() {
        assertThat(Incidents.of(Told.picture(List.of(waveOfDelays()), 3_000)))
                .singleElement()
                .satisfies(i -> {
                    assertThat(i.kind()).isEqualTo(Incident.Kind.DELAYED);
                    assertThat(i.messages()).hasSize(12);
                    assertThat(i.from()).isEqualTo(Told.minute(1_001));
                    assertThat(i.to()).isEqualTo(Told.minute(1_212));
                    assertThat(i.seen()).isEqualTo(12);
                    assertThat(i.deliveredAfterwards()).isEqualTo(12);
                });
    }

    /** To the same people, in the same campaign and time: what was delivered at once is no part of the wave. */
    @Test
    void aWaveOfDelaysOpensAsManyMessagesAsItHas() {
        List<RawEvent> told = waveOfDelays();
        for (int i = 0; i < 12; i++) {
            String address = "late%d@example.com".formatted(i);
            told.add(Told.braze(EventKind.SEND, 1_000, address, "A" + (300 + i), null));
            told.add(Told.braze(EventKind.DELIVERY, 1_000, address, "A" + (300 + i), null));
        }
        Picture picture = Told.picture(List.of(told), 3_000);
        assertThat(Incidents.of(picture)).singleElement().satisfies(i -> {
            assertThat(i.messages()).hasSize(12);
            assertThat(picture.questions().select(i.rows()).cardinality()).isEqualTo(12);
        });
    }

    /** A refusal of a message whose send is not here is nobody's message of the incident. */
    @Test
    void aRefusalOpensOnlyMessagesThatWereSent() {
        List<RawEvent> told = hundredArrived();
        for (int i = 0; i < 15; i++) {
            String address = "shut%d@example.com".formatted(i);
            if (i < 12) {
                told.add(Told.braze(EventKind.SEND, 1_000, address, "A" + (200 + i), null));
            }
            told.add(Told.braze(EventKind.BLOCK, 1_001 + i, address, "A" + (200 + i), Told.LISTED));
        }
        Picture picture = Told.picture(List.of(told), 3_000);
        assertThat(Incidents.of(picture)).singleElement().satisfies(i -> {
            assertThat(i.messages()).hasSize(12);
            assertThat(picture.questions().select(i.rows()).cardinality()).isEqualTo(12);
        });
    }
}
