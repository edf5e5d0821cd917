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

    private final String name;
    private final long total;
    private final Progress progress;
    private long soFar;

    /** Counts the file of this name and size. */
    public CountedStream(String name, InputStream in, long total, Progress progress) {
        super(in);
        this.name = name;
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
        return OneByte.of(this);
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        try {
            return counted(super.read(bytes, from, length));
        } catch (Cancelled e) {
            throw e;
        } catch (IOException e) {
            throw new UnreadableException(
                    name + " cannot be read to its end after byte " + soFar + " of " + total
                            + ". Nothing of it was stored. Check the disk or copy the file again.",
                    e);
        }
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
