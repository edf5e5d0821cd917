package dev.rebound.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.column.LongCells;
import java.util.BitSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bitmap answers as the platform's own bit set does. */
class BitmapTest {
    private static Bitmap bitmap(int size, Set<Integer> rows) {
        Bitmap bitmap = Bitmap.none(size);
        rows.stream().filter(r -> r < size).forEach(bitmap::set);
        return bitmap;
    }

    private static BitSet bits(int size, Set<Integer> rows) {
        BitSet bits = new BitSet(size);
        rows.stream().filter(r -> r < size).forEach(bits::set);
        return bits;
    }

    private static void same(Bitmap bitmap, BitSet bits, int size) {
        assertThat(bitmap.cardinality()).isEqualTo(bits.cardinality());
        for (int row = 0; row < size; row++) {
            assertThat(bitmap.get(row)).isEqualTo(bits.get(row));
            assertThat(bitmap.next(row)).isEqualTo(bits.nextSetBit(row));
        }
    }

    @Property(tries = 300, seed = "2026")
    void setsAreCombinedAsTheyShould(
            @ForAll @IntRange(min = 1, max = 300) int size,
            @ForAll @Size(max = 60) Set<@IntRange(min = 0, max = 299) Integer> a,
            @ForAll @Size(max = 60) Set<@IntRange(min = 0, max = 299) Integer> b) {
        BitSet and = bits(size, a);
        and.and(bits(size, b));
        same(bitmap(size, a).and(bitmap(size, b)), and, size);
        BitSet or = bits(size, a);
        or.or(bits(size, b));
        same(bitmap(size, a).or(bitmap(size, b)), or, size);
        BitSet not = bits(size, a);
        not.flip(0, size);
        same(bitmap(size, a).not(), not, size);
        assertThat(Bitmap.all(size).cardinality()).isEqualTo(size);
        assertThat(bitmap(size, a).not().not()).isEqualTo(bitmap(size, a));
    }

    /** Large ones are worked on by several threads; that must not be seen. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 64, 1_000, 262_144, 262_145, 700_001})
    void largeOnesSayTheSame(int size) {
        LongCells column = new LongCells(-1);
        Bitmap third = Bitmap.none(size);
        long[] expected = new long[7];
        for (int row = 0; row < size; row++) {
            column.add(row % 11 == 0 ? -1 : row % 7);
            if (row % 3 == 0) {
                third.set(row);
                if (row % 11 != 0) {
                    expected[row % 7]++;
                }
            }
        }
        assertThat(Bitmap.where(size, row -> row % 3 == 0)).isEqualTo(third);
        long[] counts = new long[7];
        third.tally(column, counts);
        assertThat(counts).isEqualTo(expected);
        boolean[] accepted = new boolean[7];
        accepted[2] = true;
        assertThat(Bitmap.of(column, accepted, size))
                .isEqualTo(Bitmap.where(size, row -> row % 11 != 0 && row % 7 == 2));
    }
}
