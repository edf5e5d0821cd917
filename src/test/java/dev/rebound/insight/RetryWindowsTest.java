package dev.rebound.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.domain.MessageState;
import dev.rebound.domain.RawEvent;
import dev.rebound.domain.RawRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A send of Braze names no service; its sending domain does, where that domain is at one service only. */
class RetryWindowsTest {
    private static final Map<String, String> TWELVE_HOURS_AT_SES =
            Map.of(DataSettings.RETRY_WINDOW + "Amazon SES", "PT12H");
    private static final long THIRTEEN_HOURS = 780;
    private static final String ANNA = "anna@example.com";

    private static RawEvent told(EventKind kind, long minute, String to, String domain, @Nullable String esp) {
        return RawEvent.builder(kind, Told.minute(minute), to, Told.BRAZE, new RawRecord(kind + to + minute, 1, ""))
                .with(EventText.DISPATCH_ID, "A1")
                .with(EventText.FROM_DOMAIN, domain)
                .with(EventText.ESP, esp)
                .build();
    }

    private static Picture picture(Map<String, String> settings, RawEvent... more) {
        List<RawEvent> all = new ArrayList<>(List.of(more));
        all.add(told(EventKind.SEND, 0, ANNA, "offers.example.com", null));
        for (long minute = 0; minute < THIRTEEN_HOURS; minute += 20) {
            String other = "other" + minute + "@example.org";
            all.add(told(EventKind.SEND, minute, other, "offers.example.com", null));
            all.add(told(EventKind.DELIVERY, minute + 1, other, "offers.example.com", "Amazon SES"));
        }
        return Told.pictureUnder(settings, List.of(all), THIRTEEN_HOURS);
    }

    private static MessageRow anna(Picture picture) {
        return picture.row(picture.messagesOf(ANNA)[0]);
    }

    @Test
    void aSendIsTriedAsLongAsTheServiceOfItsSendingDomainTries() {
        MessageRow row = anna(picture(TWELVE_HOURS_AT_SES));
        assertThat(row.state()).isEqualTo(MessageState.UNEXPLAINED);
        assertThat(row.esp()).as("no event names a service, so none is shown").isEmpty();
    }

    @Test
    void withoutAWindowOfItsOwnTheServiceTriesTheUsualTime() {
        assertThat(anna(picture(Map.of())).state()).isEqualTo(MessageState.OPEN);
    }

    @Test
    void aDomainSeenAtTwoServicesTellsNothing() {
        RawEvent elsewhere = told(EventKind.DELIVERY, 5, "other0@example.org", "offers.example.com", "SendGrid");
        assertThat(anna(picture(TWELVE_HOURS_AT_SES, elsewhere)).state()).isEqualTo(MessageState.OPEN);
    }
}
