package dev.rebound.feeds.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.domain.RawEvent;
import dev.rebound.domain.Reason;
import dev.rebound.feeds.Reading;
import dev.rebound.feeds.container.FeedException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PowerMtaTest {
    @TempDir
    Path folder;

    private static Reading file() throws FeedException {
        return Reading.ofFixture("powermta/acct.csv");
    }

    @Test
    void theCategorySaysWhatABounceIs() throws FeedException {
        assertThat(file().eventOf("gone@example.net").kind()).isEqualTo(EventKind.HARD_BOUNCE);
        assertThat(file().eventOf("full@example.org").kind()).isEqualTo(EventKind.SOFT_BOUNCE);
        assertThat(file().eventOf("wall@example.com").kind()).isEqualTo(EventKind.BLOCK);
        assertThat(file().eventOf("later@example.com").kind()).isEqualTo(EventKind.DEFERRAL);
        assertThat(file().eventOf("gone2@example.net").kind()).isEqualTo(EventKind.HARD_BOUNCE);
    }

    @Test
    void aSleepingMailboxIsLeftToTheReply() throws FeedException {
        RawEvent asleep = file().eventOf("asleep@example.com");
        assertThat(asleep.kind()).isEqualTo(EventKind.BOUNCE);
        assertThat(asleep.hint()).isEqualTo(Reason.MAILBOX_DISABLED);
    }

    @Test
    void columnsAreToldByTheirNames() throws FeedException {
        RawEvent gone = file().eventOf("gone@example.net");
        assertThat(gone.time()).isEqualTo(Instant.parse("2026-03-14T08:00:03Z"));
        assertThat(gone.text(EventText.ENHANCED_CODE)).isEqualTo("5.1.1");
        assertThat(gone.smtpCode()).isEqualTo(550);
        assertThat(gone.text(EventText.CAMPAIGN)).isEqualTo("Spring Sale");
        assertThat(gone.text(EventText.MESSAGE_ID)).isEqualTo("s2@news.example.org");
        assertThat(gone.text(EventText.FROM_DOMAIN)).isEqualTo("news.example.org");
        assertThat(gone.text(EventText.SENDING_IP)).isEqualTo("198.51.100.5");
    }

    @Test
    void aMessageIsReceivedDeliveredAndComplainedOf() throws FeedException {
        assertThat(file().events())
                .filteredOn(e -> e.address().key().equals("anna@example.com"))
                .extracting(RawEvent::kind)
                .containsExactly(EventKind.SEND, EventKind.DELIVERY, EventKind.COMPLAINT);
    }

    @Test
    void aComplaintIsOfHimWhoGotTheMailAndNotOfTheMailboxThatGotTheReport() throws IOException, FeedException {
        Reading reading = Reading.of(folder, "acct.csv", """
                type,timeLogged,orig,rcpt,originalRcptTo,feedbackType
                f,2026-03-14 09:00:00+0100,fbl@provider.example.net,reports@news.example.org,anna@example.com,abuse
                """);
        assertThat(reading.eventOf("anna@example.com").kind()).isEqualTo(EventKind.COMPLAINT);
    }

    @Test
    void aFileWithoutTimesIsRefusedWithWhatItLacks() {
        assertThatThrownBy(() -> Reading.of(folder, "acct.csv", "type,rcpt,dsnStatus\nd,a@example.com,2.0.0\n"))
                .isInstanceOf(FeedException.class)
                .hasMessageContainingAll("PowerMTA", "timeLogged");
    }
}
