package dev.rebound.feeds.container;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/** The entries of a tar. Links and devices are no files; an archive without its end mark is cut off. */
final class TarEntries implements ArchiveEntries {
    /** What a name and the attributes beside it may take; a header that claims more would fill the memory. */
    private static final long LONGEST_HEADER = 1 << 17;

    private final PackedBytes packed;
    private final EndSeen tar;
    private final InputStream watched;
    private final String name;

    TarEntries(InputStream in, BombGuard guard, String name) {
        this.packed = PackedBytes.counted(in);
        this.tar = new EndSeen(packed);
        this.watched = guard.around(tar);
        this.name = name;
    }

    @Override
    public @Nullable Entry next() throws IOException {
        try {
            packed.allow(LONGEST_HEADER);
            TarArchiveEntry entry = tar.getNextEntry();
            packed.allow(Long.MAX_VALUE);
            if (entry == null) {
                if (!tar.seen) {
                    throw new EOFException("no end mark");
                }
                return null;
            }
            Instant changed = entry.getLastModifiedTime().toInstant();
            return new Entry(
                    entry.getName(),
                    entry.isFile() && !entry.isSymbolicLink() && !entry.isLink() && !entry.isSparse(),
                    Instant.EPOCH.equals(changed) ? null : changed,
                    watched);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw BombGuard.damaged(name, e);
        }
    }

    /** Remembers whether the record that ends an archive was there. */
    private static final class EndSeen extends TarArchiveInputStream {
        private boolean seen;

        EndSeen(InputStream in) {
            super(in);
        }

        @Override
        protected boolean isEOFRecord(byte @Nullable [] record) {
            boolean ends = super.isEOFRecord(record);
            seen |= ends && record != null;
            return ends;
        }
    }
}
