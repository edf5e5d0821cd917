package dev.rebound.store;

import dev.rebound.store.StoreException.Trouble;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What rewrites the store as a whole makes its next file beside the present one, verifies all of it, and only then puts
 * it in the other's place in one step. After a crash at any moment the store is the old one or the new one.
 */
final class Generation {
    /** Writes the next file. */
    interface Making {
        void make(Path next) throws IOException, StoreException;
    }

    private Generation() {}

    /**
     * Makes, upgrades where needed, writes without waste, verifies and swaps. The store must be closed and its folder
     * locked.
     *
     * @param key the key of the next file
     */
    static CheckReport swap(StoreFiles files, @Nullable StoreKey key, Making making)
            throws StoreException, IOException {
        try {
            StoreFiles.delete(files.next());
            StoreFiles.makeFolder(files.next());
            Path next = StoreFiles.storeIn(files.next());
            making.make(next);
            upgrade(files.next(), key);
            CheckReport report = verified(files, key);
            StoreFiles.replace(next, files.store());
            return report;
        } catch (SQLException | IllegalStateException e) {
            throw Database.trouble(e, files.folder());
        } finally {
            StoreFiles.delete(files.next());
        }
    }

    private static void upgrade(Path folder, @Nullable StoreKey key) throws SQLException, IOException, StoreException {
        Database next = Database.open(folder, key);
        boolean closed = false;
        try {
            int format = Schema.version(next.worker());
            if (format > Schema.VERSION) {
                throw Schema.newer(format);
            }
            if (format < Schema.VERSION) {
                Schema.upgrade(next.owner(), format);
            }
            next.closeCompacted();
            closed = true;
        } finally {
            if (!closed) {
                next.giveUp();
            }
        }
    }

    private static CheckReport verified(StoreFiles files, @Nullable StoreKey key) throws SQLException, StoreException {
        try (Database next = Database.openToRead(files.next(), key)) {
            CheckReport report = new StoreCheck(next.worker()).run();
            if (!report.isSound()) {
                throw new StoreException(
                        Trouble.DAMAGED,
                        "The new file did not pass its check, so the store in " + files.folder() + " stays as it was: "
                                + report.problems().getFirst(),
                        null);
            }
            return report;
        }
    }
}
