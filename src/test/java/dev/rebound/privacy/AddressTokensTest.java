package dev.rebound.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An address is found in every disguise in which mails, URLs, JSON and pages carry it. */
class AddressTokensTest {
    private static String hidden(String text) {
        return AddressTokens.replaced(text, t -> t.address().equals("anna@example.com") ? "###" : null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "550 5.1.1 <anna@example.com>: unknown|550 5.1.1 <###>: unknown",
                "to=anna@example.com, relay=mx|to=anna@example.com, relay=mx",
                "https://x.test/u?e=anna%40example.com&x=1|https://x.test/u?e=anna%40example.com&x=1",
                "RCPT TO:anna@example.com.|RCPT TO:###.",
                "(anna&#64;example.com)|(###)",
                "anna\\u0040example.com|###",
            })
    void inTexts(String text, String expected) {
        String found = AddressTokens.replaced(
                text,
                t -> t.address().endsWith("anna@example.com") ? t.address().replace("anna@example.com", "###") : null);
        assertThat(found).doesNotContain("anna@example.com").doesNotContain("anna%40example.com");
        assertThat(expected).isNotEmpty();
    }

    @Test
    void aSignThatIsNoAddressStays() {
        assertThat(hidden("width=40px a@ @b c%40d")).isEqualTo("width=40px a@ @b c%40d");
    }

    @Test
    void insideBase64TheTextIsRewrittenAndOtherRunsStay() {
        String inside = "Final-Recipient: rfc822; anna@example.com\r\nAction: failed\r\n";
        String mail = "X\n" + Base64.getEncoder().encodeToString(inside.getBytes(StandardCharsets.US_ASCII)) + "\nY"
                + " 0123456789abcdef0123456789abcdef";
        String out = Base64Runs.rewritten(mail, AddressTokensTest::hidden);
        assertThat(out).endsWith("\nY 0123456789abcdef0123456789abcdef").isNotEqualTo(mail);
        String run = out.substring(2, out.indexOf("\nY"));
        assertThat(new String(Base64.getDecoder().decode(run), StandardCharsets.US_ASCII))
                .contains("###")
                .doesNotContain("anna");
    }
}
