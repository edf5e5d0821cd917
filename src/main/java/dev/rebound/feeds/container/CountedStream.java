package dev.rebound.feeds.container;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read of a file, reports it, and stops the reading when the operator wants to. */
public final class CountedStream extends FilterInputStream {
    /** The operator stopped the reading. */
    public static final class Cancelled extends IOException {
        private static final long serialVersionUID = 1L;

        Cancelled() {
            super("cancelled");
        }
    }

    private final long total;
    private final Progress progress;
    private long soFar;

    /** Counts a file of this size. */
    public CountedStream(InputStream in, long total, Progress progress) {
        super(in);
        this.total = total;
        this.progress = progress;
    }

    private int counted(int n) throws IOException {
        if (progress.cancelled()) {
            throw new Cancelled();
        }
        if (n > 0) {
            soFar += n;
            progress.bytesRead(soFar, total);
        }
        return n;
    }

    @Override
    public int read() throws IOException {
        int b = super.read();
        counted(b < 0 ? 0 : 1);
        return b;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        return counted(super.read(bytes, from, length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
