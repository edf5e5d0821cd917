package dev.rebound.feeds.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.domain.RawEvent;
import dev.rebound.feeds.Reading;
import dev.rebound.feeds.container.FeedException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailgunSuppressionsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"mailgun/bounces-page.json", "mailgun/bounces.csv"})
    void theBounceListMarksItsAddresses(String name) throws FeedException {
        RawEvent gone = Reading.ofFixture(name).eventOf("gone@example.org");
        assertThat(gone.kind()).isEqualTo(EventKind.LISTED_INVALID);
        assertThat(gone.time()).isEqualTo(Instant.parse("2026-03-13T09:00:00Z"));
        assertThat(gone.smtpCode()).isEqualTo(550);
        assertThat(gone.text(EventText.REPLY)).startsWith("5.1.1 nobody");
    }

    @Test
    void aCodeOfTheServiceIsNoSmtpCodeHereEither() throws FeedException {
        RawEvent noName = Reading.ofFixture("mailgun/bounces-page.json").eventOf("noname@example.org");
        assertThat(noName.smtpCode()).isZero();
        assertThat(noName.text(EventText.REPLY)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mailgun/complaints.csv", "mailgun/complaints.ndjson"})
    void theComplaintListHasNothingButAddressesAndTimes(String name) throws FeedException {
        assertThat(Reading.ofFixture(name).eventOf("cross@example.com").kind()).isEqualTo(EventKind.COMPLAINT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mailgun/unsubscribes-page.json", "mailgun/unsubscribes.csv"})
    void theUnsubscribeListSpeaksOfNoFailure(String name) throws FeedException {
        Reading list = Reading.ofFixture(name);
        assertThat(list.eventOf("enough@example.com").kind()).isEqualTo(EventKind.UNSUBSCRIBE);
        assertThat(list.subscriptions()).isEmpty();
    }

    @Test
    void anotherListOfAddressesAndTimesIsNotTakenForComplaints() {
        assertThatThrownBy(() -> Reading.of(
                        folder, "customers.csv", "address,created_at\nanna@example.com,2026-03-13T09:00:00Z\n"))
                .isInstanceOf(FeedException.class);
        assertThatThrownBy(() -> Reading.of(
                        folder,
                        "shops.csv",
                        "address,created_at,city\nHigh Street 1,\"Fri, 13 Mar 2026 09:00:00 GMT\",Bern\n"))
                .isInstanceOf(FeedException.class);
    }

    @Test
    void anEmptyBounceListIsAGoodExportOfNothing() throws FeedException, IOException {
        Reading empty = Reading.of(folder, "empty.csv", "address,code,error,created_at\n");
        assertThat(empty.file().feedId()).isEqualTo("mailgun-suppressions");
        assertThat(empty.said()).isZero();
    }
}
