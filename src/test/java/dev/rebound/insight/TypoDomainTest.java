package dev.rebound.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which domains of invalid addresses are a slip of the finger. Nothing is looked up. */
class TypoDomainTest {
    private static final Set<String> PROVIDERS =
            MailboxProviders.with(Map.of()).all().keySet();

    @ParameterizedTest
    @ValueSource(strings = {"mail.com", "email.com", "ymail.com", "gmx.de", "ge.com", "fox.net"})
    void aServiceOfItsOwnIsNoSlipOfALargerOne(String domain) {
        assertThat(TypoDomain.nearest(domain, PROVIDERS)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"gmial.com,gmail.com", "hotmail.con,hotmail.com", "outlok.com,outlook.com", "aol.con,aol.com"})
    void oneSlipIsFound(String domain, String meant) {
        assertThat(TypoDomain.nearest(domain, PROVIDERS)).isEqualTo(meant);
    }
}
