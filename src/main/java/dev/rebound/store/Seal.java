package dev.rebound.store;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * How many rows belong together and what they say, as one number that does not depend on their order: a row that is
 * missing, doubled, moved or changed gives another number.
 */
record Seal(long rows, long total) {
    static final Seal OF_NOTHING = new Seal(0, 0);

    private static final long START = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    Seal and(Seal other) {
        return new Seal(rows + other.rows, total + other.total);
    }

    /** With the row that a result stands on, of which the columns from one to another count. */
    Seal with(ResultSet row, int from, int to) throws SQLException {
        long h = START;
        for (int c = from; c <= to; c++) {
            h = folded(h, row.getString(c));
        }
        return new Seal(rows + 1, total + mixed(h));
    }

    /** With a row of these columns. */
    Seal with(Object... columns) {
        long h = START;
        for (Object column : columns) {
            h = folded(h, String.valueOf(column));
        }
        return new Seal(rows + 1, total + mixed(h));
    }

    @SuppressWarnings("NullAway") // A null of the database is folded as a value of its own.
    private static long folded(long before, String text) {
        long h = before;
        if (text == null) {
            return (h ^ 1) * PRIME;
        }
        for (int i = 0; i < text.length(); i++) {
            h = (h ^ text.charAt(i)) * PRIME;
        }
        return (h ^ 0xffff_ffL ^ text.length()) * PRIME;
    }

    private static long mixed(long value) {
        long h = value;
        h = (h ^ (h >>> 32)) * 0xd6e8feb86659fd93L;
        h = (h ^ (h >>> 32)) * 0xd6e8feb86659fd93L;
        return h ^ (h >>> 32);
    }
}
