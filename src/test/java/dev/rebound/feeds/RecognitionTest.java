package dev.rebound.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rebound.feeds.container.FeedException;
import dev.rebound.feeds.provider.StandardFeeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RecognitionTest {
    @TempDir
    Path folder;

    static Stream<FeedFixture> fixtures() {
        return FeedFixture.ALL.stream();
    }

    /** The lists of a Mailchimp campaign hold nothing but addresses: what they are stands in their folder's name. */
    static Stream<FeedFixture> toldByContent() {
        return fixtures().filter(f -> !f.feed().equals("mailchimp-lists"));
    }

    @Test
    void everyFeedHasAFileThatItKnows() {
        assertThat(FeedFixture.ALL)
                .extracting(FeedFixture::feed)
                .containsAll(StandardFeeds.catalog().feeds().stream()
                        // Those that are refused have no records, and those with an order of dates are only ever
                        // chosen.
                        .filter(f -> !f.answers().isEmpty())
                        .map(FeedInfo::id)
                        .filter(id -> !id.endsWith("-first"))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void everyRecordIsAcceptedOrRejected(FeedFixture fixture) throws FeedException {
        Reading reading = Reading.of(fixture.file(folder));
        assertThat(reading.file().feedId()).isEqualTo(fixture.feed());
        assertThat(reading.events()).hasSize(fixture.events());
        assertThat(reading.subscriptions()).hasSize(fixture.subscriptions());
        assertThat(reading.rejections()).hasSize(fixture.rejected());
        assertThat(reading.file().records())
                .isEqualTo(reading.said() + reading.file().silent());
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void whyAFileWasRecognisedIsToldByNamesThatAreInIt(FeedFixture fixture) throws FeedException {
        assertThat(Reading.of(fixture.file(folder)).file().recognitions())
                .isNotEmpty()
                .allSatisfy(r -> {
                    assertThat(r.missing()).isEmpty();
                    assertThat(r.basis()).isNotEqualTo(Recognition.Basis.CHOSEN);
                    assertThat(r.signs().isEmpty()).isEqualTo(r.basis() == Recognition.Basis.FORM);
                });
    }

    @Test
    void aChosenReaderSaysWhatItMisses() throws IOException, FeedException {
        Path file = Files.writeString(
                folder.resolve("own.csv"), "processed,email,event\n2026-03-13 08:00:00,a@example.com,bounce\n");
        Reading reading =
                Reading.of(file, StandardFeeds.catalog(), new ReadOptions(ZoneOffset.UTC, "sendgrid-activity"));
        assertThat(reading.file().recognitions()).singleElement().satisfies(r -> {
            assertThat(r.basis()).isEqualTo(Recognition.Basis.CHOSEN);
            assertThat(r.signs()).containsExactly("processed", "event", "email");
            assertThat(r.missing()).containsExactly("message_id", "outbound_ip");
        });
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void aRejectionSaysWhereAndWhy(FeedFixture fixture) throws FeedException {
        assertThat(Reading.of(fixture.file(folder)).rejections()).allSatisfy(r -> {
            assertThat(r.line()).isPositive();
            assertThat(r.reason()).endsWith(".").hasSizeGreaterThan(20);
            assertThat(r.text()).isNotBlank();
        });
    }

    @ParameterizedTest
    @MethodSource("toldByContent")
    void whatIsPackedReadsLikeWhatIsNot(FeedFixture fixture) throws FeedException, IOException {
        byte[] plain = fixture.bytes(folder);
        Path path = Path.of(fixture.name());
        String inside = path.toString();
        Map<String, byte[]> packed = Map.of(
                ".gz", Packing.gzip(plain),
                ".zst", Packing.zstd(plain),
                ".zip", Packing.zip(Map.of(inside, plain)),
                ".gz.zip", Packing.zip(Map.of(inside + ".gz", Packing.gzip(plain))));
        Reading bare = Reading.of(fixture.file(folder));
        for (Map.Entry<String, byte[]> p : packed.entrySet()) {
            Path file = Files.write(folder.resolve(path.getFileName() + p.getKey()), p.getValue());
            Reading reading = Reading.of(file);
            assertThat(reading.file().feedId()).as(p.getKey()).isEqualTo(fixture.feed());
            assertThat(reading.events()).as(p.getKey()).hasSameSizeAs(bare.events());
            assertThat(reading.subscriptions()).as(p.getKey()).hasSameSizeAs(bare.subscriptions());
            assertThat(reading.rejections()).as(p.getKey()).hasSameSizeAs(bare.rejections());
        }
    }

    @ParameterizedTest
    @MethodSource("toldByContent")
    void theNameOfAFileDoesNotDecideWhatItIs(FeedFixture fixture) throws FeedException, IOException {
        Path renamed = folder.resolve("bounces download (3).dat");
        Files.write(renamed, fixture.bytes(folder));
        assertThat(Reading.of(renamed).file().feedId()).isEqualTo(fixture.feed());
    }

    /** Each is a file of a feed but for one field that the feed is told by. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SendGrid event webhook | sg_event_id | {"event":"bounced_x","email":"a@example.com","timestamp":1773388800}
            SendGrid activity export | outbound_ip | processed,message_id,event,email;1,2,bounce,a@example.com
            Amazon SES events | mail | {"eventType":"Bounce","bounce":{"bounceType":"Permanent"}}
            Amazon SES events | Message | {"Type":"Notification","MessageId":"1","TopicArn":"arn:aws:sns:x"}
            Amazon SES events (Athena) | mail | eventtype,bounce;Bounce,{}
            SparkPost events | event_id | {"results":[{"type":"bounce","timestamp":"1773388800","rcpt_to":"a@example.com"}]}
            Mailgun events | id | {"items":[{"event":"failed","timestamp":1773388800.5,"log-level":"error"}]}
            KumoMTA log | queue | {"type":"Bounce","recipient":"a@example.com","timestamp":1773388800}
            Exchange message tracking | recipient-status | event-id,recipient-address,source,date-time;FAIL,a@example.com,SMTP,2026-03-14T08:00:00Z
            Exchange Online message trace, enhanced summary | network_message_id | origin_timestamp_utc,recipient_status,sender_address;2026-03-14,a,b
            Braze Currents | time | {"id":"1","user_id":"2","email_address":"a@example.com","campaign_id":"3"}
            Braze Query Builder | time | email_address,bounce_reason;a@example.com,no
            Braze Query Builder | event_type | id,email_address,time,campaign_id,dispatch_id;1,a@example.com,1773388800,c,d
            Braze bounce list | hard_bounced_at | {"emails":[{"email":"a@example.com","bounced":"2026-03-13"}]}
            Braze users | unsubscribed_from_emails_at | user_id,email,first_name;7,a@example.com,Ana
            Braze users | email_subscribe | {"external_id":"7","email":"a@example.com","first_name":"Ana"}
            SendGrid suppression list | created | email,reason,note;a@example.com,550 no such user,x
            """)
    void aFeedThatIsReadInCodeSaysWhatIsMissingToItToo(String feed, String missing, String text) throws IOException {
        Path file = Files.writeString(folder.resolve("near.dat"), text.replace(';', '\n') + "\n");
        assertThatThrownBy(() -> Reading.of(file))
                .isInstanceOf(FeedException.class)
                .hasMessageEndingWith("It comes nearest to " + feed + ", which also has " + missing + ".");
    }

    @Test
    void aRecordWithoutAnythingIsToldAsThat() throws IOException {
        Path file = Files.writeString(folder.resolve("nothing.json"), "{}");
        assertThatThrownBy(() -> Reading.of(file))
                .isInstanceOf(FeedException.class)
                .hasMessage("nothing.json is not recognised. Its first record is empty.");
    }

    @Test
    void aFeedSaysAlsoWhatNoneOfItsFilesHas() throws IOException {
        Path file = Files.writeString(
                folder.resolve("suppression_bounces.csv"),
                "status,reason,email,created,first_name\n5.1.1,550 no such user,a@example.com,1773388800,Ana\n");
        assertThatThrownBy(() -> Reading.of(file))
                .isInstanceOf(FeedException.class)
                .hasMessageEndingWith("It comes nearest to SendGrid suppression list, which does not have first_name.");
    }

    @Test
    void aColumnThatIsThereTwiceIsNoOtherColumn() throws IOException, FeedException {
        Path file = Files.writeString(
                folder.resolve("suppression_bounces.csv"),
                "status,reason,email,created,email\n5.1.1,550 no such user,a@example.com,1773388800,a@example.com\n");
        assertThat(Reading.of(file).file().feedId()).isEqualTo("sendgrid-suppressions");
    }

    @Test
    void aLogOfAnotherProgramIsToldApartFromATable() throws IOException {
        Path file = Files.writeString(
                folder.resolve("mail.log"),
                "Mar 13 08:00:01 mx kernel: eth0: up, 1000 Mbps\nMar 13 08:00:02 mx cron[12]: job, done\n");
        assertThatThrownBy(() -> Reading.of(file))
                .isInstanceOf(FeedException.class)
                .hasMessage(
                        "mail.log is not recognised. It looks like a log, but no line at its beginning is of Postfix"
                                + " (postfix/smtp[…]:) or of Exim (<=, =>, == or ** behind an id). Fetch the log of the mail"
                                + " server.");
    }

    @Test
    void anAnswerOfAServiceIsNoExport() throws IOException {
        Path file = Files.writeString(folder.resolve("bounces.json"), "{\"message\":\"Invalid private key.\"}\n");
        assertThatThrownBy(() -> Reading.of(file))
                .isInstanceOf(FeedException.class)
                .hasMessage(
                        "bounces.json is no export but an answer of the service: Invalid private key. Fetch the list"
                                + " again.");
    }

    @Test
    void aPartOfANotificationIsToldWhatStoodAroundIt() throws IOException {
        Path file = Files.writeString(
                folder.resolve("bounce.json"),
                "{\"bounceType\":\"Permanent\",\"bouncedRecipients\":[{\"emailAddress\":\"a@example.com\"}]}\n");
        assertThatThrownBy(() -> Reading.of(file))
                .isInstanceOf(FeedException.class)
                .hasMessageEndingWith("It comes nearest to Amazon SES events, which also has notificationType, mail.");
    }

    @Test
    void aTableOfTwoCommonNamesIsNearNobody() throws IOException {
        Path file = Files.writeString(folder.resolve("own.csv"), "time,email,event\n2026-03-13,a@example.com,bounce\n");
        assertThatThrownBy(() -> Reading.of(file))
                .isInstanceOf(FeedException.class)
                .hasMessageContaining("Say what its columns are (Map columns in the window)")
                .hasMessageNotContaining("nearest");
    }

    @Test
    void aFileThatNobodyKnowsIsRefusedWithWhatIsInIt() throws IOException {
        Path file = Files.writeString(folder.resolve("stock.csv"), "article,amount\nchair,4\n");
        assertThatThrownBy(() -> Reading.of(file))
                .isInstanceOf(FeedException.class)
                .hasMessageContaining("stock.csv is not recognised")
                .hasMessageContaining("article, amount");
    }
}
