package dev.rebound.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.RawEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

    @Test
    void howAnIncidentWentHoldsEachOfItsMessagesOnceAndTheOthersOfItsProvider() {
        Picture picture = Told.picture(List.of(waveOfDelays()), 3_000);
        Incident incident = Incidents.of(picture).getFirst();
        IncidentCourse course = IncidentCourse.of(picture, incident);
        assertThat(course.steps().stream().flatMap(s -> s.met().stream()))
                .containsExactlyInAnyOrderElementsOf(incident.messages());
        assertThat(course.steps().getFirst().met()).as("before it").isEmpty();
        assertThat(course.steps().getLast().met()).as("after it").isEmpty();
        for (int i = 1; i < course.steps().size(); i++) {
            assertThat(course.steps().get(i - 1).from().plus(course.step()))
                    .isEqualTo(course.steps().get(i).from());
        }
    }

    @Test
    void aSmallRefusalIsAnIncidentToWhoWantsToSeeSmallOnes() {
        List<RawEvent> told = hundredArrived();
        for (int i = 0; i < 6; i++) {
            String address = "shut%d@example.com".formatted(i);
            told.add(Told.braze(EventKind.SEND, 1_000, address, "A" + (200 + i), null));
            told.add(Told.braze(EventKind.BLOCK, 1_001 + i, address, "A" + (200 + i), Told.LISTED));
        }
        assertThat(Incidents.of(Told.picture(List.of(told), 3_000))).isEmpty();
        assertThat(Incidents.of(Told.pictureUnder(Map.of(DataSettings.SENSITIVITY, "high"), List.of(told), 3_000)))
                .hasSize(1);
    }

    /** What goes on can still be acted on, however small it is. */
    @Test
    void whatMayGoOnStandsFirst() {
        List<RawEvent> told = hundredArrived();
        for (int i = 0; i < 34; i++) {
            int minute = i < 22 ? 1_001 + i : 2_961 + i;
            String address = "shut%d@example.com".formatted(i);
            told.add(Told.braze(EventKind.SEND, minute - 1, address, "A" + (200 + i), null));
            told.add(Told.braze(EventKind.BLOCK, minute, address, "A" + (200 + i), Told.LISTED));
        }
        assertThat(Told.picture(List.of(told), 3_000).incidents())
                .extracting(i -> i.messages().size())
                .containsExactly(12, 22);
    }
}
