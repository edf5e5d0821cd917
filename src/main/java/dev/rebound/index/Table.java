package dev.rebound.index;

import dev.rebound.column.Dictionary;
import dev.rebound.column.LongCells;
import dev.rebound.filter.Field;
import dev.rebound.filter.FlagWord;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Rows that a filter can run over. Immutable; rows are in ascending time order. */
public interface Table {
    /** A column of codes: each row has the code of one of a few or many texts, or -1. */
    interface Codes {
        /** The code of a row, or -1 where it has no value. */
        int code(int row);

        /** Number of codes; every code is below it. */
        int codes();

        /** The text of a code. */
        String text(int code);

        /** Counts some rows by their code; rows without a value are left out. */
        default void count(Bitmap rows, long[] counts) {
            rows.forEach(row -> {
                int code = code(row);
                if (code >= 0) {
                    counts[code]++;
                }
            });
        }

        /** The rows whose code is accepted. */
        default Bitmap rows(boolean[] accepted, int size) {
            Bitmap rows = Bitmap.none(size);
            for (int row = 0; row < size; row++) {
                int code = code(row);
                if (code >= 0 && accepted[code]) {
                    rows.set(row);
                }
            }
            return rows;
        }

        /** The dictionary whose codes and texts these are; null where the texts come from elsewhere. */
        default @Nullable Dictionary dictionary() {
            return null;
        }
    }

    /** A column of codes as it is kept. */
    static Codes codes(LongCells column, int count, IntFunction<String> text, @Nullable Dictionary dictionary) {
        return new Codes() {
            @Override
            public int code(int row) {
                return column.at(row);
            }

            @Override
            public int codes() {
                return count;
            }

            @Override
            public String text(int code) {
                return text.apply(code);
            }

            @Override
            public void count(Bitmap rows, long[] counts) {
                rows.tally(column, counts);
            }

            @Override
            public Bitmap rows(boolean[] accepted, int size) {
                return Bitmap.of(column, accepted, size);
            }

            @Override
            public @Nullable Dictionary dictionary() {
                return dictionary;
            }
        };
    }

    /** A column in which one row may have several values, as a message told by several files has. */
    interface Several {
        /** Gives each code of a row, one code more than once where it likes. */
        void each(int row, IntConsumer code);

        /** Number of codes; every code is below it. */
        int codes();

        /** The text of a code. */
        String text(int code);
    }

    /** A column of numbers. */
    interface Numbers {
        /** Cell value that means unknown. */
        long UNKNOWN = Long.MIN_VALUE;

        /** The value of a row, or {@link #UNKNOWN}. */
        long value(int row);
    }

    /** Number of rows. */
    int size();

    /** Epoch milliseconds by which rows are ordered. */
    long timeMillis(int row);

    /** The first row at or after a time; the table's size when there is none. */
    default int firstAtOrAfter(long millis) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (timeMillis(middle) < millis) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The column of a text field, or null where this table has none. */
    @Nullable
    Codes codes(Field field);

    /** The column of a text field of which a row may have several values; it is asked before {@link #codes}. */
    default @Nullable Several several(Field field) {
        return null;
    }

    /**
     * The column of a number or duration field (durations in milliseconds), or of a time other than the one that orders
     * the rows (epoch milliseconds); null where this table has none.
     */
    @Nullable
    Numbers numbers(Field field);

    /** The rows to which a word of {@code is:} or {@code has:} applies, or null where the word means nothing here. */
    @Nullable
    Bitmap flagged(FlagWord word, boolean has);

    /** The rows of single messages, each named by one of its raw records; null where this table knows no such names. */
    default @Nullable Bitmap named(Set<String> records) {
        return null;
    }

    /** A column over a plain array of codes. */
    static Codes codes(int[] codes, int count, IntFunction<String> text) {
        return new Codes() {
            @Override
            public int code(int row) {
                return codes[row];
            }

            @Override
            public int codes() {
                return count;
            }

            @Override
            public String text(int code) {
                return text.apply(code);
            }
        };
    }
}
