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
            Manifest manifest = Manifest.read(files);
            boolean asLeft = StoreHead.of(files) == StoreHead.PLAIN
                    && manifest.format() == Schema.VERSION
                    && manifest.head() == files.head();
            if (asLeft) {
                return new Opened(files, lock, notOlder(files, null, manifest), manifest);
            }
            // After a crash, or where somebody put another file here: what it is decides whether it may be written.
            Seen seen = seen(files, passwords, manifest);
            manifest = seen.format() < Schema.VERSION
                    ? upgraded(files, seen, manifest)
                    : manifest.change() < seen.change() ? caughtUp(files, seen, manifest) : manifest;
            return new Opened(files, lock, notOlder(files, seen.key(), manifest), manifest);
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

    /** What a file is that was looked at without changing a byte of it. */
    private record Seen(@Nullable StoreKey key, int format, long change) {}

    private static Seen seen(StoreFiles files, PasswordSource passwords, Manifest told)
            throws SQLException, StoreException {
        try (Database looked = looked(files, passwords)) {
            int format = Schema.version(looked.worker());
            if (format > Schema.VERSION) {
                throw Schema.newer(format);
            }
            long change = format < FIRST_WITH_CHANGES ? 0 : Changes.last(looked.worker());
            refuseOlder(files, change, told);
            return new Seen(looked.key(), format, change);
        }
    }

    private static void refuseOlder(StoreFiles files, long change, Manifest told) throws StoreException {
        if (change < told.change()) {
            throw new StoreException(
                    Trouble.DAMAGED,
                    "The store in " + files.folder() + " has lost its last changes: it holds change " + change + " of "
                            + told.change()
                            + ". Restore a backup. Where an older file was put back on purpose, delete"
                            + " rebound.manifest.",
                    null);
        }
    }

    /**
     * The store opened for work. The engine falls back to an older state where a part of the newest one is damaged, even
     * in a file that looks as it was left.
     */
    private static Database notOlder(StoreFiles files, @Nullable StoreKey key, Manifest told)
            throws SQLException, StoreException {
        Database database = Database.open(files.folder(), key);
        boolean isSound = false;
        try {
            refuseOlder(files, Changes.last(database.worker()), told);
            database.worker().rollback();
            isSound = true;
            return database;
        } finally {
            if (!isSound) {
                database.giveUp();
            }
        }
    }

    /** The manifest where the store is further: after a restore, or where it could not be written. */
    private static Manifest caughtUp(StoreFiles files, Seen seen, Manifest told) {
        Manifest now = told.changed(Schema.VERSION, seen.change(), told.imports());
        try {
            now.write(files);
        } catch (IOException e) {
            // A full disk: the next change or closing notes it.
            return now;
        }
        return now;
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
    private static Manifest upgraded(StoreFiles files, Seen seen, Manifest manifest)
            throws StoreException, IOException {
        Instant now = Instant.now();
        BackupReport backup = Backups.write(
                files,
                files.backups().resolve("before-format-" + Schema.VERSION + "_" + Backups.stamp(now) + ".zip"),
                seen.format(),
                now);
        Generation.swap(files, seen.key(), next -> Ciphering.copy(files.store(), seen.key(), next, seen.key()));
        Manifest fresh = manifest.changed(Schema.VERSION, seen.change(), manifest.imports())
                .backedUp(backup.file(), now);
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
