package dev.rebound.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.domain.EventKind;
import dev.rebound.filter.Filter;
import org.junit.jupiter.api.Test;

/** How soon deliveries came. */
class RetryAccountTest {
    @Test
    void aDeliveryOfTheFourthDayIsCountedInItsOwnHour() {
        Picture picture = Told.picture(
                30_000,
                Told.esp("SendGrid", EventKind.SEND, 0, "a@example.com", "m1", null),
                Told.esp("SendGrid", EventKind.DELIVERY, 5, "a@example.com", "m1", null),
                Told.esp("SendGrid", EventKind.SEND, 0, "b@example.com", "m2", null),
                Told.esp("SendGrid", EventKind.DELIVERY, 96 * 60 + 1, "b@example.com", "m2", null));
        RetryAccount account =
                RetryAccount.of(picture.messages(), picture.questions().select(Filter.all()));
        assertThat(account.deliveredByHour()).hasSize(97).endsWith(1L, 2L);
        assertThat(account.deliveredByHour().get(71)).isEqualTo(1);
    }
}
