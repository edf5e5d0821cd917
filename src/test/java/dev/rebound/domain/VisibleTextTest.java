package dev.rebound.domain;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stranger writes is seen as it is, and moves nothing. */
class VisibleTextTest {
    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00, 0x07, 0x08, 0x1B, 0x7F, 0x85, 0x9B, 0xAD, 0x200B, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202E,
                0x2066, 0x2069, 0xFEFF, 0xE0001
            })
    void whatNobodySeesIsWrittenOut(int character) {
        String text = "evil" + Character.toString(character) + "gnp.exe";
        assertThat(VisibleText.of(text)).isEqualTo("evil⟦U+%04X⟧gnp.exe".formatted(character));
    }

    @Test
    void ordinaryTextOfAnyScriptStays() {
        String text = "Boîte pleine, δοκιμή, раура, 日本語, 😀, عربى\n\tsecond line";
        assertThat(VisibleText.of(text)).isSameAs(text);
    }

    @Test
    void aLineStaysALine() {
        assertThat(VisibleText.line("550 no\r\n2026-01-01 INFO all is well"))
                .isEqualTo("550 no⟦U+000A⟧2026-01-01 INFO all is well");
        assertThat(VisibleText.of("550-no\r\n550 such user")).isEqualTo("550-no\n550 such user");
        assertThat(VisibleText.of("over\rwritten")).isEqualTo("over⟦U+000D⟧written");
    }

    @Test
    void halfACharacterIsSaid() {
        assertThat(VisibleText.of("a\ud800b")).isEqualTo("a⟦U+D800⟧b");
    }

    @Property(seed = "2026")
    void nothingHiddenIsLeft(@ForAll String text) {
        assertThat(VisibleText.line(text).codePoints()).noneMatch(c -> switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        });
    }
}
