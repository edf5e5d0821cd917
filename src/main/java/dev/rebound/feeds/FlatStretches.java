package dev.rebound.feeds;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Cuts a stream into stretches that end with a line. */
final class FlatStretches {
    private static final int STRETCH_BYTES = 512 << 10;
    private static final int LONGEST_BYTES = 32 << 20;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long QUOTES = 0x2222222222222222L;

    private final InputStream in;
    private final boolean quoting;
    /** What stands behind the last line end of the last stretch. */
    private byte[] carried = new byte[0];

    private int length;
    private boolean ended;
    private boolean odd;

    /** @param quoting whether a line end between quotation marks ends no record */
    FlatStretches(InputStream in, boolean quoting) {
        this.in = in;
        this.quoting = quoting;
    }

    /** The next stretch, or null at the end or where the rest cannot be cut. */
    byte @Nullable [] next() throws IOException {
        if (ended) {
            return null;
        }
        byte[] bytes = Arrays.copyOf(carried, Math.max(STRETCH_BYTES, carried.length * 2));
        int used = carried.length;
        while (true) {
            int n = in.readNBytes(bytes, used, bytes.length - used);
            used += n;
            if (used < bytes.length) {
                ended = true;
                length = used;
                carried = new byte[0];
                return used == 0 ? null : bytes;
            }
            int end = cut(bytes, used);
            if (end > 0) {
                carried = Arrays.copyOfRange(bytes, end, used);
                length = end;
                return bytes;
            }
            if (bytes.length >= LONGEST_BYTES) {
                ended = true;
                odd = true;
                carried = bytes;
                return null;
            }
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
    }

    /** Bytes of the stretch that was returned last. */
    int length() {
        return length;
    }

    /** Whether the stream ended because the rest has no line end for long. */
    boolean isOdd() {
        return odd;
    }

    /** What was not returned yet. */
    InputStream rest() {
        return new SequenceInputStream(new ByteArrayInputStream(carried), in);
    }

    private int cut(byte[] bytes, int used) {
        if (quoting && isQuoted(bytes, used)) {
            boolean within = false;
            int last = 0;
            for (int i = 0; i < used; i++) {
                if (bytes[i] == '"') {
                    within = !within;
                } else if (bytes[i] == '\n' && !within) {
                    last = i + 1;
                }
            }
            return last;
        }
        int i = used;
        while (i > 0 && bytes[i - 1] != '\n') {
            i--;
        }
        return i;
    }

    /** Eight bytes at a time: most exports quote nothing, and every byte passes here. */
    private static boolean isQuoted(byte[] bytes, int used) {
        int i = 0;
        for (; i + Long.BYTES <= used; i += Long.BYTES) {
            long other = (long) LONGS.get(bytes, i) ^ QUOTES;
            if (((other - 0x0101010101010101L) & ~other & 0x8080808080808080L) != 0) {
                return true;
            }
        }
        while (i < used && bytes[i] != '"') {
            i++;
        }
        return i < used;
    }
}
