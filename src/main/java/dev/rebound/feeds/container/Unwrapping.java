package dev.rebound.feeds.container;

import dev.rebound.feeds.container.FeedException.Kind;
import io.airlift.compress.v3.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Takes gzip, zstd, bzip2, zip and tar off, by their first bytes. A container may hold a packed file once more (a
 * {@code .tar.gz} counts as one container); deeper nesting, more than 10,000 entries, or more than 400 bytes out of one
 * byte of the file is refused as a bomb. Use one for one file.
 */
public final class Unwrapping {
    private static final int DEEPEST = 2;
    private static final int MOST_ENTRIES = 10_000;
    private static final int BUFFER = 1 << 16;

    /** Reads one part. */
    public interface Visitor {
        /** Reads the part now; its stream ends when this returns. */
        void visit(Part part) throws IOException, FeedException;

        /** Hears of something inside a container that is no export, in one sentence; what lies beside it is read. */
        void unknown(String place, String sentence);
    }

    private final Visitor visitor;
    private final PackedBytes file;
    private final String path;
    private int entries;

    /** Hands each part of a file's stream to the visitor, in the order of the container. */
    public Unwrapping(String path, InputStream file, Visitor visitor) {
        this.path = path;
        this.file = PackedBytes.counted(file);
        this.visitor = visitor;
    }

    /** Unwraps the file; when it was last changed tells the year of times that have none. */
    public void unwrap(@Nullable Instant changed) throws IOException, FeedException {
        unwrap(new Found("", new BufferedInputStream(file, BUFFER), changed), 0, false);
    }

    /** What stands at one place: the file itself, or something inside it. */
    private record Found(
            String place, BufferedInputStream in, @Nullable Instant changed) {
        Found inside(InputStream unpacked, @Nullable Instant since) {
            return new Found(place, new BufferedInputStream(unpacked, BUFFER), since == null ? changed : since);
        }
    }

    private void unwrap(Found found, int depth, boolean justUnpacked) throws IOException, FeedException {
        BufferedInputStream in = found.in();
        in.mark(Wrapping.BYTES);
        byte[] first = in.readNBytes(Wrapping.BYTES);
        in.reset();
        String foreign = Wrapping.foreign(first);
        if (!foreign.isEmpty()) {
            throw notRecognised(found, foreign);
        }
        Wrapping wrapping = Wrapping.of(first);
        boolean isDeeper = wrapping != Wrapping.NONE && !(wrapping == Wrapping.TAR && justUnpacked);
        if (isDeeper && depth >= DEEPEST) {
            // Beside it in its archive there may be files that can be read.
            throw new FeedException(
                    found.place().isEmpty() ? Kind.UNREADABLE : Kind.NOT_RECOGNISED,
                    name(found) + " is packed more than twice. Unpack it once and import the files.",
                    null);
        }
        int inside = isDeeper ? depth + 1 : depth;
        switch (wrapping) {
            case NONE -> visitor.visit(new Part(path, found.place(), in, found.changed()));
            case ZIP -> archive(new ZipEntries(in, guard(found), name(found)), found, inside);
            case TAR -> archive(new TarEntries(in, guard(found), name(found)), found, inside);
            case GZIP, ZSTD, BZIP2 -> unwrap(unpacked(wrapping, found), inside, true);
        }
    }

    private Found unpacked(Wrapping wrapping, Found found) throws IOException {
        try {
            return switch (wrapping) {
                case GZIP -> {
                    GzipCompressorInputStream gzip = GzipCompressorInputStream.builder()
                            .setInputStream(found.in())
                            .setDecompressConcatenated(true)
                            .get();
                    Instant packed = gzip.getMetaData().getModificationInstant();
                    yield found.inside(guard(found).around(gzip), Instant.EPOCH.equals(packed) ? null : packed);
                }
                case ZSTD -> found.inside(guard(found).around(new ZstdInputStream(new ZstdFrames(found.in()))), null);
                default -> found.inside(guard(found).around(new BZip2CompressorInputStream(found.in(), true)), null);
            };
        } catch (IOException e) {
            throw BombGuard.damaged(name(found), e);
        }
    }

    private void archive(ArchiveEntries archive, Found found, int depth) throws IOException, FeedException {
        for (ArchiveEntries.Entry entry = archive.next(); entry != null; entry = archive.next()) {
            if (++entries > MOST_ENTRIES) {
                throw new FeedException(
                        Kind.UNREADABLE,
                        name(found) + " holds more than 10,000 files. Unpack it and import the folder.",
                        null);
            }
            if (entry.name().startsWith("xl/") || entry.name().equals("[Content_Types].xml")) {
                throw notRecognised(found, "is a spreadsheet. Save it as CSV and import that.");
            }
            if (entry.isFile() && !Wrapping.isLitter(entry.name())) {
                String place = found.place().isEmpty() ? entry.name() : found.place() + "/" + entry.name();
                Instant changed = entry.changed() == null ? found.changed() : entry.changed();
                inside(new Found(place, new BufferedInputStream(entry.bytes(), BUFFER), changed), depth);
            }
            entry.bytes().transferTo(java.io.OutputStream.nullOutputStream());
        }
    }

    private void inside(Found entry, int depth) throws IOException, FeedException {
        try {
            unwrap(entry, depth, false);
        } catch (FeedException e) {
            if (e.kind() != Kind.NOT_RECOGNISED) {
                throw e;
            }
            visitor.unknown(entry.place(), String.valueOf(e.getMessage()));
        }
    }

    private FeedException notRecognised(Found found, String why) {
        return new FeedException(Kind.NOT_RECOGNISED, name(found) + " " + why, null);
    }

    private BombGuard guard(Found found) {
        return new BombGuard(file, name(found));
    }

    private String name(Found found) {
        String whole = found.place().isEmpty() ? path : found.place();
        return whole.substring(whole.lastIndexOf('/') + 1);
    }
}
