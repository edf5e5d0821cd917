package dev.rebound.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What can be said of a folder, and done with the store in it, while nobody has it open. Any thread may call. */
public final class StoreFolder {
    private StoreFolder() {}

    /** Puts a backup in the place of a folder's store, after verifying it. The store there must not be open. */
    public static RestoreReport restore(Path folder, Path backup, PasswordSource passwords, Instant now)
            throws StoreException {
        return Restoring.restore(StoreFiles.of(folder), backup, passwords, now);
    }

    /**
     * Copies a closed store to another folder and verifies the copy; the first stays as it is.
     *
     * @param beside names of folders in the data folder that go along
     */
    public static CheckReport copy(Path from, Path to, List<String> beside, PasswordSource passwords)
            throws StoreException {
        return Moving.copy(StoreFiles.of(from), StoreFiles.of(to), beside, passwords);
    }

    /** Removes the closed store of a folder, after it was copied to another that counts now. */
    public static void leave(Path folder, List<String> beside) throws StoreException {
        Moving.leave(StoreFiles.of(folder), beside);
    }

    /** What the store's file in a folder looks like, so that it is known again if nothing changes it. */
    public static long looks(Path folder) throws StoreException {
        StoreFiles files = StoreFiles.of(folder);
        try {
            return Files.exists(files.store()) ? files.head() : 0;
        } catch (IOException e) {
            throw files.trouble(e, "The store in " + folder + " cannot be read.");
        }
    }

    /** What tells the keys of an encrypted store from all others, and changes with its password; empty for a plain one. */
    public static Optional<String> keyMark(Path folder) throws StoreException {
        StoreFiles files = StoreFiles.of(folder);
        return Files.exists(files.keys())
                ? Optional.of(KeyFile.read(files.keys()).mark())
                : Optional.empty();
    }

    /** Whether a folder holds a store. */
    public static boolean isIn(Path folder) throws StoreException {
        return Files.exists(StoreFiles.of(folder).store());
    }
}
