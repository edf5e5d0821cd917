package dev.rebound.intake;

import dev.rebound.domain.Rejection;
import java.nio.file.Path;

/** Hears how an import goes, file by file, on the importing thread; says whether a file shall be given up. */
public interface ImportListener {
    /** A file is begun. */
    default void begins(Path file) {}

    /** Bytes read of a file. Called often. */
    default void progress(Path file, long bytes, long total) {}

    /** So many rows of a file were taken or refused so far. Called often. */
    default void rows(Path file, long rows) {}

    /** A record of a file cannot be read. All are told, also in a dry run and of a file that is given up later. */
    default void rejects(Path file, Rejection rejection) {}

    /** A file is done with, one way or another. */
    default void ends(FileReport report) {}

    /** Whether the operator wants this file given up. Asked often. */
    default boolean isCancelled(Path file) {
        return false;
    }

    /** Nobody listens. */
    static ImportListener none() {
        return new ImportListener() {};
    }
}
