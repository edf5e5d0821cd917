package dev.rebound.insight;

import dev.rebound.column.LongCells;
import dev.rebound.column.Numbers;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.index.EventTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The columns of messages as blocks of bytes, one a column and in a fixed order, and back. What follows from the events of a
 * message at once (its send, its delivery, what was told) and texts that are nearly as many as messages are not kept.
 */
final class KeptColumns {
    /** Columns every question needs; those of texts follow, and may be asked for late. */
    static final int NUMBERS = 8;

    private static final int LENGTHS = 0;
    private static final int ROWS = 1;
    private static final int JOIN = 2;
    private static final int ESP_SOURCE = 3;
    private static final int KIND = 4;
    private static final int STATE = 5;
    private static final int DECIDING = 6;
    private static final int TRIES = 7;
    /** Texts of a field with more of them are found through the events. */
    private static final int FEW_TEXTS = 1 << 16;

    private KeptColumns() {}

    static List<Supplier<byte[]>> blocks(EventTable events, MessageColumns of) {
        int n = of.size();
        List<Supplier<byte[]>> out = new ArrayList<>();
        out.add(() -> Numbers.bytes(n, m -> of.starts[m + 1] - of.starts[m]));
        out.add(() -> Numbers.bytes(of.rows.length, i -> of.rows[i]));
        out.add(() -> of.join);
        out.add(() -> Numbers.bytes(n, m -> of.espSource[m]));
        out.add(() -> of.kind);
        out.add(() -> of.state);
        out.add(() -> Numbers.bytes(n, m -> of.deciding[m]));
        out.add(() -> Numbers.bytes(n, m -> of.tries[m]));
        for (EventText field : MessageColumns.fields()) {
            out.add(() -> cells(isKept(events, of, field) ? of.texts.get(field) : null, n));
        }
        return out;
    }

    /** Whether the column of a text has bytes. */
    static boolean isKept(EventTable events, MessageColumns of, EventText field) {
        return isWritten(of.texts.get(field))
                && events.dictionaries().texts(field).size() <= FEW_TEXTS;
    }

    /** Whether a column has bytes: one that nothing was written to has none. */
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
     * @param size number of the messages
     * @param rows number of their events
     * @param written whether a block has bytes
     */
    static MessageColumns read(
            IntFunction<byte[]> blocks, int first, EventTable events, int size, int rows, boolean[] written) {
        int[][] ints = new int[NUMBERS][];
        byte[][] bytes = new byte[NUMBERS][];
        Stream.of(ROWS, DECIDING, LENGTHS, ESP_SOURCE, TRIES)
                .parallel()
                .forEach(c -> ints[c] = Numbers.ints(blocks.apply(first + c), c == ROWS ? rows : size));
        Stream.of(JOIN, KIND, STATE).parallel().forEach(c -> bytes[c] = blocks.apply(first + c));
        int[] starts = new int[size + 1];
        for (int m = 0; m < size; m++) {
            starts[m + 1] = starts[m] + ints[LENGTHS][m];
        }
        Told told = Told.of(events, starts, ints[ROWS]);
        MessageColumns columns = new MessageColumns(
                starts,
                ints[ROWS],
                bytes[JOIN],
                shorts(ints[ESP_SOURCE]),
                bytes[KIND],
                bytes[STATE],
                ints[DECIDING],
                told.send(),
                told.delivery(),
                shorts(ints[TRIES]),
                told.kinds());
        int block = first + NUMBERS;
        for (EventText field : MessageColumns.fields()) {
            if (written[block] || !events.isTold(field)) {
                columns.texts.put(field, cells(-1, size, blocks, block, written[block]));
            } else {
                columns.findLater(events, field);
            }
            block++;
        }
        return columns;
    }

    /** What the events of each message say at once, as {@link StateRules} notes it. */
    private record Told(int[] send, int[] delivery, short[] kinds) {
        static Told of(EventTable events, int[] starts, int[] rows) {
            int n = starts.length - 1;
            Told told = new Told(new int[n], new int[n], new short[n]);
            Beside.each(n, (from, to) -> {
                for (int m = from; m < to; m++) {
                    told.note(events, rows, m, starts[m], starts[m + 1]);
                }
            });
            return told;
        }

        private void note(EventTable events, int[] rows, int m, int from, int to) {
            send[m] = -1;
            delivery[m] = -1;
            for (int k = from; k < to; k++) {
                EventKind kind = events.kind(rows[k]);
                kinds[m] |= (short) (1 << kind.ordinal());
                if (kind == EventKind.SEND && send[m] < 0) {
                    send[m] = rows[k];
                } else if (kind == EventKind.DELIVERY) {
                    delivery[m] = rows[k];
                }
            }
        }
    }

    private static short[] shorts(int[] numbers) {
        short[] out = new short[numbers.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (short) numbers[i];
        }
        return out;
    }
}
