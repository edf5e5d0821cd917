package dev.rebound.feeds.container;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The entries of an archive, one after the other, and at the end the certainty that none is missing. */
interface ArchiveEntries {
    /**
     * One entry. Its name is for people only; it never opens a file.
     *
     * @param changed when the entry was last changed, as the archive says; null where it does not
     */
    record Entry(String name, boolean isFile, @Nullable Instant changed, InputStream bytes) {}

    /** The next entry, or null at the end of a whole archive; the one before must have been read to its end. */
    @Nullable
    Entry next() throws IOException;
}
