package dev.rebound.insight;

import dev.rebound.column.LongCells;
import dev.rebound.column.Numbers;
import dev.rebound.domain.EventText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The columns of messages as blocks of bytes, one a column and in a fixed order, and back. */
final class KeptColumns {
    /** Columns every question needs; those of texts follow, and may be asked for late. */
    static final int NUMBERS = 11;

    private KeptColumns() {}

    static List<Supplier<byte[]>> blocks(MessageColumns of) {
        int n = of.size();
        List<Supplier<byte[]>> out = new ArrayList<>(NUMBERS + MessageColumns.fields().size());
        out.add(() -> Numbers.bytes(n, m -> of.starts[m + 1] - of.starts[m]));
        out.add(() -> Numbers.bytes(of.rows.length, i -> of.rows[i]));
        out.add(() -> of.join);
        out.add(() -> Numbers.bytes(n, m -> of.espSource[m]));
        out.add(() -> of.kind);
        out.add(() -> of.state);
        out.add(() -> Numbers.bytes(n, m -> of.deciding[m]));
        out.add(() -> Numbers.bytes(n, m -> of.send[m]));
        out.add(() -> Numbers.bytes(n, m -> of.delivery[m]));
        out.add(() -> Numbers.bytes(n, m -> of.tries[m]));
        out.add(() -> Numbers.bytes(n, m -> of.kinds[m]));
        for (EventText field : MessageColumns.fields()) {
            out.add(() -> cells(of.texts.get(field), n));
        }
        return out;
    }

    /** Which blocks have bytes: a column that nothing was written to has none. */
    static boolean isWritten(@Nullable LongCells cells) {
        return cells != null && cells.isWritten();
    }

    static byte[] cells(@Nullable LongCells cells, int n) {
        return cells == null || !cells.isWritten() ? new byte[0] : Numbers.bytes(n, cells::get);
    }

    /** The column of a block, made when it is first asked for. */
    static LongCells cells(long empty, int n, IntFunction<byte[]> blocks, int block, boolean written) {
        return written ? LongCells.later(empty, n, () -> Numbers.longs(blocks.apply(block), n)) : new LongCells(empty);
    }

    /**
     * @param first number of the first block
     * @param written whether a block has bytes
     */
    static MessageColumns read(IntFunction<byte[]> blocks, int first, int messages, int events, boolean[] written) {
        int[] starts = new int[messages + 1];
        int[][] ints = new int[NUMBERS][];
        byte[][] bytes = new byte[NUMBERS][];
        IntUnaryOperator count = c -> c == 1 ? events : messages;
        Stream.of(1, 7, 8, 6, 0, 3, 9, 10)
                .parallel()
                .forEach(c -> ints[c] = Numbers.ints(blocks.apply(first + c), count.applyAsInt(c)));
        Stream.of(2, 4, 5).parallel().forEach(c -> bytes[c] = blocks.apply(first + c));
        for (int m = 0; m < messages; m++) {
            starts[m + 1] = starts[m] + ints[0][m];
        }
        Map<EventText, LongCells> texts = new EnumMap<>(EventText.class);
        int block = first + NUMBERS;
        for (EventText field : MessageColumns.fields()) {
            texts.put(field, cells(-1, messages, blocks, block, written[block]));
            block++;
        }
        return new MessageColumns(
                starts,
                ints[1],
                bytes[2],
                shorts(ints[3]),
                bytes[4],
                bytes[5],
                ints[6],
                ints[7],
                ints[8],
                shorts(ints[9]),
                shorts(ints[10]),
                texts);
    }

    private static short[] shorts(int[] numbers) {
        short[] out = new short[numbers.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (short) numbers[i];
        }
        return out;
    }
}
