package dev.rebound.feeds.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.domain.RawEvent;
import dev.rebound.domain.Reason;
import dev.rebound.feeds.FeedFixture;
import dev.rebound.feeds.ReadOptions;
import dev.rebound.feeds.Reading;
import dev.rebound.feeds.container.FeedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What public programs get wrong with the same exports, and what the exports themselves make easy to get wrong. */
class TrapsTest {
    @TempDir
    Path folder;

    private Reading read(String name, String text) throws IOException, FeedException {
        return Reading.of(folder, name, text);
    }

    @Test
    void aBounceHasTheTimeOfTheBounceAndTheBouncedAddress() throws IOException, FeedException {
        Reading reading = read("ses.json", """
                {"notificationType":"Bounce","bounce":{"bounceType":"Permanent","bounceSubType":"General","feedbackId":"f",
                 "timestamp":"2026-03-13T09:05:00Z","bouncedRecipients":[{"emailAddress":"gone@example.org","status":"5.1.1"},
                 {"emailAddress":"also@example.org","status":"4.0.0","action":"delayed"}]},
                 "mail":{"timestamp":"2026-03-13T09:00:00Z","messageId":"m","destination":["first@example.com","gone@example.org","also@example.org"]}}
                """);
        assertThat(reading.events())
                .extracting(e -> e.address().text())
                .containsExactly("gone@example.org", "also@example.org");
        assertThat(reading.events()).extracting(RawEvent::time).containsOnly(Instant.parse("2026-03-13T09:05:00Z"));
        assertThat(reading.events())
                .extracting(RawEvent::kind)
                .as("one of them is only delayed")
                .containsExactly(EventKind.HARD_BOUNCE, EventKind.SOFT_BOUNCE);
    }

    @ParameterizedTest
    @CsvSource({"'',2026-03-18T09:00:00Z", "'Last-Attempt-Date: Tue, 17 Mar 2026 09:00:00 +0000',2026-03-17T09:00:00Z"})
    void aBounceMailHasTheTimeOfTheLastTryElseOfItselfAndNeverOfTheOriginal(String attempt, Instant time)
            throws IOException, FeedException {
        Reading reading = read("bounce.eml", """
                From: mailer-daemon@mx.example.org
                To: news@example.net
                Subject: Undelivered
                Date: Wed, 18 Mar 2026 09:00:00 +0000
                Message-ID: <r1@mx.example.org>
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.org
                Arrival-Date: Fri, 13 Mar 2026 09:00:00 +0000

                Final-Recipient: rfc822; anna@example.com
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 no such user
                %s
                --b--
                """.formatted(attempt));
        assertThat(reading.eventOf("anna@example.com").time()).isEqualTo(time);
    }

    @Test
    void aBounceMailHasTheCampaignAndSubjectOfTheMessageThatItReturns() throws IOException, FeedException {
        Reading reading = read("bounce.eml", """
                From: mailer-daemon@mx.example.org
                To: news@example.net
                Subject: Undelivered
                Date: Wed, 18 Mar 2026 09:00:00 +0000
                Message-ID: <r1@mx.example.org>
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.org

                Final-Recipient: rfc822; anna@example.com
                Action: failed
                Status: 5.1.1
                --b
                Content-Type: text/rfc822-headers

                From: news@example.net
                Message-ID: <o1@example.net>
                Subject: =?utf-8?Q?Gr=C3=BC=C3=9Fe?=
                X-CampaignID: 77
                X-Campaign: Spring
                --b--
                """);
        RawEvent event = reading.eventOf("anna@example.com");
        assertThat(event.text(EventText.CAMPAIGN)).isEqualTo("Spring");
        assertThat(event.text(EventText.SUBJECT)).isEqualTo("Grüße");
        assertThat(event.text(EventText.HEADER_MESSAGE_ID)).isEqualTo("o1@example.net");
    }

    @Test
    void aComplaintThatNamesSeveralIsAPossibleOneOfEach() throws IOException, FeedException {
        String complaint = """
                {"eventType":"Complaint","complaint":{"feedbackId":"f","timestamp":"2026-03-13T09:05:00Z","complainedRecipients":[%s]},
                 "mail":{"timestamp":"2026-03-13T09:00:00Z","messageId":"m","destination":["a@example.com","b@example.com"]}}
                """;
        String one = "{\"emailAddress\":\"a@example.com\"}";
        assertThat(read("ses.json", complaint.formatted(one)).events())
                .extracting(e -> e.text(EventText.DETAIL))
                .containsExactly((String) null);
        assertThat(read("ses.json", complaint.formatted(one + "," + one.replace("a@", "b@")))
                        .events())
                .extracting(e -> e.text(EventText.DETAIL))
                .containsOnly("possible: one of 2 recipients")
                .hasSize(2);
    }

    @Test
    void aNoticeOfADeliveryIsNoBounce() throws IOException, FeedException {
        Reading reading = read("sns.json", """
                {"Type":"Notification","MessageId":"n","TopicArn":"arn:x","Timestamp":"2026-03-13T09:00:06Z",
                 "Message":"{\\"notificationType\\":\\"Delivery\\",\\"mail\\":{\\"timestamp\\":\\"2026-03-13T09:00:00Z\\",\\"messageId\\":\\"m\\",\\"destination\\":[\\"anna@example.com\\"]},\\"delivery\\":{\\"timestamp\\":\\"2026-03-13T09:00:05Z\\",\\"recipients\\":[\\"anna@example.com\\"]}}\\n"}
                """);
        assertThat(reading.events()).extracting(RawEvent::kind).containsExactly(EventKind.DELIVERY);
    }

    @ParameterizedTest
    @CsvSource({
        "14c5d75ce93.dfd.64b469@ismtpd-555, 14c5d75ce93.dfd.64b469",
        "EhN0HE-QSS2@geopod-ismtpd-5-1, EhN0HE-QSS2",
        "order-7@shop.example.com, order-7@shop.example.com"
    })
    void anAsynchronousBounceNamesItsMessageByTheHeader(String header, String message)
            throws IOException, FeedException {
        Reading reading = read("sendgrid.json", """
                {"email":"a@example.com","timestamp":1773392406,"event":"bounce","type":"bounce","sg_event_id":"e",
                 "smtp-id":"<%s>"}""".formatted(header));
        assertThat(reading.events())
                .extracting(e -> e.text(EventText.MESSAGE_ID))
                .containsExactly(message);
    }

    @Test
    void anEntryOfABounceListWithoutItsDateIsNoUnsubscribe() throws IOException, FeedException {
        Reading reading = read("page.json", """
                {"emails":[{"email":"anna@example.com","hard_bounced_at":"2026-03-13 09:00:00 +0000"},
                 {"email":"bruno@example.com"}],"message":"success"}""");
        assertThat(reading.subscriptions()).isEmpty();
        assertThat(reading.events())
                .singleElement()
                .satisfies(e -> assertThat(e.record().text())
                        .as("the record of an entry is the entry")
                        .contains("anna@example.com")
                        .doesNotContain("bruno"));
        assertThat(reading.rejections())
                .singleElement()
                .satisfies(r -> assertThat(r.text()).contains("bruno"));
    }

    @ParameterizedTest
    @CsvSource({
        "bounce, Invalid Address, HARD_BOUNCE",
        "bounce, Technical, SOFT_BOUNCE",
        "bounce, Technical Failure, SOFT_BOUNCE",
        "bounce, Content, BLOCK",
        "bounce, Reputation, BLOCK",
        "bounce, Frequency or Volume Too High, SOFT_BOUNCE",
        "blocked, Unclassified, BLOCK",
        "blocked, Mailbox Unavailable, BLOCK"
    })
    void onlyWhatSpeaksOfTheAddressIsAHardBounce(String type, String classification, EventKind kind)
            throws IOException, FeedException {
        Reading reading = read(
                "sendgrid.json",
                "{\"email\":\"a@example.com\",\"timestamp\":1773392406,\"event\":\"bounce\",\"type\":\"" + type
                        + "\",\"bounce_classification\":\"" + classification + "\",\"sg_event_id\":\"e\"}");
        assertThat(reading.events()).extracting(RawEvent::kind).containsExactly(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "resend/webhooks.ndjson",
        "mailjet/events.json",
        "mandrill/events.json",
        "brevo/webhooks.ndjson",
        "mailgun/legacy.ndjson",
        "amazon-ses/status-view.csv",
        "postmark/webhooks.ndjson",
        "hubspot/recipients.csv"
    })
    void whatWasHeldBackBeforeSendingIsNeverABounce(String fixture) throws FeedException {
        assertThat(Reading.ofFixture(fixture).events())
                .filteredOn(e -> e.address().key().startsWith("parked"))
                .isNotEmpty()
                .allSatisfy(e -> {
                    assertThat(e.kind()).isIn(EventKind.DROP, EventKind.SEND);
                    assertThat(e.kind() == EventKind.SEND || e.hint() == Reason.SUPPRESSED)
                            .isTrue();
                });
    }

    @Test
    void numbersAboveTheSafeRangeStayWhole() throws FeedException {
        assertThat(Reading.ofFixture("mailjet/events.json")
                        .eventOf("gone@example.org")
                        .text(EventText.MESSAGE_ID))
                .isEqualTo("104427216766056451");
    }

    @ParameterizedTest
    @CsvSource({
        "1773392406, 2026-03-13T09:00:06Z",
        "'\"1773392406\"', 2026-03-13T09:00:06Z",
        "1773392406.25, 2026-03-13T09:00:06.250Z",
        "1773392406250, 2026-03-13T09:00:06.250Z",
        "'\"2026-03-13T09:00:06.1234567Z\"', 2026-03-13T09:00:06.123456700Z",
        "'\"2026-03-13T10:00:06+01:00\"', 2026-03-13T09:00:06Z",
        "'\"2026-03-13T09:00:06 +0000\"', 2026-03-13T09:00:06Z",
        "'\"2026-03-13 09:00:06 UTC\"', 2026-03-13T09:00:06Z",
        "'\"2026-03-13 09:00:06.05+00\"', 2026-03-13T09:00:06.050Z"
    })
    void everyFormOfATimeIsTheSameTime(String written, Instant time) throws IOException, FeedException {
        Reading reading = read(
                "mailjet.json",
                "{\"event\":\"sent\",\"time\":" + written + ",\"email\":\"a@example.com\",\"MessageID\":1}");
        assertThat(reading.events()).extracting(RawEvent::time).containsExactly(time);
    }

    @Test
    void aClockWithoutSummerTimeHasNone() throws FeedException {
        assertThat(Reading.ofFixture("sfmc/Bounces.csv")
                        .eventOf("guarded@example.net")
                        .time())
                .as("three in the afternoon of a July day at UTC−6")
                .isEqualTo(Instant.parse("2026-07-13T21:00:08Z"));
    }

    @Test
    void theOrderOfDayAndMonthIsTheOperatorsToSay() throws FeedException {
        Path file = FeedFixture.path("hubspot/recipients.csv");
        Reading asked = Reading.of(
                file, StandardFeeds.catalog(), new ReadOptions(ZoneOffset.UTC, "hubspot-recipients-day-first"));
        assertThat(asked.rejections()).isEmpty();
        assertThat(asked.events())
                .filteredOn(e -> e.address().key().equals("cross@example.com"))
                .extracting(RawEvent::time)
                .containsOnly(Instant.parse("2026-04-03T09:00:00Z"));
    }

    @Test
    void oneBadRecordDoesNotDisturbThoseAroundIt() throws IOException, FeedException {
        Reading reading = read("mailjet.ndjson", """
                {"event":"sent","time":1773392406,"email":"a@example.com","MessageID":1}
                {"event":"sent","time":1773392406 "email":"b@example.com","MessageID":2}
                {"event":"sent","time":"soon","email":"c@example.com","MessageID":3}
                {"event":"sent","time":1773392406,"email":null,"MessageID":4}
                {"event":"sent","time":1773392406,"email":"e@example.com","MessageID":5}
                """);
        assertThat(reading.events())
                .extracting(e -> e.address().text())
                .containsExactly("a@example.com", "e@example.com");
        assertThat(reading.rejections()).extracting(r -> r.line()).containsExactly(2L, 3L, 4L);
    }

    @Test
    void triesOfTheServiceItselfAreTestTraffic() throws IOException, FeedException {
        Reading reading = read("ses.json", """
                {"eventType":"Send","send":{},"mail":{"timestamp":"2026-03-13T09:00:00Z","messageId":"m",
                 "destination":["bounce@simulator.amazonses.com","anna@example.com"]}}
                """);
        assertThat(reading.events()).extracting(RawEvent::test).containsExactly(true, false);
    }

    @Test
    void theSameListIsReadFromOneObjectAnArrayAndLines() throws IOException, FeedException {
        String one = "{\"event\":\"sent\",\"time\":1773392406,\"email\":\"a@example.com\",\"MessageID\":1}";
        for (String text : List.of(one, "[" + one + "]", one + "\n", "[\n  " + one + "\n]\n", "\uFEFF" + one)) {
            assertThat(read("m.json", text).events()).as(text).hasSize(1);
        }
        Path wide = Files.write(folder.resolve("wide.json"), one.getBytes(java.nio.charset.StandardCharsets.UTF_16LE));
        assertThat(Reading.of(wide).events()).hasSize(1);
    }
}
