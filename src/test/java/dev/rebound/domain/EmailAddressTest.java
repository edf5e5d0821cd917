package dev.rebound.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** N58: one person is one key, however the address was typed; another person never is. */
class EmailAddressTest {
    private static String key(String text) {
        return new EmailAddress(text).key();
    }

    @Test
    void caseIsFoldedTheSameWayInEveryLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(key("INFO@INDIGO.EXAMPLE.COM")).isEqualTo("info@indigo.example.com");
            assertThat(new EmailAddress("a@INDIGO.EXAMPLE.COM").domain()).isEqualTo("indigo.example.com");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aLetterWithItsAccentApartIsTheSameLetter() {
        String joined = "zoé@exämple.com";
        String apart = Normalizer.normalize(joined, Normalizer.Form.NFD);
        assertThat(apart).isNotEqualTo(joined);
        assertThat(key(apart)).isEqualTo(key(joined)).isEqualTo(joined);
        assertThat(new EmailAddress(apart).text())
                .as("what the source wrote stays")
                .isEqualTo(apart);
    }

    @Test
    void lettersThatSomeStandardsMergeStayApart() {
        assertThat(key("a@faß.example.com")).isNotEqualTo(key("a@fass.example.com"));
        assertThat(key("а@example.com")).as("a Cyrillic letter is no Latin one").isNotEqualTo(key("a@example.com"));
        assertThat(key("Ａ@example.com")).as("nor is a wide one").isNotEqualTo(key("a@example.com"));
    }

    @Test
    void theNameBeforeAnAddressIsNoPartOfIt() {
        assertThat(key("\"Jane, D\" <Jane@Example.com>")).isEqualTo("jane@example.com");
        assertThat(key("Jane <jane@example.com>")).isEqualTo(key("<jane@example.com>"));
        assertThat(key("a<b>")).as("no address stands in these brackets").isEqualTo("a<b>");
    }

    @Test
    void aLabelTooLongForTheNetIsKeptAsItIs() {
        String address = "a@" + "x".repeat(70) + ".example.com";
        assertThat(key(address)).isEqualTo(address);
    }
}
