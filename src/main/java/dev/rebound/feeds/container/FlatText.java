package dev.rebound.feeds.container;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** What bytes of UTF-8 say, told without making texts of them. */
public final class FlatText {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long SPACES = ' ' * ONES;
    private static final long LINE_FEEDS = '\n' * ONES;

    private FlatText() {}

    /** A byte eight times, for {@link #plainEnd}. */
    static long eightTimes(byte ascii) {
        return ascii * ONES;
    }

    /**
     * Passes printable ASCII but two of its signs, eight bytes at a time: the place of the first other byte, or one of less
     * than eight bytes before the end, from which on the caller looks at each.
     *
     * @param first one sign {@link #eightTimes}, and {@code second} the other
     */
    static int plainEnd(byte[] b, int from, int to, long first, long second) {
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            long eight = (long) LONGS.get(b, i);
            long one = eight ^ first;
            long other = eight ^ second;
            // Of the bytes that are marked the lowest is marked rightly: a borrow reaches only those above it.
            long marked =
                    (((one - ONES) & ~one) | ((other - ONES) & ~other) | ((eight - SPACES) & ~eight) | eight) & HIGHS;
            if (marked != 0) {
                return i + (Long.numberOfTrailingZeros(marked) >>> 3);
            }
        }
        return i;
    }

    /** Where the next line feed stands; {@code to} where there is none. */
    public static int lineFeed(byte[] b, int from, int to) {
        int i = from;
        for (; i + Long.BYTES <= to; i += Long.BYTES) {
            long other = (long) LONGS.get(b, i) ^ LINE_FEEDS;
            long marked = (other - ONES) & ~other & HIGHS;
            if (marked != 0) {
                return i + (Long.numberOfTrailingZeros(marked) >>> 3);
            }
        }
        while (i < to && b[i] != '\n') {
            i++;
        }
        return i;
    }

    /** Where the line that begins here ends; LF, CR and the end of the bytes end a line. */
    static int lineEnd(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && bytes[i] != '\n' && bytes[i] != '\r') {
            i++;
        }
        return i;
    }

    /** Whether the bytes are well-formed UTF-8 without the replacement character. */
    static boolean isWellFormed(byte[] b, int from, int to) {
        int i = from;
        while (i < to) {
            int c = b[i];
            if (c >= 0) {
                i++;
                continue;
            }
            int u = c & 0xff;
            int more = u >= 0xc2 && u <= 0xdf ? 1 : u >= 0xe0 && u <= 0xef ? 2 : u >= 0xf0 && u <= 0xf4 ? 3 : 0;
            if (more == 0 || i + more >= to) {
                return false;
            }
            int second = b[i + 1] & 0xff;
            int least = u == 0xe0 ? 0xa0 : u == 0xf0 ? 0x90 : 0x80;
            int most = u == 0xed ? 0x9f : u == 0xf4 ? 0x8f : 0xbf;
            if (second < least || second > most) {
                return false;
            }
            for (int k = 2; k <= more; k++) {
                if ((b[i + k] & 0xc0) != 0x80) {
                    return false;
                }
            }
            if (u == 0xef && second == 0xbf && (b[i + 2] & 0xff) == 0xbd) {
                return false;
            }
            i += more + 1;
        }
        return true;
    }

    /** Whether a text may begin or end with white space of any kind, so that trimming would change it. */
    public static boolean mayNeedTrimming(byte[] b, int from, int to) {
        return isSpace(b, from, to)
                || isAsciiSpace(b[to - 1])
                || (to - from >= 3 && b[to - 3] < 0 && isSpace(b, to - 3, to));
    }

    private static boolean isAsciiSpace(byte b) {
        return b >= 0 && b <= ' ';
    }

    private static boolean isSpace(byte[] b, int at, int to) {
        int c = b[at];
        if (c >= 0) {
            return c <= ' ';
        }
        if (at + 1 >= to) {
            return false;
        }
        int second = b[at + 1] & 0xff;
        return switch (c & 0xff) {
            case 0xe1 -> second == 0x9a;
            case 0xe2 -> second == 0x80 || second == 0x81;
            case 0xe3 -> second == 0x80;
            default -> false;
        };
    }
}
