package dev.rebound.feeds.container;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what goes into an unpacker, and remembers the last of it: an archive says at its end whether it is whole. */
final class PackedBytes extends FilterInputStream {
    private static final int REMEMBERED = 1 << 17;

    private final byte[] last;
    private long count;
    private long mostAllowed = Long.MAX_VALUE;

    private PackedBytes(InputStream in, int remembered) {
        super(in);
        this.last = new byte[remembered];
    }

    static PackedBytes counted(InputStream in) {
        return new PackedBytes(in, 0);
    }

    static PackedBytes remembered(InputStream in) {
        return new PackedBytes(in, REMEMBERED);
    }

    long count() {
        return count;
    }

    /** No more than this may be taken until the next call; what wants more claims to be longer than anything is. */
    void allow(long bytes) {
        mostAllowed = bytes == Long.MAX_VALUE ? bytes : count + bytes;
    }

    /** The last bytes that were taken, in their order; at most 128 kB. */
    byte[] tail() {
        int n = (int) Math.min(count, last.length);
        byte[] tail = new byte[n];
        for (int i = 0; i < n; i++) {
            tail[i] = last[(int) ((count - n + i) % last.length)];
        }
        return tail;
    }

    private int taken(byte[] bytes, int from, int n) throws IOException {
        if (n > 0 && last.length > 0) {
            for (int done = Math.max(0, n - last.length); done < n; ) {
                int at = (int) ((count + done) % last.length);
                int some = Math.min(n - done, last.length - at);
                System.arraycopy(bytes, from + done, last, at, some);
                done += some;
            }
        }
        count += Math.max(0, n);
        if (count > mostAllowed) {
            throw new IOException("a header is longer than any name");
        }
        return n;
    }

    @Override
    public int read() throws IOException {
        return OneByte.of(this);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        return taken(into, from, super.read(into, from, length));
    }

    /** Everything is read, so that it is counted. */
    @Override
    public long skip(long wanted) throws IOException {
        byte[] passed = new byte[(int) Math.min(8_192, Math.max(0, wanted))];
        long skipped = 0;
        while (skipped < wanted) {
            int n = read(passed, 0, (int) Math.min(passed.length, wanted - skipped));
            if (n < 0) {
                break;
            }
            skipped += n;
        }
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
