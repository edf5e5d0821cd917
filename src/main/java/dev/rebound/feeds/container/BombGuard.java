package dev.rebound.feeds.container;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Ends the reading when far more comes out of an unpacker than the file has. All entries of one archive count together,
 * and the measure is the file itself however often it is packed. An unpacker's trouble becomes a sentence.
 */
final class BombGuard {
    private static final int LARGEST_RATIO = 400;
    private static final long RATIO_COUNTS_FROM = 4L << 20;

    private final PackedBytes file;
    private final String name;
    private long out;

    /** Guards what is unpacked out of a file. */
    BombGuard(PackedBytes file, String name) {
        this.file = file;
        this.name = name;
    }

    /** The unpacked bytes, watched. Closing leaves the unpacker open: an archive goes on to its next entry. */
    InputStream around(InputStream unpacked) {
        return new Watched(unpacked);
    }

    private int counted(int n) throws IOException {
        out += Math.max(0, n);
        if (out > RATIO_COUNTS_FROM && out / LARGEST_RATIO > file.count()) {
            throw new UnreadableException(
                    name + " unpacks to more than " + LARGEST_RATIO
                            + " times its size, which no export does. Nothing of it was stored.",
                    null);
        }
        return n;
    }

    /** The sentence for what an unpacker or an archive's reader complains of. */
    static IOException damaged(String name, Exception e) {
        if (e instanceof CountedStream.Cancelled || e instanceof UnreadableException) {
            return (IOException) e;
        }
        String words = String.valueOf(e.getMessage());
        String what = " is damaged: it cannot be unpacked. Nothing of it was stored; fetch it again.";
        if (words.contains("encrypted")) {
            what = " is protected by a password. Unpack it and import the files.";
        } else if (words.contains("only DEFLATED entries")
                || words.contains("unsupported compression method")
                || words.contains("invalid compression method")
                || words.startsWith("Invalid magic prefix")
                || words.contains("Window size too large")) {
            what = " is packed in a way that is not read. Unpack it and import the files.";
        } else if (e instanceof EOFException || words.startsWith("Not enough input") || words.contains("runcated")) {
            what =
                    " stops in the middle: the compressed file is not complete. Nothing of it was stored; fetch it again.";
        }
        return new UnreadableException(name + what, e);
    }

    private final class Watched extends FilterInputStream {
        Watched(InputStream unpacked) {
            super(unpacked);
        }

        @Override
        public int read() throws IOException {
            return OneByte.of(this);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            try {
                return counted(super.read(bytes, from, length));
            } catch (IOException | RuntimeException e) {
                // What stands below is an unpacker, and unpackers of damaged bytes fail in many ways; the disk's
                // trouble
                // arrives as a sentence already.
                throw damaged(name, e);
            }
        }

        @Override
        public long skip(long wanted) throws IOException {
            byte[] passed = new byte[(int) Math.min(8_192, Math.max(0, wanted))];
            int n = passed.length == 0 ? 0 : read(passed, 0, passed.length);
            return Math.max(0, n);
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        @Override
        public void close() {
            // The archive goes on to its next entry.
        }
    }
}
