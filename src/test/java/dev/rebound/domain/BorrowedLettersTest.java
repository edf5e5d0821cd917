package dev.rebound.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.report.Mask;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** N54: a name that is not what it looks like is shown with its real form beside it, and no honest name is suspected. */
class BorrowedLettersTest {
    @ParameterizedTest
    @CsvSource({
        "zoe@раypal.test, zoe@xn--ypal-43d9g.test",
        "zoe@pay.раypal.test, zoe@pay.xn--ypal-43d9g.test",
        "аnna@example.com, xn--nna-5cd@example.com",
        "zoe@раура.test, zoe@xn--80aa0cbo.test",
        "zoe@exαmple.com, zoe@xn--exmple-qxe.com",
        "mail.examplе.com, mail.xn--exampl-8of.com"
    })
    void borrowedLettersAreToldInAscii(String name, String ascii) {
        assertThat(BorrowedLetters.inAscii(name)).contains(ascii);
        assertThat(VisibleText.line("550 no such user " + name + " here"))
                .isEqualTo("550 no such user " + name + " ⟦" + ascii + "⟧ here");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zoe@example.com",
                "zoé@exämple.com",
                "δοκιμή@παράδειγμα.δοκιμή",
                "δοκ@example.com",
                "почта@пример.испытание",
                "zoe@пример.испытание",
                "zoe@日本語テスト.test",
                "zoe@한국test.test",
                "Ящик переполнен. SMTP-сервер отказал",
                "раура"
            })
    void ordinaryNamesOfAnyScriptStayAsTheyAre(String text) {
        assertThat(BorrowedLetters.inAscii(text)).isEmpty();
        assertThat(VisibleText.of(text)).isSameAs(text);
    }

    @Test
    void aNameTooLongForTheNetIsToldLetterByLetter() {
        assertThat(BorrowedLetters.inAscii("zoe@" + "p".repeat(70) + "а.test"))
                .contains("zoe@" + "p".repeat(70) + "U+0430.test");
    }

    @Test
    void maskingReachesTheRealFormToo() {
        assertThat(Mask.of(VisibleText.line("zoe@раypal.test"))).doesNotContain("zoe", "ypal");
    }

    @Property
    void latinTextIsNeverTouched(@ForAll @AlphaChars String local, @ForAll @AlphaChars String host) {
        String text = local + "@" + host + ".test";
        assertThat(VisibleText.line(text)).isSameAs(text);
    }
}
