package dev.rebound.store;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Bytes of few different values, each in as few bits as tell them apart: what random ids and hashes come down to however
 * they are packed, for a tenth of the work of a search for repetitions that are not there.
 */
final class LetterPacking {
    /** The first byte of what was packed so; neither Zstandard nor deflate begins with it. */
    static final byte MARK = 'L';

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int MOST_LETTERS = 64;
    private static final int LEAST_BYTES = 1 << 12;
    /** Mark, bits, number of letters, length. */
    private static final int HEAD_BYTES = 3 + PageOutput.NUMBER_BYTES;

    private LetterPacking() {}

    /** Bits that a byte would take; 8 where it is not worth the look. */
    static int bits(byte[] plain, int length) {
        if (length < LEAST_BYTES) {
            return Byte.SIZE;
        }
        boolean[] seen = new boolean[1 << Byte.SIZE];
        int letters = 0;
        for (int i = 0; i < length && letters <= MOST_LETTERS; i++) {
            int letter = plain[i] & 0xff;
            if (!seen[letter]) {
                seen[letter] = true;
                letters++;
            }
        }
        return letters > MOST_LETTERS ? Byte.SIZE : bitsOf(letters);
    }

    private static int bitsOf(int letters) {
        return Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(letters - 1));
    }

    /** Packs bytes of at most 64 different values. */
    static byte[] pack(byte[] plain, int length) {
        byte[] codes = new byte[1 << Byte.SIZE];
        byte[] letters = new byte[MOST_LETTERS];
        boolean[] seen = new boolean[1 << Byte.SIZE];
        int count = 0;
        for (int i = 0; i < length; i++) {
            int letter = plain[i] & 0xff;
            if (!seen[letter]) {
                seen[letter] = true;
                codes[letter] = (byte) count;
                letters[count++] = (byte) letter;
            }
        }
        int bits = bitsOf(count);
        int at = HEAD_BYTES + count;
        int size = at + Math.toIntExact(((long) length * bits + 7) / Byte.SIZE);
        // A whole number is written at once, so there is room for one behind the end.
        byte[] out = new byte[size + Long.BYTES];
        out[0] = MARK;
        out[1] = (byte) bits;
        out[2] = (byte) count;
        System.arraycopy(PageOutput.bytesOf(length), 0, out, 3, PageOutput.NUMBER_BYTES);
        System.arraycopy(letters, 0, out, HEAD_BYTES, count);
        long word = 0;
        int used = 0;
        for (int i = 0; i < length; i++) {
            word |= (long) codes[plain[i] & 0xff] << used;
            used += bits;
            if (used > Long.SIZE - Byte.SIZE) {
                LONGS.set(out, at, word);
                int whole = used >>> 3;
                at += whole;
                word = whole == Long.BYTES ? 0 : word >>> (whole << 3);
                used &= 7;
            }
        }
        LONGS.set(out, at, word);
        return Arrays.copyOf(out, size);
    }

    /** What {@link #pack} packed. */
    static byte[] plain(byte[] page) throws IOException {
        try {
            int bits = page[1];
            int count = page[2];
            int length = PageOutput.numberOf(page, 3);
            int from = HEAD_BYTES + count;
            if (bits < 1 || bits > 6 || count < 1 || page.length != from + ((long) length * bits + 7) / Byte.SIZE) {
                throw new IOException("letters of " + page.length + " bytes");
            }
            byte[] padded = Arrays.copyOf(page, page.length + Long.BYTES);
            byte[] out = new byte[length];
            int mask = (1 << bits) - 1;
            long bit = (long) from * Byte.SIZE;
            for (int i = 0; i < length; i++, bit += bits) {
                int word = (int) ((long) LONGS.get(padded, (int) (bit >>> 3)) >>> (bit & 7));
                out[i] = page[HEAD_BYTES + (word & mask)];
            }
            return out;
        } catch (IndexOutOfBoundsException | NegativeArraySizeException e) {
            throw new IOException(e);
        }
    }
}
