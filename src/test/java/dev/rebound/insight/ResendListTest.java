package dev.rebound.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.domain.EmailAddress;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.MessageState;
import dev.rebound.domain.RawEvent;
import dev.rebound.domain.RawRecord;
import dev.rebound.domain.SubscriptionFact;
import dev.rebound.domain.SubscriptionStatus;
import dev.rebound.filter.Filter;
import dev.rebound.insight.ResendList.Exclusion;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Nobody is on a resend list who must not be written to, and the list and its exclusions account for everything. */
class ResendListTest {
    private static final long WINDOW_OVER = 8_000;
    private static final SubscriptionFact UNSUBSCRIBED = new SubscriptionFact(
            new EmailAddress("d@example.net"),
            SubscriptionStatus.UNSUBSCRIBED,
            null,
            null,
            null,
            new RawRecord("", 1, ""));

    @Provide
    Arbitrary<List<RawEvent>> streams() {
        return EventStreams.any();
    }

    private static ResendList list(Picture picture, Filter filter) {
        return ResendList.of(picture, picture.questions().select(filter), Set.of("c@example.org"));
    }

    @Property(tries = 400, seed = "2026")
    void noAddressOfTheListIsInAnyExclusionClass(@ForAll("streams") List<RawEvent> stream) {
        Picture picture = Told.picture(List.of(stream), WINDOW_OVER, UNSUBSCRIBED);
        ResendList list = list(picture, Filter.all());
        Set<String> refusing = stream.stream()
                .filter(e -> e.kind() == EventKind.COMPLAINT || e.kind() == EventKind.UNSUBSCRIBE)
                .map(e -> e.address().key())
                .collect(Collectors.toSet());
        Set<String> invalid = picture.addresses().invalid().stream()
                .map(InvalidAddress::address)
                .collect(Collectors.toSet());
        for (int m : list.messages()) {
            MessageRow row = picture.row(m);
            assertThat(row.state()).isNotIn(MessageState.DELIVERED, MessageState.OPEN);
            assertThat(row.address()).isNotIn(refusing).isNotIn(invalid).isNotIn("c@example.org", "d@example.net");
            for (int other : picture.messagesOf(row.address())) {
                boolean later = picture.messages().sentMillis(other)
                        > picture.messages().sentMillis(m);
                assertThat(later && picture.messages().state(other) == MessageState.DELIVERED)
                        .as("a later message reached %s", row.address())
                        .isFalse();
            }
        }
        assertThat(list.messages().stream().map(m -> picture.row(m).address())).doesNotHaveDuplicates();
    }

    @Property(tries = 300, seed = "2026")
    void theListAndItsExclusionsAccountForEveryMessage(@ForAll("streams") List<RawEvent> stream) {
        for (long now : new long[] {3_000, WINDOW_OVER}) {
            Picture picture = Told.picture(List.of(stream), now);
            ResendList list = list(picture, Filter.all());
            assertThat(list.addsUp()).isTrue();
            assertThat(list.considered()).isEqualTo(picture.messages().size());
        }
    }

    @Test
    void aBlockedMessageCanBeWrittenAgainOnceItsIncidentIsOver() {
        RawEvent sent = Told.braze(EventKind.SEND, 0, "a@example.com", "A1", null);
        RawEvent blocked = Told.braze(EventKind.SOFT_BOUNCE, 1, "a@example.com", "A1", Told.LISTED);
        Picture picture = Told.picture(WINDOW_OVER, sent, blocked);
        assertThat(list(picture, Filter.all()).messages()).hasSize(1);
    }

    @Test
    void aLaterCampaignThatArrivedTakesTheAddressOffTheList() {
        Picture picture = Told.picture(
                WINDOW_OVER,
                Told.braze(EventKind.SEND, 0, "a@example.com", "A1", null),
                Told.braze(EventKind.SOFT_BOUNCE, 1, "a@example.com", "A1", Told.FULL),
                Told.braze(EventKind.SEND, 100, "a@example.com", "B2", null),
                Told.braze(EventKind.DELIVERY, 101, "a@example.com", "B2", null));
        ResendList list = list(picture, Filter.all());
        assertThat(list.messages()).isEmpty();
        assertThat(list.excluded()).containsEntry(Exclusion.LATER_CAMPAIGN, 1L).containsEntry(Exclusion.DELIVERED, 1L);
    }
}
