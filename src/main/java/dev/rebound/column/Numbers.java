package dev.rebound.column;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/** Whole numbers as bytes: differences with their sign folded in, small ones in one byte, so that runs stay small. */
public final class Numbers {
    private static final int LONGEST = 10;

    private Numbers() {}

    /** So many numbers as bytes. */
    public static byte[] bytes(int count, IntToLongFunction number) {
        byte[] out = new byte[count * 2 + LONGEST];
        int n = 0;
        long before = 0;
        for (int i = 0; i < count; i++) {
            if (n + LONGEST > out.length) {
                out = Arrays.copyOf(out, out.length + Math.max(LONGEST, out.length / 2));
            }
            long v = number.applyAsLong(i);
            n = put(out, n, v - before);
            before = v;
        }
        return Arrays.copyOf(out, n);
    }

    /** These numbers as bytes; a loop of its own, since asking for each number by an interface is slower. */
    public static byte[] bytes(long[] numbers) {
        byte[] out = new byte[numbers.length * 2 + LONGEST];
        int n = 0;
        long before = 0;
        for (long v : numbers) {
            if (n + LONGEST > out.length) {
                out = Arrays.copyOf(out, out.length + Math.max(LONGEST, out.length / 2));
            }
            n = put(out, n, v - before);
            before = v;
        }
        return Arrays.copyOf(out, n);
    }

    private static int put(byte[] out, int at, long delta) {
        int n = at;
        long folded = (delta << 1) ^ (delta >> 63);
        while ((folded & ~0x7fL) != 0) {
            out[n++] = (byte) ((folded & 0x7f) | 0x80);
            folded >>>= 7;
        }
        out[n++] = (byte) folded;
        return n;
    }

    /** So many numbers of bytes; fewer bytes than numbers end with an {@link ArrayIndexOutOfBoundsException}. */
    public static long[] longs(byte[] in, int count) {
        long[] values = new long[count];
        long before = 0;
        int at = 0;
        for (int i = 0; i < count; i++) {
            long folded = 0;
            int shift = 0;
            int b;
            do {
                b = in[at++];
                folded |= (long) (b & 0x7f) << shift;
                shift += 7;
            } while (b < 0);
            before += (folded >>> 1) ^ -(folded & 1);
            values[i] = before;
        }
        return values;
    }

    /** The same of numbers that fit an int, as do the differences between one and the next. */
    public static int[] ints(byte[] in, int count) {
        int[] values = new int[count];
        int before = 0;
        int at = 0;
        for (int i = 0; i < count; i++) {
            int b = in[at++];
            int folded = b & 0x7f;
            for (int shift = 7; b < 0; shift += 7) {
                b = in[at++];
                folded |= (b & 0x7f) << shift;
            }
            before += (folded >>> 1) ^ -(folded & 1);
            values[i] = before;
        }
        return values;
    }
}
