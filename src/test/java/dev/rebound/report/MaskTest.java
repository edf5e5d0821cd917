package dev.rebound.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a masked text about an address still shows of it. */
class MaskTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "550 User mary.hidden unknown|mary.hidden@example.com|550 User m…n unknown",
                "550 <Mary.Hidden@example.com> no mailbox MARY.HIDDEN here|mary.hidden@example.com|550 <M…n@e…e.com> no mailbox m…n here",
                "no mary.hiddens, no xmary.hidden|mary.hidden@example.com|no mary.hiddens, no xmary.hidden",
                "al is not at home|al@example.com|al is not at home",
                "user a+b$c1 unknown|a+b$c1@example.com|user a…1 unknown",
                "550 no such user|f00dfeed|550 no such user",
            })
    void theNameOfTheRecipientIsHiddenWhereItStandsAlone(String reply, String address, String masked) {
        assertThat(Mask.of(reply, address)).isEqualTo(masked);
    }
}
