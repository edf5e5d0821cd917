package dev.rebound.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.RawEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What the platform and its sending services tell of the same messages shows whose file is missing. */
class EchoHolesTest {
    private static final long HOUR = 60;

    /** Thirty messages an hour of six hours, every third put off once, told by both sides; the odd ones went through SES. */
    private static List<RawEvent> story(Predicate<RawEvent> isHere, LongPredicate hasOpens) {
        List<RawEvent> story = new ArrayList<>();
        for (int n = 0; n < 6 * 30; n++) {
            long minute = n * 2L;
            String address = "p" + n + "@example.com";
            String service = n % 2 == 0 ? "SendGrid" : "Amazon SES";
            tell(story, service, EventKind.SEND, minute, address, n);
            if (n % 3 == 0) {
                tell(story, service, EventKind.DEFERRAL, minute, address, n);
            }
            tell(story, service, EventKind.DELIVERY, minute, address, n);
            story.add(Told.esp(service, EventKind.OPEN, minute + 1, address, "m" + n, null));
            if (hasOpens.test(minute / HOUR)) {
                story.add(braze(service, EventKind.OPEN, minute + 1, address, n));
            }
        }
        return story.stream().filter(isHere).toList();
    }

    private static void tell(List<RawEvent> story, String service, EventKind kind, long minute, String address, int n) {
        String reply = kind == EventKind.DEFERRAL ? "421 4.7.0 Try again later" : null;
        story.add(Told.esp(service, kind, minute, address, "m" + n, reply));
        story.add(braze(service, kind, minute, address, n));
    }

    private static RawEvent braze(String service, EventKind kind, long minute, String address, int n) {
        return Told.brazeVia(service, kind, minute, address, "A" + n);
    }

    private static List<Coverage.Hole> holes(Predicate<RawEvent> isHere, LongPredicate hasOpens) {
        return Told.picture(List.of(story(isHere, hasOpens)), 100_000)
                .coverage()
                .requests();
    }

    private static boolean isBraze(RawEvent event, EventKind kind, int hour) {
        return event.source().equals(Told.BRAZE) && event.kind() == kind && isIn(event, hour);
    }

    private static boolean isIn(RawEvent event, int hour) {
        return !event.time().isBefore(Told.minute(hour * HOUR))
                && event.time().isBefore(Told.minute((hour + 1) * HOUR));
    }

    @Test
    void whereBothSidesTellTheSameNothingIsAskedFor() {
        assertThat(holes(e -> true, hour -> true)).isEmpty();
    }

    @Test
    void anHourOfDeferralsThatOnlyTheServicesTellIsAskedOfThePlatform() {
        assertThat(holes(e -> !isBraze(e, EventKind.DEFERRAL, 3), hour -> true))
                .singleElement()
                .satisfies(hole -> {
                    assertThat(hole.sign()).isEqualTo(Coverage.Sign.ECHO);
                    assertThat(hole.feed()).isEqualTo(Told.BRAZE);
                    assertThat(hole.kind()).isEqualTo(EventKind.DEFERRAL);
                    assertThat(hole.from()).isEqualTo(Told.minute(3 * HOUR));
                    assertThat(hole.to()).isEqualTo(Told.minute(4 * HOUR));
                    assertThat(hole.messages()).isEqualTo(10);
                });
    }

    @Test
    void aKindThatThePlatformNeverExportsIsNotAskedFor() {
        assertThat(holes(e -> true, hour -> false)).isEmpty();
    }

    @Test
    void aKindThatThePlatformExportsNowAndThenIsNotAskedFor() {
        assertThat(holes(e -> true, hour -> hour % 2 == 0)).isEmpty();
    }

    @Test
    void anHourThatThePlatformTellsInPartIsNotMissing() {
        List<RawEvent> one = new ArrayList<>();
        assertThat(holes(
                        e -> {
                            if (isBraze(e, EventKind.DEFERRAL, 3)) {
                                one.add(e);
                            }
                            return !isBraze(e, EventKind.DEFERRAL, 3) || one.size() == 1;
                        },
                        hour -> true))
                .isEmpty();
    }

    @Test
    void aServiceThatTellsNothingWhereAnotherDoesIsAskedForOnceFromItsFirstToItsLastHour() {
        assertThat(holes(e -> !e.source().equals("SendGrid"), hour -> true))
                .singleElement()
                .satisfies(hole -> {
                    assertThat(hole.sign()).isEqualTo(Coverage.Sign.SERVICE);
                    assertThat(hole.feed()).isEqualTo("SendGrid");
                    assertThat(hole.from()).isEqualTo(Told.minute(0));
                    assertThat(hole.to()).isEqualTo(Told.minute(6 * HOUR));
                    assertThat(hole.messages()).isEqualTo(90);
                });
    }

    @Test
    void thePlatformAloneAsksForNoService() {
        assertThat(holes(e -> e.source().equals(Told.BRAZE), hour -> true)).isEmpty();
    }

    @Test
    void anExportOfOneHourAsksForNoOther() {
        assertThat(holes(e -> e.source().equals(Told.BRAZE) || isIn(e, 2), hour -> true))
                .isEmpty();
    }

    @Test
    void theServiceThatIsNotHeldHasAStripOfItsMissingHours() {
        Coverage coverage = Told.picture(List.of(story(e -> !e.source().equals("SendGrid"), hour -> true)), 100_000)
                .coverage();
        assertThat(coverage.strips())
                .filteredOn(s -> s.feed().equals("SendGrid"))
                .singleElement()
                .satisfies(strip -> assertThat(strip.holes()).hasSize(6));
    }
}
