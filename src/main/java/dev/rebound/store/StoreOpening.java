package dev.rebound.store;

import dev.rebound.store.StoreException.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Opens a store in the one safe order: folder, lock, leftovers, first bytes, key, format, engine, manifest. Until the
 * format is known the file is only read, so that a newer store is refused untouched.
 */
final class StoreOpening {
    /** An opened store: what has to be closed again, and what is known of it. */
    record Opened(StoreFiles files, @Nullable FolderLock lock, Database database, Manifest manifest)
            implements AutoCloseable {
        @Override
        public void close() throws StoreException {
            try {
                database.close();
            } finally {
                release(lock);
            }
        }
    }

    private StoreOpening() {}

    /** For work: whole, sound and of the present format, or not at all. */
    static Opened toWork(StoreFiles files, PasswordSource passwords) throws StoreException {
        files.prepare();
        FolderLock lock = FolderLock.of(files);
        try {
            files.sweep();
            if (!Files.exists(files.store())) {
                return new Opened(files, lock, Database.open(files.folder(), null), Manifest.NONE);
            }
            StoreKey key = null;
            Manifest manifest = Manifest.read(files);
            boolean asLeft = StoreHead.of(files) == StoreHead.PLAIN
                    && manifest.format() == Schema.VERSION
                    && manifest.head() == files.head();
            if (!asLeft) {
                // After a crash, or where somebody put another file here: what it is decides whether it may be written.
                int format;
                try (Database looked = looked(files, passwords)) {
                    key = looked.key();
                    format = format(looked, files, manifest);
                }
                manifest = format < Schema.VERSION ? upgraded(files, key, manifest, format) : manifest;
            }
            return new Opened(files, lock, Database.open(files.folder(), key), manifest);
        } catch (SQLException | IllegalStateException e) {
            release(lock);
            throw Database.trouble(e, files.folder());
        } catch (IOException e) {
            release(lock);
            throw files.trouble(e, "The store in " + files.folder() + " cannot be opened. Check its permissions.");
        } catch (StoreException e) {
            release(lock);
            throw e;
        }
    }

    private static int format(Database looked, StoreFiles files, Manifest told) throws SQLException, StoreException {
        int format = Schema.version(looked.worker());
        if (format > Schema.VERSION) {
            throw Schema.newer(format);
        }
        if (told.change() > 0) {
            long change = format < FIRST_WITH_CHANGES ? 0 : Changes.last(looked.worker());
            if (change < told.change()) {
                throw new StoreException(
                        Trouble.DAMAGED,
                        "The store in " + files.folder() + " has lost its last changes: it holds change " + change
                                + " of " + told.change()
                                + ". Restore a backup. Where an older file was put back on purpose, delete"
                                + " rebound.manifest.",
                        null);
            }
        }
        return format;
    }

    private static final int FIRST_WITH_CHANGES = 4;

    /** The store file opened so that no byte changes. */
    private static Database looked(StoreFiles files, PasswordSource passwords) throws StoreException {
        if (StoreHead.of(files) == StoreHead.PLAIN) {
            return Database.openToRead(files.folder(), null);
        }
        List<StoreKey> keys = new ArrayList<>(KeyFile.read(files.keys()).unlock(passwords));
        while (true) {
            try {
                return Database.openToRead(files.folder(), keys.removeFirst());
            } catch (StoreException e) {
                if (keys.isEmpty()) {
                    throw e;
                }
            }
        }
    }

    /** A backup first, then the next format on a copy, which takes the place of the old file when it is verified. */
    private static Manifest upgraded(StoreFiles files, @Nullable StoreKey key, Manifest manifest, int from)
            throws StoreException, IOException {
        Instant now = Instant.now();
        BackupReport backup = Backups.write(
                files,
                files.backups().resolve("before-format-" + Schema.VERSION + "_" + Backups.stamp(now) + ".zip"),
                from,
                now);
        Generation.swap(files, key, next -> Ciphering.copy(files.store(), key, next, key));
        Manifest fresh = manifest.changed(Schema.VERSION, 0, 0).backedUp(backup.file(), now);
        fresh.write(files);
        return fresh;
    }

    /** For reading alone: as much of it as is sound, and no byte of it changes. */
    static Opened toRead(StoreFiles files, PasswordSource passwords) throws StoreException {
        FolderLock lock = null;
        try {
            lock = FolderLock.of(files);
        } catch (StoreException e) {
            if (e.trouble() != Trouble.READ_ONLY) {
                throw e;
            }
        }
        try {
            if (!Files.exists(files.store())) {
                throw new StoreException(
                        Trouble.BAD_PATH, "There is no store in " + files.folder() + ", and none can be made.", null);
            }
            return new Opened(files, lock, looked(files, passwords), Manifest.read(files));
        } catch (StoreException e) {
            release(lock);
            throw e;
        }
    }

    private static void release(@Nullable FolderLock lock) {
        try {
            if (lock != null) {
                lock.close();
            }
        } catch (IOException e) {
            // The system frees it with the program.
            return;
        }
    }
}
