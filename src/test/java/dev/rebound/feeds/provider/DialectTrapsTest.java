package dev.rebound.feeds.provider;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.domain.RawEvent;
import dev.rebound.feeds.Reading;
import dev.rebound.feeds.container.FeedException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How tables and lists are written, whoever wrote them: one trap a test. */
class DialectTrapsTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @TempDir
    Path folder;

    private Reading read(String name, byte[] bytes) throws IOException, FeedException {
        return Reading.of(Files.write(folder.resolve(name), bytes));
    }

    private Reading read(String name, String text) throws IOException, FeedException {
        return read(name, text.getBytes(UTF_8));
    }

    @Test
    void aReasonInQuotesHoldsCommasQuotesAndLineEnds() throws IOException, FeedException {
        Reading reading = read("suppression_bounces.csv", """
                status,reason,email,created
                5.1.1,"550 5.1.1 <anna@example.com>, ""no such user""
                see https://example.com/a,b",anna@example.com,1773388800
                5.1.1,plain,ben@example.com,1773388801
                """);
        assertThat(reading.events()).hasSize(2);
        assertThat(reading.eventOf("anna@example.com").text(EventText.REPLY))
                .isEqualTo("550 5.1.1 <anna@example.com>, \"no such user\"\nsee https://example.com/a,b");
        assertThat(reading.eventOf("ben@example.com").record().line()).isEqualTo(4);
    }

    @Test
    void aNameThatIsRepeatedInTheHeaderKeepsItsFirstColumn() throws IOException, FeedException {
        Reading reading = read("acct.csv", """
                type,timeLogged,timeQueued,orig,rcpt,dsnStatus,dsnDiag,rcvSourceIp,bounceCat,rcvSourceIp,jobId
                b,2026-03-14 09:00:00+0100,2026-03-14 08:59:00+0100,news@example.net,anna@example.com,5.1.1,smtp;550 no such user,192.0.2.1,bad-mailbox,192.0.2.2,spring
                """);
        assertThat(reading.events()).singleElement().satisfies(e -> {
            assertThat(e.kind()).isEqualTo(EventKind.HARD_BOUNCE);
            assertThat(e.time()).isEqualTo(Instant.parse("2026-03-14T08:00:00Z"));
        });
    }

    @Test
    void namesInTheHeaderMayCarryBlanksAndOtherCase() throws IOException, FeedException {
        Reading plain = read("emailBounce.csv", """
                messageId,email,campaignId,createdAt,recipientState
                m1,anna@example.com,7,2026-03-14 09:00:00 +00:00,HardBounce
                """);
        Reading blank = read("emailBounce.csv", """
                 messageId,"email ", campaignId ,CreatedAt ,recipientState
                m1,anna@example.com,7,2026-03-14 09:00:00 +00:00,HardBounce
                """);
        assertThat(blank.events()).hasSameSizeAs(plain.events()).hasSize(1);
        assertThat(blank.events().getFirst().time())
                .isEqualTo(plain.events().getFirst().time());
    }

    @Test
    void theColumnsOfAConfiguredLogAreToldByTheirNames() throws IOException, FeedException {
        Reading reading = read("acct.csv", """
                rcpt,bounceCat,type,dsnDiag,timeLogged
                anna@example.com,quota-issues,b,smtp;552 mailbox full,2026-03-14 09:00:00+0100
                ben@example.com,,d,smtp;250 ok,2026-03-14 09:00:01+0100
                """);
        assertThat(reading.events())
                .extracting(RawEvent::kind)
                .containsExactly(EventKind.SOFT_BOUNCE, EventKind.DELIVERY);
    }

    @ParameterizedTest
    @ValueSource(strings = {";", "\t", "|"})
    void otherSeparatorsAreTold(String separator) throws IOException, FeedException {
        String rows = "status,reason,email,created\n5.1.1,Unknown user,anna@example.com,1773388800\n";
        assertThat(read("suppression_bounces.csv", rows.replace(",", separator)).events())
                .hasSize(1);
        assertThat(read("suppression_bounces.csv", "sep=" + separator + "\r\n" + rows.replace(",", separator))
                        .events())
                .hasSize(1);
    }

    @Test
    void lettersOfEveryUsualEncodingArriveWhole() throws IOException, FeedException {
        String rows = "status;reason;email;created\n5.1.1;Boîte inconnue à Zürich;anna@example.com;1773388800\n";
        for (byte[] bytes : List.of(
                rows.getBytes(UTF_8),
                ("\uFEFF" + rows).getBytes(UTF_8),
                rows.getBytes(WINDOWS),
                ("\uFEFF" + rows).getBytes(UTF_16LE),
                ("\uFEFF" + rows).getBytes(UTF_16BE))) {
            assertThat(read("suppression_bounces.csv", bytes)
                            .eventOf("anna@example.com")
                            .text(EventText.REPLY))
                    .isEqualTo("Boîte inconnue à Zürich");
        }
    }

    @Test
    void aRowOfAnotherLengthIsRejectedAndItsNeighboursAreKept() throws IOException, FeedException {
        Reading reading = read("suppression_bounces.csv", """
                status,reason,email,created
                5.1.1,a,anna@example.com,1773388800
                5.1.1,b
                5.1.1,c,d,ben@example.com,1773388801
                5.1.1,e,cleo@example.com,1773388802,,
                """);
        assertThat(reading.events())
                .extracting(e -> e.address().text())
                .containsExactly("anna@example.com", "cleo@example.com");
        assertThat(reading.rejections()).extracting(r -> r.line()).containsExactly(3L, 4L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bounce report\n\n",
                "Bounce report, March\nMade for,Shop\n\n",
                "Bounce report,,,\nFrom,2026-03-01,,\n,,,\n",
                "\"Bounce report, all lists\"\n"
            })
    void aTitleAboveTheTableIsPassedOver(String title) throws IOException, FeedException {
        String rows = "status,reason,email,created\n5.1.1,Unknown user,anna@example.com,1773388800\n";
        Reading reading = read("suppression_bounces.csv", title + rows);
        assertThat(reading.events())
                .singleElement()
                .satisfies(e ->
                        assertThat(e.record().line()).isEqualTo(title.lines().count() + 2));
        assertThat(reading.rejections()).isEmpty();
    }

    @Test
    void aTableWhoseRowsHoldMoreCommasThanItsHeaderKeepsItsHeader() throws IOException, FeedException {
        Reading reading = read("complaints.csv", """
                address,created_at
                anna@example.com,"Fri, 13 Mar 2026 09:00:00 UTC"
                ben@example.com,"Fri, 13 Mar 2026 09:00:01 UTC"
                """);
        assertThat(reading.events()).extracting(RawEvent::kind).containsOnly(EventKind.COMPLAINT);
        assertThat(reading.events()).hasSize(2);
    }

    @Test
    void anHourThatComesTwiceIsToldApartByItsOffset() throws IOException, FeedException {
        Reading reading = read("acct.csv", """
                type,timeLogged,rcpt,dsnDiag,bounceCat
                b,2026-10-25 02:30:00+0200,anna@example.com,smtp;550 no such user,bad-mailbox
                b,2026-10-25 02:30:00+0100,ben@example.com,smtp;550 no such user,bad-mailbox
                """);
        assertThat(reading.events())
                .extracting(RawEvent::time)
                .containsExactly(Instant.parse("2026-10-25T00:30:00Z"), Instant.parse("2026-10-25T01:30:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status,reason,email,created,\n5.1.1,a,anna@example.com,1773388800,\n",
                ",status,reason,email,created,\n0,5.1.1,a,anna@example.com,1773388800,\n"
            })
    void aColumnWithoutANameIsNoField(String rows) throws IOException, FeedException {
        assertThat(read("suppression_bounces.csv", rows)
                        .eventOf("anna@example.com")
                        .text(EventText.REPLY))
                .isEqualTo("a");
    }

    @Test
    void aTimeOfTheHourThatComesTwiceIsSaidToBe() throws IOException, FeedException {
        Path file = Files.writeString(folder.resolve("acct.csv"), """
                type,timeLogged,rcpt
                d,2026-10-25 01:59:00,anna@example.com
                d,2026-10-25 02:30:00,ben@example.com
                """);
        Reading reading = Reading.of(file, StandardFeeds.catalog(), ZoneId.of("Europe/Paris"));
        assertThat(reading.eventOf("ben@example.com").time()).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
        assertThat(reading.file().notes())
                .containsExactly(
                        "1 time is of the hour that comes twice when clocks go back; the first of the two was taken.");
    }

    @Test
    void aListThatIsATextInsideATextIsRead() throws IOException, FeedException {
        Reading brevo = read("brevo.json", """
                {"event":"hard_bounce","email":"anna@example.com","id":7,"date":"2026-03-14 09:00:00","ts_event":1773388800,
                 "ts_epoch":1773388800000,"message-id":"<m1@example.net>","subject":"Hello","tag":"[\\"spring\\"]","reason":"550 no such user"}
                """);
        assertThat(brevo.events().getFirst().text(EventText.CAMPAIGN)).isEqualTo("spring");
        Reading activity = read("activity.csv", """
                processed,message_id,event,api_key_id,recv_message_id,credential_id,subject,from,email,asm_group_id,template_id,originating_ip,reason,outbound_ip,outbound_ip_type,mx,url,attempt,user_agent,type,is_unique,username,categories,marketing_campaign_id,marketing_campaign_name,marketing_campaign_split_id,marketing_campaign_version,unique_args
                2026-03-14T09:00:00Z,m1,bounced,,,,Hello,news@example.net,anna@example.com,,,,550 no such user,192.0.2.1,,mx.example.com,,,,bounce,,,"[""spring"",""news""]",,,,,"{""campaign_id"":""c-77""}"
                """);
        assertThat(activity.events().getFirst().text(EventText.CAMPAIGN)).contains("spring");
    }

    @Test
    void anIdThatIsUniqueWithinADayIsKeptApartByItsDay() throws IOException, FeedException {
        String event =
                "{\"event\":\"failed\",\"id\":\"G9\",\"timestamp\":%s,\"log-level\":\"error\",\"severity\":\"permanent\","
                        + "\"reason\":\"bounce\",\"recipient\":\"anna@example.com\",\"message\":{\"headers\":{\"message-id\":\"m@example.net\"}}}\n";
        Reading reading = read("events.ndjson", event.formatted("1773388800.5") + event.formatted("1773475200.5"));
        assertThat(reading.events())
                .extracting(RawEvent::eventId)
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void theTwoListsOfTheSameShapeAreToldByTheirNameAndElseBelieveNothing() throws IOException, FeedException {
        String rows = "status,reason,email,created\n5.7.1,blocked by policy,anna@example.com,1773388800\n";
        assertThat(read("suppression_blocks.csv", rows).events())
                .extracting(RawEvent::kind)
                .containsExactly(EventKind.BLOCK);
        assertThat(read("suppression_bounces.csv", rows).events())
                .extracting(RawEvent::kind)
                .containsExactly(EventKind.LISTED_INVALID);
        assertThat(read("download.csv", rows).events())
                .extracting(RawEvent::kind)
                .doesNotContain(EventKind.LISTED_INVALID, EventKind.HARD_BOUNCE);
    }

    @Test
    void anAnswerOfAMachineForAPersonIsNoBounce() throws IOException, FeedException {
        Reading postmark = read("postmark.json", """
                {"RecordType":"Bounce","ID":1,"Type":"AutoResponder","TypeCode":32,"MessageID":"m1","Email":"anna@example.com","BouncedAt":"2026-03-14T09:00:00.1234567Z","Details":"I am away"}
                """);
        assertThat(postmark.events()).extracting(RawEvent::kind).containsExactly(EventKind.OTHER);
    }

    @Test
    void whatIsUsuallyThereMayBeMissing() throws IOException, FeedException {
        Reading reading = read("events.ndjson", """
                {"email":"anna@example.com","timestamp":1773388800,"event":"bounce","type":"blocked"}
                {"event":"failed","id":"G1","timestamp":1773388800.5,"log-level":"error","severity":"permanent","reason":"generic","recipient":"ben@example.com","message":null,"delivery-status":{"message":null,"code":550}}
                """);
        assertThat(reading.events().size() + reading.rejections().size()).isEqualTo(2);
        assertThat(reading.eventOf("anna@example.com").kind()).isEqualTo(EventKind.BLOCK);
    }
}
