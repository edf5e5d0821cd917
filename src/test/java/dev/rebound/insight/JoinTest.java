package dev.rebound.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.domain.MessageState;
import dev.rebound.domain.RawEvent;
import dev.rebound.domain.RawRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
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

    /** Two mails of one campaign to one person, the second sent before the service has taken the first. */
    private static List<RawEvent> twoMailsOfOneMinute() {
        return List.of(
                second(Told.BRAZE, EventKind.SEND, 0, "A1", null),
                second(Told.BRAZE, EventKind.BLOCK, 42, "A1", Told.LISTED),
                second(Told.BRAZE, EventKind.SEND, 27, "A2", null),
                second(Told.BRAZE, EventKind.DELIVERY, 69, "A2", null));
    }

    private static RawEvent second(String source, EventKind kind, long second, String id, @Nullable String reply) {
        return RawEvent.builder(
                        kind,
                        Told.START.plusSeconds(second),
                        ANNA,
                        source,
                        new RawRecord(source + kind + second, 1, ""))
                .with(source.equals(Told.BRAZE) ? EventText.DISPATCH_ID : EventText.MESSAGE_ID, id)
                .with(EventText.REPLY, reply)
                .build();
    }

    @Test
    void whatBecameOfTwoMailsOfOneMinuteIsNotMixedUpByTheServicesRows() {
        List<RawEvent> service = List.of(
                second("SendGrid", EventKind.SEND, 40, "m1", null),
                second("SendGrid", EventKind.BLOCK, 42, "m1", Told.LISTED),
                second("SendGrid", EventKind.SEND, 67, "m2", null),
                second("SendGrid", EventKind.DELIVERY, 69, "m2", null));
        Picture picture = Told.picture(List.of(twoMailsOfOneMinute(), service), 600);
        assertThat(picture.messages().size()).isEqualTo(2);
        assertThat(idsOf(picture, MessageState.BLOCKED)).containsExactlyInAnyOrder("A1", "m1");
        assertThat(idsOf(picture, MessageState.DELIVERED)).containsExactlyInAnyOrder("A2", "m2");
    }

    @Test
    void theEarlierMailOfTwoIsTheEarlierOneOfTheServiceWhereNothingElseTells() {
        List<RawEvent> sends = twoMailsOfOneMinute().stream()
                .filter(e -> e.kind() == EventKind.SEND)
                .toList();
        List<RawEvent> service = List.of(
                second("SendGrid", EventKind.SEND, 40, "m1", null),
                second("SendGrid", EventKind.SEND, 67, "m2", null),
                second("SendGrid", EventKind.DELIVERY, 69, "m2", null));
        Picture picture = Told.picture(List.of(sends, service), 60);
        assertThat(idsOf(picture, MessageState.OPEN)).containsExactlyInAnyOrder("A1", "m1");
        assertThat(idsOf(picture, MessageState.DELIVERED)).containsExactlyInAnyOrder("A2", "m2");
    }

    /** Whatever the service adds, what the platform told of each of its sends stays what became of it. */
    @Property(tries = 300, seed = "2026")
    void theServicesRowsChangeNoStateThatThePlatformKnew(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 600) Integer> sentAt, @ForAll Random luck) {
        List<RawEvent> platform = new ArrayList<>();
        List<RawEvent> service = new ArrayList<>();
        for (int i = 0; i < sentAt.size(); i++) {
            EventKind end = luck.nextBoolean() ? EventKind.DELIVERY : EventKind.BLOCK;
            long taken = sentAt.get(i) + 1L + luck.nextInt(60);
            long ended = taken + 1L + luck.nextInt(600);
            String reply = end == EventKind.BLOCK ? Told.LISTED : null;
            platform.add(second(Told.BRAZE, EventKind.SEND, sentAt.get(i), "A" + i, null));
            platform.add(second(Told.BRAZE, end, ended, "A" + i, reply));
            service.add(second("SendGrid", EventKind.SEND, taken, "m" + i, null));
            service.add(second("SendGrid", end, ended, "m" + i, reply));
        }
        Picture alone = Told.picture(List.of(platform), 600);
        Picture both = Told.picture(List.of(platform, service), 600);
        assertThat(both.messages().size()).isEqualTo(alone.messages().size());
        for (MessageState state : List.of(MessageState.DELIVERED, MessageState.BLOCKED)) {
            assertThat(idsOf(both, state).stream().filter(id -> id.startsWith("A")))
                    .as(state.name())
                    .containsExactlyInAnyOrderElementsOf(idsOf(alone, state));
        }
    }

    private static List<String> idsOf(Picture picture, MessageState state) {
        List<String> ids = new ArrayList<>();
        for (int m = 0; m < picture.messages().size(); m++) {
            if (picture.messages().state(m) == state) {
                for (int row : picture.messages().eventsOf(m)) {
                    if (picture.events().kind(row) == EventKind.SEND) {
                        String dispatch = picture.events().textValue(EventText.DISPATCH_ID, row);
                        String id = dispatch == null ? picture.events().textValue(EventText.MESSAGE_ID, row) : dispatch;
                        ids.add(String.valueOf(id));
                    }
                }
            }
        }
        return ids;
    }

    @Test
    void aBounceMailBelongsToTheMessageWhoseHeaderItQuotes() {
        List<RawEvent> service = List.of(
                second("Amazon SES", EventKind.SEND, 0, "m-one", null),
                second("Amazon SES", EventKind.DELIVERY, 2, "m-one", null),
                second("Amazon SES", EventKind.SEND, 1_200, "m-two", null),
                second("Amazon SES", EventKind.DELIVERY, 1_202, "m-two", null));
        Picture picture = Told.picture(List.of(service, List.of(mail("m-one@email.amazonses.com"))), 600);
        assertThat(idsOf(picture, MessageState.RETURNED)).containsExactly("m-one");
        assertThat(idsOf(picture, MessageState.DELIVERED)).containsExactly("m-two");
    }

    private static RawEvent mail(String header) {
        return RawEvent.builder(
                        EventKind.BOUNCE, Told.minute(30), ANNA, "Bounce mail", new RawRecord("mail " + header, 1, ""))
                .with(EventText.HEADER_MESSAGE_ID, header)
                .with(EventText.REPLY, Told.UNKNOWN_USER)
                .build();
    }

    @Test
    void aBounceMailThatQuotesAnotherMessageIsNotTheLatestOnes() {
        RawEvent sent = RawEvent.builder(EventKind.SEND, Told.minute(0), ANNA, "Mailgun", new RawRecord("sent", 1, ""))
                .with(EventText.MESSAGE_ID, "one@news.example.com")
                .build();
        Picture picture = Told.picture(List.of(List.of(sent), List.of(mail("other@news.example.com"))), 600);
        assertThat(picture.messages().size()).isEqualTo(2);
        Picture same = Told.picture(List.of(List.of(sent), List.of(mail("one@news.example.com"))), 600);
        assertThat(same.messages().size()).isEqualTo(1);
    }
}
