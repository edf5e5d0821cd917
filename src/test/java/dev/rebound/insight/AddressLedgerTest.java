package dev.rebound.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.domain.EmailAddress;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.RawEvent;
import dev.rebound.domain.RawRecord;
import dev.rebound.domain.SubscriptionFact;
import dev.rebound.domain.SubscriptionStatus;
import dev.rebound.domain.Validity;
import dev.rebound.filter.Filter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What makes an address invalid, what makes that questionable, and what was sent to it afterwards. */
class AddressLedgerTest {
    private static final String ANNA = "anna@example.com";

    private static RawEvent hard(long minute, String reply) {
        return Told.braze(EventKind.HARD_BOUNCE, minute, ANNA, "A1", reply);
    }

    private static AddressLedger ledger(RawEvent... events) {
        return Told.picture(3_000, events).addresses();
    }

    @Test
    void aHardBounceMarksTheAddressWithCauseAndTime() {
        AddressLedger ledger = ledger(
                Told.braze(EventKind.SEND, 0, ANNA, "A1", null),
                hard(1, Told.UNKNOWN_USER),
                hard(500, Told.UNKNOWN_USER));
        assertThat(ledger.invalid()).hasSize(1);
        InvalidAddress anna = ledger.invalid().getFirst();
        assertThat(anna.address()).isEqualTo(ANNA);
        assertThat(anna.since()).isEqualTo(Told.minute(1));
        assertThat(anna.causedBy()).isEqualTo("Campaign A");
        assertThat(anna.isQuestionable()).isFalse();
    }

    @Test
    void aSoftBounceOrABlockMarksNothing() {
        assertThat(ledger(
                                Told.braze(EventKind.SOFT_BOUNCE, 1, ANNA, "A1", Told.FULL),
                                Told.braze(EventKind.BLOCK, 2, ANNA, "A2", Told.LISTED))
                        .invalid())
                .isEmpty();
    }

    @Test
    void aHardBounceWhoseReplySpeaksOfTheSenderIsInDoubt() {
        assertThat(ledger(hard(1, Told.LISTED)).questionable())
                .singleElement()
                .satisfies(a -> assertThat(a.doubts()).contains(InvalidAddress.Doubt.REPLY_IS_A_BLOCK));
    }

    @Test
    void aLaterDeliveryContradictsTheMarking() {
        assertThat(ledger(hard(1, Told.UNKNOWN_USER), Told.braze(EventKind.DELIVERY, 900, ANNA, "A2", null))
                        .questionable())
                .singleElement()
                .satisfies(a -> assertThat(a.doubts()).contains(InvalidAddress.Doubt.DELIVERED_LATER));
    }

    @Test
    void sendsAfterwardsAreInFlightDroppedOrAttempted() {
        List<SendAfterInvalidation> audit = ledger(
                        hard(100, Told.UNKNOWN_USER),
                        Told.braze(EventKind.SEND, 0, ANNA, "A1", null),
                        Told.braze(EventKind.SEND, 110, ANNA, "A2", null),
                        Told.braze(EventKind.SEND, 400, ANNA, "A3", null),
                        Told.braze(EventKind.DROP, 401, ANNA, "A3", "Bounced Address"),
                        Told.braze(EventKind.SEND, 800, ANNA, "A4", null))
                .audit();
        assertThat(audit)
                .extracting(SendAfterInvalidation::split)
                .containsExactlyInAnyOrder(
                        SendAfterInvalidation.Split.IN_FLIGHT,
                        SendAfterInvalidation.Split.DROPPED,
                        SendAfterInvalidation.Split.ATTEMPTED);
    }

    @Test
    void theSameAddressInOtherLettersIsTheSameAddress() {
        assertThat(ledger(
                                hard(1, Told.UNKNOWN_USER),
                                Told.braze(EventKind.HARD_BOUNCE, 5, "ANNA@Example.com", "A2", Told.UNKNOWN_USER))
                        .invalid())
                .hasSize(1);
    }

    @Test
    void aPersonsNewAddressOfAUserExportShowsThatTheOldOneIsStillWrittenTo() {
        RawRecord line = new RawRecord("u5,new@example.com,subscribed", 2, "");
        SubscriptionFact old =
                new SubscriptionFact(new EmailAddress(ANNA), SubscriptionStatus.SUBSCRIBED, null, "u5", null, line);
        SubscriptionFact now = new SubscriptionFact(
                new EmailAddress("new@example.com"), SubscriptionStatus.SUBSCRIBED, null, "u5", null, line);
        Picture picture = Told.picture(
                List.of(List.of(hard(1, Told.UNKNOWN_USER), Told.braze(EventKind.SEND, 900, ANNA, "A2", null))),
                3_000,
                old,
                now);
        assertThat(picture.contradictions())
                .filteredOn(c -> c.kind() == Contradiction.Kind.OLD_ADDRESS_WRITTEN_TO)
                .singleElement()
                .satisfies(c -> assertThat(c.address()).isEqualTo(ANNA));
        assertThat(picture.subscription("new@example.com"))
                .as("known from the export alone")
                .isEqualTo(SubscriptionStatus.SUBSCRIBED);
    }

    @Test
    void aHardBounceAfterTheOperatorsMarkMarksTheAddressAnew() {
        List<RawEvent> told = List.of(
                hard(10, Told.UNKNOWN_USER),
                Told.braze(EventKind.SEND, 200, ANNA, "A2", null),
                Told.braze(EventKind.SEND, 700, ANNA, "A3", null),
                Told.braze(EventKind.HARD_BOUNCE, 701, ANNA, "A3", Told.UNKNOWN_USER),
                Told.braze(EventKind.SEND, 900, ANNA, "A4", null));
        Picture picture = Told.pictureUnder(
                Map.of(DataSettings.ADDRESS + ANNA, "valid " + Told.minute(600)), List.of(told), 8_000);
        AddressLedger now = picture.addresses();
        assertThat(now.invalid())
                .singleElement()
                .satisfies(a -> assertThat(a.since()).isEqualTo(Told.minute(701)));
        assertThat(picture.row(0).validity()).isEqualTo(Validity.INVALID);
        assertThat(now.audit())
                .as("the mail of minute 700 went to an address that was valid by then")
                .extracting(SendAfterInvalidation::sentAt)
                .containsExactlyInAnyOrder(Told.minute(200), Told.minute(900));
        assertThat(picture.addressesAsOf(Told.minute(500)).invalid()).hasSize(1);
        assertThat(picture.addressesAsOf(Told.minute(650)).invalid()).isEmpty();
        assertThat(picture.addressesAsOf(Told.minute(650)).freed())
                .as("its sources hold it still")
                .extracting(InvalidAddress::address)
                .containsExactly(ANNA);
        assertThat(now.freed()).isEmpty();
        assertThat(picture.addressesAsOf(Told.minute(701)).invalid()).hasSize(1);
        assertThat(picture.ledgerOf(ANNA))
                .extracting(AddressEntry::what)
                .containsSubsequence(
                        AddressEntry.What.MARKED_INVALID,
                        AddressEntry.What.SENT_AFTER,
                        AddressEntry.What.OPERATOR_VALID,
                        AddressEntry.What.MARKED_INVALID,
                        AddressEntry.What.SENT_AFTER);
        ResendList list = ResendList.of(picture, picture.questions().select(Filter.all()), Set.of());
        assertThat(list.messages()).isEmpty();
    }

    @Test
    void aDayInThePastKnowsNothingOfWhatWasSaidLater() {
        SubscriptionFact left = new SubscriptionFact(
                new EmailAddress(ANNA),
                SubscriptionStatus.UNSUBSCRIBED,
                Told.minute(50),
                "u1",
                null,
                new RawRecord("left", 1, ""));
        Picture picture = Told.picture(List.of(List.of(hard(1, Told.UNKNOWN_USER))), 100, left);
        assertThat(picture.addressesAsOf(Told.minute(49)).invalid())
                .extracting(InvalidAddress::subscription)
                .containsExactly(SubscriptionStatus.UNKNOWN);
        assertThat(picture.addressesAsOf(Told.minute(50)).invalid())
                .extracting(InvalidAddress::subscription)
                .containsExactly(SubscriptionStatus.UNSUBSCRIBED);
    }
}
