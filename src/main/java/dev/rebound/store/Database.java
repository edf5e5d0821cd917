package dev.rebound.store;

import dev.rebound.store.StoreException.Trouble;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * The embedded engine with the settings it was measured safe with: asynchronous file channels (an interrupt does not
 * close them), no shutdown hook of its own, no trace file, a lock of our own so that one program owns the folder, daily
 * work as a user without administrator's rights, folder and file readable by their owner only.
 */
final class Database implements AutoCloseable {
    private static final String NAME = "rebound";
    private static final String OWNER = "REBOUND";
    private static final String WORKER = "APP";

    private final Path folder;
    private final FileChannel lockFile;
    private final FileLock lock;
    private Connection owner;
    private Connection worker;

    private Database(Path folder, FileChannel lockFile, FileLock lock, Connection owner, Connection worker) {
        this.folder = folder;
        this.lockFile = lockFile;
        this.lock = lock;
        this.owner = owner;
        this.worker = worker;
    }

    static Path file(Path folder) {
        return folder.resolve(NAME + ".mv.db");
    }

    static Database open(Path folder) throws StoreException {
        Path absolute = folder.toAbsolutePath().normalize();
        if (absolute.toString().indexOf(';') >= 0) {
            throw new StoreException(
                    Trouble.BAD_PATH,
                    "A data folder's path may not contain a semicolon: " + absolute + ". Choose another folder.",
                    null);
        }
        try {
            Files.createDirectories(absolute);
            restrict(absolute, "rwx------");
        } catch (IOException e) {
            throw new StoreException(Trouble.BAD_PATH, "The data folder " + absolute + " cannot be created.", e);
        }
        FileChannel channel = lockFile(absolute);
        try {
            FileLock lock = lock(channel, absolute);
            return opened(absolute, channel, lock);
        } catch (StoreException e) {
            closeQuietly(channel);
            throw e;
        }
    }

    private static FileChannel lockFile(Path folder) throws StoreException {
        try {
            return FileChannel.open(
                    folder.resolve("rebound.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new StoreException(Trouble.READ_ONLY, "The data folder " + folder + " cannot be written to.", e);
        }
    }

    /** The system frees the lock when a program dies, so a crash leaves nothing stale. */
    private static FileLock lock(FileChannel channel, Path folder) throws StoreException {
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException e) {
            throw inUse(folder, e);
        } catch (IOException e) {
            throw new StoreException(Trouble.OTHER, "The data folder " + folder + " cannot be locked.", e);
        }
        throw inUse(folder, null);
    }

    private static StoreException inUse(Path folder, @Nullable Exception cause) {
        return new StoreException(
                Trouble.IN_USE,
                "Another Rebound has " + folder + " open. Close it, or choose another folder with --store.",
                cause);
    }

    private static Database opened(Path folder, FileChannel channel, FileLock lock) throws StoreException {
        Path file = file(folder);
        boolean fresh = !Files.exists(file);
        Connection owner = null;
        try {
            if (!fresh && Files.size(file) == 0) {
                throw new StoreException(
                        Trouble.DAMAGED,
                        "The store file in " + folder
                                + " is empty (0 bytes). Restore a backup, or move the file away to start anew.",
                        null);
            }
            owner = connect(folder, OWNER, fresh);
            if (owner.isReadOnly()) {
                throw new StoreException(
                        Trouble.READ_ONLY,
                        "The store in " + folder + " can only be read. Check its permissions.",
                        null);
            }
            Schema.prepare(owner, fresh, WORKER);
            restrict(file, "rw-------");
            Connection worker = connect(folder, WORKER, false);
            worker.setAutoCommit(false);
            return new Database(folder, channel, lock, owner, worker);
        } catch (SQLException e) {
            closeQuietly(owner);
            throw trouble(e, folder);
        } catch (IOException e) {
            closeQuietly(owner);
            throw new StoreException(Trouble.OTHER, "The store in " + folder + " cannot be read.", e);
        } catch (StoreException e) {
            closeQuietly(owner);
            throw e;
        }
    }

    private static Connection connect(Path folder, String user, boolean create) throws SQLException {
        // Only the owner may change engine settings, and its connection stays open so that they hold.
        String settings = user.equals(OWNER)
                ? ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0;WRITE_DELAY=0;LOCK_TIMEOUT=2000;CACHE_SIZE=8192"
                : "";
        String exists = create ? "" : ";IFEXISTS=TRUE";
        return DriverManager.getConnection("jdbc:h2:async:" + folder.resolve(NAME) + exists + settings, user, "");
    }

    /** The connection for daily work; transactions are begun and ended by the caller. One thread at a time. */
    Connection worker() {
        return worker;
    }

    /** Forces everything committed to the disk; only after it has an import succeeded. */
    void force() throws SQLException {
        try (Statement s = owner.createStatement()) {
            s.execute("CHECKPOINT SYNC");
        }
    }

    /** Writes the file anew so that nothing that was deleted or changed is left in it. Takes as long as a copy. */
    void compact() throws SQLException {
        worker.commit();
        worker.close();
        try (Statement s = owner.createStatement()) {
            s.execute("SHUTDOWN COMPACT");
        }
        owner = connect(folder, OWNER, false);
        worker = connect(folder, WORKER, false);
        worker.setAutoCommit(false);
    }

    Path folder() {
        return folder;
    }

    /** What a database error means for the operator; the engine's own text may hold addresses and is not shown. */
    static StoreException trouble(SQLException e, Path folder) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            String message = String.valueOf(t.getMessage());
            if (t instanceof OutOfMemoryError || message.contains("OutOfMemoryError")) {
                return new StoreException(
                        Trouble.NO_MEMORY,
                        "Rebound has not enough memory for this. Nothing half-done was kept; start it again, with fewer"
                                + " files at a time or more memory (REBOUND_JAVA_OPTS=-Xmx4g).",
                        e);
            }
            if (message.contains("No space left") || message.contains("not enough space")) {
                return new StoreException(
                        Trouble.DISK_FULL,
                        "The disk of " + folder
                                + " is full. Free some space and try again; nothing half-done was kept.",
                        e);
            }
        }
        return switch (e.getErrorCode()) {
            case 90020 -> inUse(folder, e);
            case 90028, 90030, 90143, 50000 ->
                new StoreException(
                        Trouble.DAMAGED,
                        "The store in " + folder
                                + " is damaged or is not a store. Restore a backup; the file was not changed.",
                        e);
            case 28000 ->
                new StoreException(Trouble.FOREIGN, "The store in " + folder + " was not made by Rebound.", e);
            case 90097 -> new StoreException(Trouble.READ_ONLY, "The store in " + folder + " can only be read.", e);
            default ->
                new StoreException(
                        Trouble.OTHER,
                        "The store in " + folder + " refused (engine code " + e.getErrorCode() + ").",
                        e);
        };
    }

    private static void restrict(Path path, String permissions) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }

    private static void closeQuietly(@Nullable AutoCloseable c) {
        if (c != null) {
            try {
                c.close();
            } catch (Exception e) {
                // The first trouble is the one to report.
                return;
            }
        }
    }

    @Override
    public void close() throws StoreException {
        try (lockFile;
                lock) {
            worker.rollback();
            worker.close();
            try (Statement s = owner.createStatement()) {
                s.execute("SHUTDOWN");
            }
            restrict(file(folder), "rw-------");
        } catch (SQLException e) {
            throw trouble(e, folder);
        } catch (IOException e) {
            throw new StoreException(Trouble.OTHER, "The store in " + folder + " could not be closed cleanly.", e);
        }
    }
}
