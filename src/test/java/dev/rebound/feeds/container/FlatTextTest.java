package dev.rebound.feeds.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Eight bytes at a time say the same as one after the other. */
class FlatTextTest {
    @Provide
    Arbitrary<byte[]> texts() {
        return Arbitraries.oneOf(
                        Arbitraries.strings()
                                .withChars("abc,\"\n\t\\ é\u0001\u007f\u0080")
                                .ofMaxLength(60),
                        Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(60),
                        Arbitraries.strings().ofMaxLength(40))
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isPlain(byte b) {
        return b >= ' ' && b != ',' && b != '"';
    }

    @Property(tries = 2_000, seed = "2026")
    void whatIsPassedIsPlainAndWhatStopsItIsNot(@ForAll("texts") byte[] text, @ForAll @IntRange(max = 9) int before) {
        int from = Math.min(before, text.length);
        int end = FlatText.plainEnd(
                text, from, text.length, FlatText.eightTimes((byte) ','), FlatText.eightTimes((byte) '"'));
        for (int i = from; i < end; i++) {
            assertThat(isPlain(text[i])).isTrue();
        }
        assertThat(text.length - end < Long.BYTES || !isPlain(text[end])).isTrue();
    }

    @Property(tries = 2_000, seed = "2026")
    void theNextLineFeedIsFoundWhereverItStands(@ForAll("texts") byte[] text, @ForAll @IntRange(max = 9) int before) {
        int from = Math.min(before, text.length);
        int expected = from;
        while (expected < text.length && text[expected] != '\n') {
            expected++;
        }
        assertThat(FlatText.lineFeed(text, from, text.length)).isEqualTo(expected);
    }
}
