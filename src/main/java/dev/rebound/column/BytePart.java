package dev.rebound.column;

import java.util.Arrays;

/**
 * Looks for some ASCII in lower case in bytes, the case of their letters aside. The last byte of a place says how far the next
 * place is (R. N. Horspool, Practical fast searching in strings, 1980), so that most bytes are never looked at.
 */
final class BytePart {
    private final byte[] lower;
    private final int[] skip = new int[256];

    /** @param lower at least one byte, without capitals */
    BytePart(byte[] lower) {
        this.lower = lower;
        int last = lower.length - 1;
        Arrays.fill(skip, lower.length);
        for (int i = 0; i < last; i++) {
            skip[lower[i]] = last - i;
            skip[capital(lower[i])] = last - i;
        }
    }

    /** Where it is found first in the bytes from one place (inclusive) to another (exclusive), or -1. */
    int next(byte[] bytes, int from, int to) {
        int last = lower.length - 1;
        byte end = lower[last];
        byte capital = (byte) capital(end);
        int at = from + last;
        while (at < to) {
            byte b = bytes[at];
            if ((b == end || b == capital) && isAt(bytes, at - last, lower)) {
                return at - last;
            }
            at += skip[b & 0xff];
        }
        return -1;
    }

    /** Whether it stands there, the case of letters aside. */
    static boolean isAt(byte[] bytes, int at, byte[] lower) {
        for (int i = 0; i < lower.length; i++) {
            if (lowered(bytes[at + i]) != lower[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte lowered(byte b) {
        return b >= 'A' && b <= 'Z' ? (byte) (b + 32) : b;
    }

    private static int capital(byte b) {
        return b >= 'a' && b <= 'z' ? b - 32 : b;
    }
}
