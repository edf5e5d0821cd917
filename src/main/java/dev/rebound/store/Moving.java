package dev.rebound.store;

import dev.rebound.store.StoreException.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes a closed store to another folder. The copy is verified, and nothing of the first folder is touched meanwhile: the
 * caller decides in one step of its own which of the two counts, and only then has the other {@linkplain #leave emptied}.
 */
final class Moving {
    /** The last change a store knows, and how many imports it holds. */
    private record State(long change, long imports) {}

    private Moving() {}

    /**
     * Copies a store, its backups and the folders beside it.
     *
     * @param beside names of folders in the data folder that are not the store's own
     */
    static CheckReport copy(StoreFiles from, StoreFiles to, List<String> beside, PasswordSource passwords)
            throws StoreException {
        refuse(from, to);
        boolean made = !Files.exists(to.folder());
        boolean whole = false;
        to.prepare();
        FolderLock there = FolderLock.of(to);
        try (there) {
            StoreFiles.write(to.arriving(), "Rebound copies a store to this folder.\n");
            CheckReport report = locked(from, to, beside, passwords);
            whole = true;
            return report;
        } catch (IOException e) {
            throw to.trouble(
                    e,
                    "The data could not be copied to " + to.folder() + ". It is where it was, in " + from.folder()
                            + ".");
        } finally {
            if (!whole) {
                clear(to, beside, made);
            }
        }
    }

    private static CheckReport locked(StoreFiles from, StoreFiles to, List<String> beside, PasswordSource passwords)
            throws IOException, StoreException {
        FolderLock here = FolderLock.of(from);
        try (here) {
            return copied(from, to, beside, passwords);
        }
    }

    private static void refuse(StoreFiles from, StoreFiles to) throws StoreException {
        if (to.folder().startsWith(from.folder())) {
            throw new StoreException(
                    Trouble.BAD_PATH,
                    "The data lies in " + from.folder() + " already. Choose a folder outside of it.",
                    null);
        }
        try {
            if (Files.exists(to.folder()) && !Files.exists(to.arriving()) && isTaken(to)) {
                throw new StoreException(
                        Trouble.BAD_PATH,
                        "The folder " + to.folder() + " is not empty. Choose an empty one or a new one.",
                        null);
            }
        } catch (IOException e) {
            throw new StoreException(Trouble.BAD_PATH, "The folder " + to.folder() + " cannot be read.", e);
        }
    }

    /** Small notes, such as the one that tells where the data went, leave room for a store. */
    private static boolean isTaken(StoreFiles to) throws IOException {
        try (Stream<Path> all = Files.list(to.folder())) {
            return all.anyMatch(
                    f -> f.equals(to.store()) || !f.getFileName().toString().startsWith(StoreFiles.NAME + "."));
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.findAny().isEmpty();
        }
    }

    private static CheckReport copied(StoreFiles from, StoreFiles to, List<String> beside, PasswordSource passwords)
            throws IOException, StoreException {
        StoreKey key = null;
        if (StoreHead.of(from) != StoreHead.PLAIN) {
            KeyFile keys = KeyFile.read(from.keys());
            key = keys.unlock(passwords).getFirst();
            keys.write(to.keys());
        }
        StoreKey same = key;
        CheckReport report = Generation.swap(to, key, next -> Ciphering.copy(from.store(), same, next, same));
        State here = state(from, key);
        if (!here.equals(state(to, key))) {
            throw new StoreException(
                    Trouble.DAMAGED,
                    "What arrived in " + to.folder() + " is not what was copied. The data is where it was, in "
                            + from.folder() + ".",
                    null);
        }
        tree(from.backups(), to.backups());
        for (String name : beside) {
            tree(from.folder().resolve(name), to.folder().resolve(name));
        }
        Manifest told = Manifest.read(from);
        Path backup = told.backup();
        Manifest fresh = told.changed(Schema.VERSION, here.change(), here.imports());
        if (backup != null && told.backupAt() != null && backup.startsWith(from.folder())) {
            fresh = fresh.backedUp(to.folder().resolve(from.folder().relativize(backup)), told.backupAt());
        }
        fresh.write(to);
        return report;
    }

    private static State state(StoreFiles files, @Nullable StoreKey key) throws StoreException {
        try (Database database = Database.openToRead(files.folder(), key)) {
            return new State(
                    Changes.last(database.worker()),
                    new StoreReader(database.worker()).listedImports().size());
        } catch (SQLException | IllegalStateException e) {
            throw Database.trouble(e, files.folder());
        }
    }

    private static void tree(Path from, Path to) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.sorted().toList()) {
                Path copy = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) {
                    StoreFiles.makeFolder(copy);
                    continue;
                }
                Path fresh = StoreFiles.fresh(copy);
                Files.deleteIfExists(fresh);
                Files.copy(file, fresh);
                if (Files.mismatch(file, fresh) >= 0) {
                    throw new IOException("a file was not written as it is");
                }
                StoreFiles.replace(fresh, copy);
            }
        }
    }

    /** Removes a store that was taken to another folder; what else lies in its folder stays. */
    static void leave(StoreFiles from, List<String> beside) throws StoreException {
        FolderLock here = FolderLock.of(from);
        try (here) {
            delete(from, beside);
        } catch (IOException e) {
            throw from.trouble(
                    e,
                    "The data was moved, but what lay in " + from.folder()
                            + " before could not be removed. Delete it by hand.");
        }
        removeLock(from, true);
    }

    private static void delete(StoreFiles files, List<String> beside) throws IOException {
        for (Path file : List.of(files.store(), files.keys(), files.manifest(), files.picture(), files.arriving())) {
            Files.deleteIfExists(file);
            Files.deleteIfExists(StoreFiles.fresh(file));
        }
        StoreFiles.delete(files.next());
        StoreFiles.delete(files.backups());
        for (String name : beside) {
            StoreFiles.delete(files.folder().resolve(name));
        }
    }

    private static void clear(StoreFiles to, List<String> beside, boolean made) {
        try {
            delete(to, beside);
        } catch (IOException e) {
            // The next attempt sees by the note that it may begin here again.
            return;
        }
        removeLock(to, made);
    }

    private static void removeLock(StoreFiles files, boolean andFolder) {
        try {
            Files.deleteIfExists(files.lock());
            if (andFolder && isEmpty(files.folder())) {
                Files.delete(files.folder());
            }
        } catch (IOException e) {
            // An empty folder holds nothing of anybody.
            return;
        }
    }
}
