package dev.rebound.store;

import dev.rebound.store.StoreException.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * The embedded engine on one file, with the settings it was measured safe with: asynchronous file channels (an interrupt
 * does not close them), no shutdown hook of its own, no trace file, daily work as a user without administrator's rights
 * who cannot run statements that were glued together from texts.
 */
final class Database implements AutoCloseable {
    private static final String OWNER = "REBOUND";
    static final String WORKER = "APP";

    private static final String SETTINGS = ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0"
            + ";WRITE_DELAY=0;LOCK_TIMEOUT=2000;CACHE_SIZE=8192"
            // A large object that was read stays in the file, undone or not, until a commit finds that this time has
            // passed: by itself five minutes, in which the file grows by all that comes and goes. Here none is read
            // across a commit.
            + ";LOB_TIMEOUT=0"
            // By itself the engine lays the rows of a long answer, addresses and all, into the system's temporary
            // folder, where a crash leaves them. Pages are large objects, which an answer only points to.
            + ";MAX_MEMORY_ROWS=2147483647";

    private final Path folder;
    private final @Nullable StoreKey key;
    private final boolean readOnly;
    private Connection owner;
    private Connection worker;

    private Database(Path folder, @Nullable StoreKey key, boolean readOnly, Connection owner, Connection worker) {
        this.folder = folder;
        this.key = key;
        this.readOnly = readOnly;
        this.owner = owner;
        this.worker = worker;
    }

    /** Opens the store file of a folder for work, making it where there is none. Its format must be the present one. */
    static Database open(Path folder, @Nullable StoreKey key) throws StoreException {
        boolean fresh = !Files.exists(StoreFiles.storeIn(folder));
        return opened(folder, key, fresh, false);
    }

    /** Opens the store file of a folder so that no byte of it changes. */
    static Database openToRead(Path folder, @Nullable StoreKey key) throws StoreException {
        return opened(folder, key, false, true);
    }

    private static Database opened(Path folder, @Nullable StoreKey key, boolean fresh, boolean readOnly)
            throws StoreException {
        Connection owner = null;
        try {
            owner = connect(folder, key, OWNER, fresh, readOnly);
            if (!readOnly && owner.isReadOnly()) {
                throw new StoreException(
                        Trouble.READ_ONLY,
                        "The store in " + folder + " can only be read. Check its permissions.",
                        null);
            }
            if (!readOnly) {
                StoreFiles.ownersOnly(StoreFiles.storeIn(folder));
            }
            if (fresh) {
                Schema.make(owner, WORKER);
            } else {
                Schema.refuseStrangers(owner);
            }
            return new Database(folder, key, readOnly, owner, working(folder, key, owner, readOnly));
        } catch (SQLException | IllegalStateException e) {
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

    private static Connection working(Path folder, @Nullable StoreKey key, Connection owner, boolean readOnly)
            throws SQLException {
        if (!readOnly) {
            try (Statement s = owner.createStatement()) {
                // From here on a statement that holds a text or a number of its own is refused: injection has no way
                // in.
                s.execute("SET ALLOW_LITERALS NONE");
            }
        }
        Connection worker = connect(folder, key, WORKER, false, readOnly);
        worker.setAutoCommit(false);
        return worker;
    }

    private static Connection connect(
            Path folder, @Nullable StoreKey key, String user, boolean create, boolean readOnly) throws SQLException {
        // Only the owner may change engine settings, and its connection stays open so that they hold.
        String settings = user.equals(OWNER) ? SETTINGS : "";
        String exists = create ? "" : ";IFEXISTS=TRUE";
        String cipher = key == null ? "" : ";CIPHER=AES";
        String access = readOnly ? ";ACCESS_MODE_DATA=r" : "";
        return DriverManager.getConnection(
                "jdbc:h2:" + OrderedWrites.before("async:") + folder.resolve(StoreFiles.NAME) + exists + cipher + access
                        + settings,
                user,
                key == null ? "" : key.filePassword() + " ");
    }

    /** The connection for daily work; transactions are begun and ended by the caller. One thread at a time. */
    Connection worker() {
        return worker;
    }

    /** The connection that may change tables; for upgrades only. */
    Connection owner() {
        return owner;
    }

    /** Forces everything committed to the disk; only after it has an import succeeded. */
    void force() throws SQLException {
        try (Statement s = owner.createStatement()) {
            s.execute("CHECKPOINT SYNC");
        }
    }

    /** Closes the file and writes it anew, so that nothing that was deleted or changed is left in it. */
    void closeCompacted() throws SQLException {
        worker.rollback();
        worker.close();
        try (Statement s = owner.createStatement()) {
            s.execute("SHUTDOWN COMPACT");
        }
    }

    /** Lets go of the file while something is done with it as a whole, then works on. */
    void whileClosed(Closed act) throws SQLException, IOException, StoreException {
        disconnect();
        try {
            act.run();
        } finally {
            reconnect();
        }
    }

    /** What is done while the file is closed. */
    interface Closed {
        void run() throws IOException, StoreException;
    }

    private void disconnect() throws SQLException {
        worker.rollback();
        worker.close();
        try (Statement s = owner.createStatement()) {
            s.execute("SHUTDOWN");
        }
    }

    private void reconnect() throws SQLException, IOException {
        owner = connect(folder, key, OWNER, false, readOnly);
        if (!readOnly) {
            StoreFiles.ownersOnly(StoreFiles.storeIn(folder));
        }
        worker = working(folder, key, owner, readOnly);
    }

    @Nullable
    StoreKey key() {
        return key;
    }

    Path folder() {
        return folder;
    }

    /** What a database error means for the operator; the engine's own text may hold addresses and is not shown. */
    static StoreException trouble(Exception e, Path folder) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            String message = String.valueOf(t.getMessage());
            if (t instanceof OutOfMemoryError || message.contains("OutOfMemoryError")) {
                return StoreException.noMemory(e);
            }
            if (message.contains("No space left") || message.contains("not enough space")) {
                return new StoreException(
                        Trouble.DISK_FULL,
                        "The disk of " + folder
                                + " is full. Free some space and try again; nothing half-done was kept.",
                        e);
            }
        }
        if (!Files.isDirectory(folder)) {
            return StoreFiles.gone(folder, e);
        }
        // Whatever the engine throws while it reads, a cast that fails included, is a sign of damage.
        int code = e instanceof SQLException sql ? sql.getErrorCode() : DAMAGED_CODE;
        return switch (code) {
            case 90020 -> FolderLock.inUse(new StoreFiles(folder), e);
            case 90028, 90030, 90143, DAMAGED_CODE, 50200, 42104, 42102, 42001, 22018, 90049, 90098 ->
                new StoreException(
                        Trouble.DAMAGED,
                        "The store in " + folder
                                + " is damaged or is not a store. Restore a backup; the file was not changed.",
                        e);
            case 28000 ->
                new StoreException(Trouble.FOREIGN, "The store in " + folder + " was not made by Rebound.", e);
            case 90097 -> new StoreException(Trouble.READ_ONLY, "The store in " + folder + " can only be read.", e);
            default ->
                new StoreException(Trouble.OTHER, "The store in " + folder + " refused (engine code " + code + ").", e);
        };
    }

    private static final int DAMAGED_CODE = 50000;

    private static void closeQuietly(@Nullable Connection c) {
        if (c != null) {
            try {
                c.close();
            } catch (SQLException | RuntimeException e) {
                // The first trouble is the one to report.
                return;
            }
        }
    }

    /** Lets go of a file that is thrown away. */
    void giveUp() {
        abandon(owner);
    }

    /** An engine that could not write its end keeps the file for itself until it is told to let go. */
    private static void abandon(Connection owner) {
        try (Statement s = owner.createStatement()) {
            s.execute("SHUTDOWN IMMEDIATELY");
        } catch (SQLException | RuntimeException e) {
            // It has let go already; the trouble before is the one to report.
            return;
        }
    }

    @Override
    public void close() throws StoreException {
        try {
            disconnect();
            if (!readOnly) {
                StoreFiles.ownersOnly(StoreFiles.storeIn(folder));
            }
        } catch (SQLException | RuntimeException e) {
            abandon(owner);
            throw trouble(e, folder);
        } catch (IOException e) {
            throw new StoreException(Trouble.OTHER, "The store in " + folder + " could not be closed cleanly.", e);
        }
    }
}
