package dev.rebound.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Bytes of few different values come back as they were, and take their bits and no more. */
class LetterPackingTest {
    private static byte[] random(int length, int letters, long seed) {
        byte[] bytes = new byte[length];
        Random random = new Random(seed);
        int first = random.nextInt(256);
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (first + random.nextInt(letters));
        }
        return bytes;
    }

    @Property(tries = 300, seed = "2026")
    void whatGoesInComesBack(
            @ForAll @IntRange(min = 1, max = 9_000) int length,
            @ForAll @IntRange(min = 1, max = 64) int letters,
            @ForAll long seed)
            throws IOException {
        byte[] plain = random(length, letters, seed);
        byte[] wider = Arrays.copyOf(plain, length + 100);
        assertThat(LetterPacking.plain(LetterPacking.pack(wider, length))).isEqualTo(plain);
        assertThat(Pages.plain(Pages.pack(wider, length))).isEqualTo(plain);
    }

    @Example
    void hexadecimalDigitsTakeHalfAByteEach() {
        byte[] page = Pages.pack(random(60_000, 16, 1), 60_000);
        assertThat(page[0]).isEqualTo(LetterPacking.MARK);
        assertThat(page).hasSizeBetween(30_000, 30_030);
    }

    @Example
    void whatRepeatsIsPackedByItsRepetitions() {
        byte[] plain = "abcdefgh".repeat(10_000).getBytes(StandardCharsets.US_ASCII);
        byte[] page = Pages.pack(plain, plain.length);
        assertThat(page.length).isLessThan(200);
    }

    @Example
    void aDamagedPageIsRefusedInWords() {
        byte[] page = LetterPacking.pack(random(5_000, 40, 7), 5_000);
        for (int length = 1; length < page.length; length += 97) {
            byte[] cut = Arrays.copyOf(page, length);
            assertThatThrownBy(() -> Pages.plain(cut)).isInstanceOf(IOException.class);
        }
        for (int head = 1; head < 7; head++) {
            byte[] changed = page.clone();
            changed[head] ^= 0x7f;
            assertThatThrownBy(() -> Pages.plain(changed)).isInstanceOf(IOException.class);
        }
    }
}
