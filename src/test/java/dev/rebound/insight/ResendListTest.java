package dev.rebound.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.domain.EmailAddress;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.domain.MessageState;
import dev.rebound.domain.RawEvent;
import dev.rebound.domain.RawRecord;
import dev.rebound.domain.SubscriptionFact;
import dev.rebound.domain.SubscriptionStatus;
import dev.rebound.filter.Filter;
import dev.rebound.insight.ResendList.Exclusion;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        Set<String> droppedFor = stream.stream()
                .filter(e -> e.kind() == EventKind.DROP && saysSoOfTheAddress(e.text(EventText.REPLY)))
                .map(e -> e.address().key())
                .collect(Collectors.toSet());
        for (int m : list.messages()) {
            MessageRow row = picture.row(m);
            assertThat(row.state()).isNotIn(MessageState.DELIVERED, MessageState.OPEN);
            assertThat(row.address()).isNotIn(refusing).isNotIn(invalid).isNotIn("c@example.org", "d@example.net");
            assertThat(row.address()).isNotIn(droppedFor);
            for (int other : picture.messagesOf(row.address())) {
                boolean later = picture.messages().sentMillis(other)
                        > picture.messages().sentMillis(m);
                assertThat(later && picture.messages().state(other) == MessageState.DELIVERED)
                        .as("a later message reached %s", row.address())
                        .isFalse();
                assertThat(later && picture.messages().state(other) == MessageState.OPEN)
                        .as("a later message to %s is open", row.address())
                        .isFalse();
            }
        }
        assertThat(list.messages().stream().map(m -> picture.row(m).address())).doesNotHaveDuplicates();
    }

    /** All that the streams may drop for, but what is about the mail itself. */
    private static boolean saysSoOfTheAddress(@Nullable String reply) {
        return reply == null || EventStreams.DROPPED_FOR_THE_ADDRESS.contains(reply) || reply.equals("gibberish");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "Bounced Address|-|INVALID",
                "Invalid|-|INVALID",
                "550 5.1.1 User unknown|-|INVALID",
                "Unsubscribed Address|-|UNSUBSCRIBED",
                "Not delivering to a person who has unsubscribed|suppress-unsubscribe|UNSUBSCRIBED",
                "-|Permanent/UnsubscribedRecipient|UNSUBSCRIBED",
                "-|PREVIOUSLY_UNSUBSCRIBED_PORTAL|UNSUBSCRIBED",
                "The recipient opted out earlier|-|UNSUBSCRIBED",
                "Spam Reporting Address|-|COMPLAINED",
                "Not delivering to somebody who marked your messages as spam|-|COMPLAINED",
                "-|suppress-complaint|COMPLAINED",
                "-|spam|COMPLAINED",
                "-|suppress-bounce|INVALID",
                "-|Permanent/OnAccountSuppressionList|SUPPRESSED",
                "-|-|SUPPRESSED",
                "We hold this one back|-|SUPPRESSED",
                "Spam Content (a checker is on)|-|-",
                "Invalid SMTPAPI header|-|-",
                "Recipient List over Package Quota|-|-",
                "-|duplicate in campaign|-",
            })
    void whatAServiceDroppedForAPersonIsNotOffered(
            @Nullable String reply, @Nullable String sourceClass, @Nullable Exclusion why) {
        RawEvent drop = Told.esp("SendGrid", EventKind.DROP, 1, "a@example.com", "m1", reply);
        Map<EventText, String> texts = new EnumMap<>(EventText.class);
        texts.putAll(drop.texts());
        if (sourceClass != null) {
            texts.put(EventText.SOURCE_CLASS, sourceClass);
        }
        Picture picture = Told.picture(
                WINDOW_OVER,
                Told.esp("SendGrid", EventKind.SEND, 0, "a@example.com", "m1", null),
                with(drop, texts),
                Told.esp("SendGrid", EventKind.SEND, 900, "a@example.com", "m2", null),
                Told.esp("SendGrid", EventKind.BLOCK, 901, "a@example.com", "m2", Told.LISTED));
        ResendList list = list(picture, Filter.all());
        if (why == null) {
            assertThat(list.messages()).hasSize(1);
        } else {
            assertThat(list.messages()).isEmpty();
            assertThat(list.excluded()).as("also for its other message").containsEntry(why, 2L);
        }
        assertThat(list.addsUp()).isTrue();
    }

    private static RawEvent with(RawEvent e, Map<EventText, String> texts) {
        return new RawEvent(
                e.kind(),
                e.time(),
                e.address(),
                e.source(),
                e.eventId(),
                e.smtpCode(),
                e.attempt(),
                e.hint(),
                e.test(),
                e.timed(),
                texts,
                e.record());
    }

    @Test
    void whatWasDroppedBeforeTheOperatorMarkedTheAddressValidNoLongerCounts() {
        String mark = "address.a@example.com";
        List<RawEvent> told = List.of(
                Told.braze(EventKind.SEND, 0, "a@example.com", "A1", null),
                Told.braze(EventKind.DROP, 1, "a@example.com", "A1", "Bounced Address"));
        assertThat(list(
                                Told.pictureUnder(Map.of(mark, "valid " + Told.minute(5)), List.of(told), WINDOW_OVER),
                                Filter.all())
                        .messages())
                .hasSize(1);
        assertThat(list(
                                Told.pictureUnder(Map.of(mark, "valid " + Told.minute(0)), List.of(told), WINDOW_OVER),
                                Filter.all())
                        .excluded())
                .as("the service still holds it")
                .containsEntry(Exclusion.INVALID, 1L);
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

    @Test
    void aLaterSendThatIsStillOpenTakesTheAddressOffTheList() {
        RawEvent sent = Told.braze(EventKind.SEND, 10, "a@example.com", "B1", null);
        RawEvent full = Told.braze(EventKind.SOFT_BOUNCE, 11, "a@example.com", "B1", Told.FULL);
        for (RawEvent other : List.of(
                Told.braze(EventKind.SEND, 100, "a@example.com", "A2", null),
                Told.braze(EventKind.SEND, 5, "a@example.com", "B2", null))) {
            ResendList list = list(Told.picture(120, sent, full, other), Filter.all());
            assertThat(list.messages()).isEmpty();
            assertThat(list.excluded()).containsEntry(Exclusion.LATER_OPEN, 1L).containsEntry(Exclusion.STILL_OPEN, 1L);
            assertThat(list.addsUp()).isTrue();
        }
        RawEvent earlier = Told.braze(EventKind.SEND, 5, "a@example.com", "C2", null);
        assertThat(list(Told.picture(120, sent, full, earlier), Filter.all()).messages())
                .as("an earlier campaign is none that is yet to reach the person again")
                .hasSize(1);
    }
}
