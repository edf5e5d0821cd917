package dev.rebound.feeds.container;

import dev.rebound.feeds.container.FeedException.Kind;
import io.airlift.compress.v3.MalformedInputException;
import io.airlift.compress.v3.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Takes gzip, zip and zstd off, by their first bytes. A container may hold a compressed file once more; deeper nesting,
 * more than 10,000 entries, or more than 400 bytes out of one byte in is refused as a bomb.
 */
public final class Unwrapping {
    private static final int DEEPEST = 2;
    private static final int MOST_ENTRIES = 10_000;
    private static final int LARGEST_RATIO = 400;
    private static final long RATIO_COUNTS_FROM = 4L << 20;

    /** Reads one part. */
    public interface Visitor {
        /** Reads the part now; its stream ends when this returns. */
        void visit(Part part) throws IOException, FeedException;
    }

    private final Visitor visitor;

    /** Hands each part to the visitor, in the order of the container. */
    public Unwrapping(Visitor visitor) {
        this.visitor = visitor;
    }

    /** Unwraps what a stream holds. */
    public void unwrap(String path, String place, BufferedInputStream in, int depth) throws IOException, FeedException {
        in.mark(8);
        byte[] magic = in.readNBytes(6);
        in.reset();
        if (starts(magic, 0x1f, 0x8b)) {
            bounded(depth, path);
            Packed packed = new Packed(in);
            InputStream plain = new Guard(packed, gzip(packed, path), path);
            unwrap(path, place, new BufferedInputStream(plain, 1 << 16), depth + 1);
        } else if (starts(magic, 0x28, 0xb5, 0x2f, 0xfd)) {
            bounded(depth, path);
            Packed packed = new Packed(in);
            InputStream plain = new Guard(packed, new ZstdInputStream(packed), path);
            unwrap(path, place, new BufferedInputStream(plain, 1 << 16), depth + 1);
        } else if (starts(magic, 'P', 'K', 3, 4)) {
            bounded(depth, path);
            zip(path, place, in, depth);
        } else if (starts(magic, '%', 'P', 'D', 'F')) {
            throw new FeedException(Kind.NOT_RECOGNISED, name(path) + " is a PDF, not an export.", null);
        } else {
            visitor.visit(new Part(path, place, in));
        }
    }

    private static InputStream gzip(Packed packed, String path) throws IOException {
        try {
            return new GZIPInputStream(packed, 1 << 16);
        } catch (EOFException | ZipException e) {
            throw damaged(path, e);
        }
    }

    static UnreadableException damaged(String path, Exception e) {
        boolean cut =
                e instanceof EOFException || String.valueOf(e.getMessage()).startsWith("Not enough input");
        boolean locked = String.valueOf(e.getMessage()).contains("encrypted");
        String what = locked
                ? " is protected by a password. Unpack it and import the files."
                : cut
                        ? " stops in the middle: the compressed file is not complete. Nothing of it was stored; fetch it again."
                        : " is damaged: it cannot be unpacked. Nothing of it was stored; fetch it again.";
        return new UnreadableException(name(path) + what, e);
    }

    private static boolean starts(byte[] bytes, int... wanted) {
        for (int i = 0; i < wanted.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private static void bounded(int depth, String path) throws FeedException {
        if (depth >= DEEPEST) {
            throw new FeedException(
                    Kind.UNREADABLE,
                    name(path) + " is packed more than twice. Unpack it once and import the files.",
                    null);
        }
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private void zip(String path, String place, BufferedInputStream in, int depth) throws IOException, FeedException {
        Packed packed = new Packed(in);
        ZipInputStream zip = new ZipInputStream(packed);
        int entries = 0;
        for (ZipEntry entry = next(zip, path); entry != null; entry = next(zip, path)) {
            if (++entries > MOST_ENTRIES) {
                throw new FeedException(
                        Kind.UNREADABLE,
                        name(path) + " holds more than 10,000 files. Unpack it and import the folder.",
                        null);
            }
            if (entry.getName().startsWith("xl/") || entry.getName().equals("[Content_Types].xml")) {
                throw new FeedException(
                        Kind.NOT_RECOGNISED, name(path) + " is a spreadsheet. Save it as CSV and import that.", null);
            }
            if (!entry.isDirectory() && !isLitter(entry.getName())) {
                String inner = place.isEmpty() ? entry.getName() : place + "/" + entry.getName();
                unwrap(
                        path,
                        inner,
                        new BufferedInputStream(new Unclosed(new Guard(packed, zip, path)), 1 << 16),
                        depth + 1);
            }
        }
    }

    private static @Nullable ZipEntry next(ZipInputStream zip, String path) throws IOException {
        try {
            return zip.getNextEntry();
        } catch (EOFException | ZipException | IllegalArgumentException e) {
            throw damaged(path, e);
        }
    }

    /** What systems leave in archives beside the files. */
    private static boolean isLitter(String entry) {
        String name = entry.substring(entry.lastIndexOf('/') + 1);
        return entry.startsWith("__MACOSX/")
                || name.startsWith("._")
                || name.equals(".DS_Store")
                || name.equals("Thumbs.db");
    }

    /** Counts what goes into an unpacker. */
    private static final class Packed extends FilterInputStream {
        private long bytes;

        Packed(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            bytes += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int n = super.read(into, from, length);
            bytes += Math.max(0, n);
            return n;
        }
    }

    /** Ends the reading when far more comes out than went in. */
    private static final class Guard extends FilterInputStream {
        private final Packed packed;
        private final String path;
        private long out;

        Guard(Packed packed, InputStream unpacked, String path) {
            super(unpacked);
            this.packed = packed;
            this.path = path;
        }

        private int counted(int n) throws IOException {
            out += Math.max(0, n);
            if (out > RATIO_COUNTS_FROM && out / LARGEST_RATIO > packed.bytes) {
                throw new UnreadableException(
                        name(path) + " unpacks to more than " + LARGEST_RATIO
                                + " times its size, which no export does. Nothing of it was stored.",
                        null);
            }
            return n;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            try {
                return counted(super.read(bytes, from, length));
            } catch (CountedStream.Cancelled | UnreadableException e) {
                throw e;
            } catch (IOException | MalformedInputException | IndexOutOfBoundsException e) {
                // What stands below this stream is an unpacker; the disk's trouble arrives as one of the two above.
                throw damaged(path, e);
            }
        }
    }

    /** An entry's stream must not close the archive. */
    private static final class Unclosed extends FilterInputStream {
        Unclosed(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // The archive goes on to its next entry.
        }
    }
}
