package dev.rebound.feeds.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.RawEvent;
import dev.rebound.feeds.Reading;
import dev.rebound.feeds.container.FeedException;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which event a record of Currents is: what it says itself, in any spelling, before what its fields suggest. */
class BrazeEventTypesTest {
    private static final String FIELDS = "\"id\":\"e%d\",\"user_id\":\"u\",\"time\":1773388800,"
            + "\"email_address\":\"anna@example.com\",\"dispatch_id\":\"d\"%s}";

    @TempDir
    Path folder;

    private Reading read(String text) throws IOException, FeedException {
        Reading reading = Reading.of(folder, "currents.json", text);
        assertThat(reading.file().records())
                .as("nothing vanishes")
                .isEqualTo(reading.said() + reading.file().silent());
        return reading;
    }

    private static String line(int n, String type, String more) {
        return "{\"event_type\":\"" + type + "\"," + FIELDS.formatted(n, more) + "\n";
    }

    @ParameterizedTest
    @CsvSource({
        "users.messages.email.Send,SEND",
        "users.messages.email.Delivery,DELIVERY",
        "users.messages.email.Bounce,HARD_BOUNCE",
        "users.messages.email.SoftBounce,SOFT_BOUNCE",
        "users.messages.email.Deferral,DEFERRAL",
        "users.messages.email.Open,OPEN",
        "users.messages.email.Click,CLICK",
        "users.messages.email.MarkAsSpam,COMPLAINT",
        "users.messages.email.Unsubscribe,UNSUBSCRIBE",
        "users.messages.email.Abort,ABORT",
        "USERS_MESSAGES_EMAIL_SOFTBOUNCE_SHARED,SOFT_BOUNCE",
        "users_messages_email_Bounce,HARD_BOUNCE",
        "email_soft_bounce,SOFT_BOUNCE",
        "Mark As Spam,COMPLAINT",
        "bounce,HARD_BOUNCE"
    })
    void theFieldTellsWhateverTheOthersSuggest(String type, EventKind kind) throws IOException, FeedException {
        String more =
                ",\"bounce_reason\":\"550 no such user\",\"esp\":\"SendGrid\",\"user_agent\":\"x\",\"sending_ip\":\"192.0.2.1\"";
        assertThat(read(line(1, type, more)).events())
                .extracting(RawEvent::kind)
                .containsExactly(kind);
    }

    @Test
    void theOtherConnectorsNameForThePropertiesIsReadToo() throws IOException, FeedException {
        String event = "{\"event_type\":\"users.messages.email.Delivery\",\"id\":\"e1\",\"time\":1773388800,"
                + "\"user\":{\"user_id\":\"u\"},\"event_properties\":{\"email_address\":\"anna@example.com\","
                + "\"dispatch_id\":\"d\"}}";
        assertThat(read(event).events()).extracting(RawEvent::kind).containsExactly(EventKind.DELIVERY);
        assertThat(read("{\"events\":[" + event + "]}").events()).hasSize(1);
    }

    @Test
    void eventsThatThePlatformMadeUpAsATestAreTests() throws IOException, FeedException {
        String placeholder = ",\"timezone\":\"f47ac10b-58cc-4372-a567-0e02b2c3d479\"";
        String real = ",\"timezone\":\"America/Argentina/ComodRivadavia\"";
        StringBuilder lines = new StringBuilder();
        for (int n = 0; n < 40; n++) {
            lines.append(line(n, "users.messages.email.Send", n == 33 ? placeholder : real));
        }
        assertThat(read(lines.toString()).events())
                .hasSize(40)
                .filteredOn(RawEvent::test)
                .singleElement()
                .satisfies(e -> assertThat(e.eventId()).isEqualTo("e33"));
    }

    @Test
    void flatEventsInAnEnvelopeAreReadToo() throws IOException, FeedException {
        String send = line(1, "users.messages.email.Send", "").strip();
        String bounce = line(2, "users.messages.email.Bounce", ",\"bounce_reason\":\"550\"")
                .strip();
        assertThat(read("{\"events\":[" + send + "," + bounce + "]}").events())
                .extracting(RawEvent::kind)
                .containsExactly(EventKind.SEND, EventKind.HARD_BOUNCE);
    }

    @Test
    void aBounceOfNoKindIsRejectedAndNotGuessed() throws IOException, FeedException {
        Reading reading = read("{" + FIELDS.formatted(1, ",\"bounce_reason\":\"550 no such user\"") + "\n");
        assertThat(reading.events()).isEmpty();
        assertThat(reading.rejections())
                .singleElement()
                .satisfies(r -> assertThat(r.reason()).contains("event_type"));
    }

    @Test
    void aTypeOfMailThatNobodyKnowsIsRejectedAndOneOfAnotherChannelIsCounted() throws IOException, FeedException {
        Reading reading = read(line(1, "users.messages.email.Send", "")
                + line(2, "users.messages.email.Teleport", "")
                + line(3, "users.messages.pushnotification.Bounce", ""));
        assertThat(reading.events()).hasSize(1);
        assertThat(reading.rejections())
                .singleElement()
                .satisfies(r -> assertThat(r.reason()).contains("Teleport"));
        assertThat(reading.file().silent()).isEqualTo(1);
        assertThat(reading.file().notes()).singleElement().asString().contains("1 record tells nothing of mail");
    }
}
