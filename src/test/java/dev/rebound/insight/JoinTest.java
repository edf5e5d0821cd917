package dev.rebound.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.domain.MessageState;
import dev.rebound.domain.RawEvent;
import dev.rebound.domain.RawRecord;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The messages of a sending service and the platform's sends become one, or stay two, for reasons that can be named. */
class JoinTest {
    private static final String ANNA = "anna@example.com";
    private static final String HASHED = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private static RawEvent withDispatch(EventKind kind, long minute, String messageId, String dispatch) {
        return RawEvent.builder(kind, Told.minute(minute), ANNA, "SendGrid", new RawRecord("r" + minute, 1, ""))
                .with(EventText.MESSAGE_ID, messageId)
                .with(EventText.DISPATCH_ID, dispatch)
                .with(EventText.ESP, "SendGrid")
                .build();
    }

    @Test
    void theDispatchIdWinsOverTheNearerSend() {
        Picture picture = Told.picture(
                600,
                Told.braze(EventKind.SEND, 0, ANNA, "A1", null),
                Told.braze(EventKind.SEND, 5, ANNA, "B1", null),
                withDispatch(EventKind.SEND, 6, "m1", "A1"),
                withDispatch(EventKind.DELIVERY, 7, "m1", "A1"));
        assertThat(picture.messages().size()).isEqualTo(2);
        assertThat(picture.joins().sources()).singleElement().satisfies(s -> {
            assertThat(s.byId()).isEqualTo(1);
            assertThat(s.rate()).isEqualTo(1.0);
        });
        for (int m : picture.messagesOf(ANNA)) {
            assertThat(picture.row(m).state() == MessageState.DELIVERED)
                    .isEqualTo(picture.row(m).campaign().equals("Campaign A"));
        }
    }

    @Test
    void anAcceptanceOutsideTheWindowIsNotJoinedAndIsListed() {
        Picture picture = Told.picture(
                600,
                Told.braze(EventKind.SEND, 0, ANNA, "A1", null),
                Told.esp("SendGrid", EventKind.SEND, 16, ANNA, "m1", null));
        assertThat(picture.joins().sources()).singleElement().satisfies(s -> {
            assertThat(s.joined()).isZero();
            assertThat(s.unjoinedEvents()).hasSize(1);
        });
    }

    @Test
    void anAnswerWithoutAnAcceptanceIsJoinedWithinThreeDays() {
        Picture picture = Told.picture(
                10_000,
                Told.braze(EventKind.SEND, 0, ANNA, "A1", null),
                Told.esp("SendGrid", EventKind.DELIVERY, 4_000, ANNA, "m1", null));
        assertThat(picture.messages().size()).isEqualTo(1);
        Picture late = Told.picture(
                10_000,
                Told.braze(EventKind.SEND, 0, ANNA, "A1", null),
                Told.esp("SendGrid", EventKind.DELIVERY, 4_400, ANNA, "m1", null));
        assertThat(late.messages().size()).isEqualTo(2);
    }

    @Test
    void twoFeedsThatTellTheSameAnswerAreOneMessageEvenWhereThePlatformsSendIsMissing() {
        Picture picture = Told.picture(
                600,
                Told.esp("SendGrid", EventKind.SEND, 0, ANNA, "m1", null),
                Told.esp("SendGrid", EventKind.DELIVERY, 40, ANNA, "m1", null),
                Told.braze(EventKind.DELIVERY, 41, ANNA, "A1", null));
        assertThat(picture.messages().size()).isEqualTo(1);
        assertThat(picture.row(0).state()).isEqualTo(MessageState.DELIVERED);
        assertThat(picture.messages().kind(0)).isEqualTo(MessageKind.SENT);
    }

    @Test
    void answersFarApartStayTwoMessages() {
        Picture picture = Told.picture(
                600,
                Told.esp("SendGrid", EventKind.SEND, 0, ANNA, "m1", null),
                Told.esp("SendGrid", EventKind.DELIVERY, 40, ANNA, "m1", null),
                Told.braze(EventKind.DELIVERY, 90, ANNA, "A1", null));
        assertThat(picture.messages().size()).isEqualTo(2);
    }

    @Test
    void aHashedAddressJoinsTheEventsOfItsOwnSourceAndNoOpenOne() {
        Picture picture = Told.picture(
                600,
                Told.braze(EventKind.SEND, 0, ANNA, "A1", null),
                Told.esp("SparkPost", EventKind.SEND, 1, HASHED + "@example.com", "m1", null),
                Told.esp("SparkPost", EventKind.DELIVERY, 2, HASHED + "@example.com", "m1", null));
        assertThat(picture.messages().size()).isEqualTo(2);
        assertThat(picture.message(picture.messagesOf(HASHED + "@example.com")[0])
                        .chain())
                .hasSize(2);
    }

    @Test
    void theRetryWindowOfAServiceIsTheOperatorsToSet() {
        List<RawEvent> story = new ArrayList<>();
        for (long minute = 0; minute <= 1_000; minute += 20) {
            story.add(Told.braze(EventKind.SEND, minute, "other" + minute + "@example.org", "B1", null));
            story.add(Told.braze(EventKind.DELIVERY, minute + 1, "other" + minute + "@example.org", "B1", null));
        }
        story.add(Told.braze(EventKind.SEND, 0, ANNA, "A1", null));
        story.add(Told.braze(EventKind.DEFERRAL, 5, ANNA, "A1", Told.FULL));
        assertThat(state(Told.pictureUnder(java.util.Map.of(), List.of(story), 1_000)))
                .isEqualTo(MessageState.OPEN);
        assertThat(state(Told.pictureUnder(
                        java.util.Map.of(DataSettings.RETRY_WINDOW + "SendGrid", "PT12H"), List.of(story), 1_000)))
                .isEqualTo(MessageState.TIMED_OUT);
    }

    @Test
    void aSoftBounceOfThePlatformIsATryBeforeTheEraAndTheEndAfterIt() {
        List<RawEvent> story = List.of(
                Told.braze(EventKind.SEND, 0, ANNA, "A1", null),
                Told.braze(EventKind.SOFT_BOUNCE, 5, ANNA, "A1", Told.FULL));
        assertThat(state(Told.pictureUnder(java.util.Map.of(), List.of(story), 60)))
                .isEqualTo(MessageState.SOFT_BOUNCED);
        assertThat(state(Told.pictureUnder(
                        java.util.Map.of(DataSettings.FINAL_SOFT_BOUNCES, "2026-04-01T00:00:00Z"), List.of(story), 60)))
                .isEqualTo(MessageState.OPEN);
    }

    private static @org.jspecify.annotations.Nullable MessageState state(Picture picture) {
        return picture.row(picture.messagesOf(ANNA)[0]).state();
    }

    @Test
    void noDayOfSendsShowsMoreDeliveriesThanSends() {
        List<RawEvent> story = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String who = "p" + i + "@example.org";
            story.add(Told.braze(EventKind.SEND, 880 + i, who, "A1", null));
            story.add(Told.braze(EventKind.DELIVERY, 880 + i + 30L * i, who, "A1", null));
        }
        Picture picture = Told.picture(List.of(story), 5_000);
        for (GapBy by : List.of(GapBy.DAY, GapBy.HOUR)) {
            assertThat(picture.gap(dev.rebound.filter.Filter.all(), by))
                    .hasSizeGreaterThan(by == GapBy.DAY ? 0 : 1)
                    .allSatisfy(g -> {
                        assertThat(g.gap()).isGreaterThanOrEqualTo(0);
                        assertThat(picture.questions().select(g.rows()).cardinality())
                                .isEqualTo((int) g.sends());
                    });
        }
    }

    @Test
    void theProviderTableKnowsTheLargeOnesAndTheOperatorsLineWins() {
        MailboxProviders providers = MailboxProviders.with(java.util.Map.of("gmail.com", "Ours"));
        assertThat(providers.all()).hasSizeGreaterThanOrEqualTo(150);
        assertThat(providers.of("gmail.com")).isEqualTo("Ours");
        assertThat(providers.of("hotmail.com")).isEqualTo(providers.of("outlook.com"));
        assertThat(providers.of("nowhere.example.org")).isEqualTo("nowhere.example.org");
    }
}
