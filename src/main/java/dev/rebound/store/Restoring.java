package dev.rebound.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a backup in the place of a store, damaged or not, after verifying it; what was there is kept as a backup. */
final class Restoring {
    private Restoring() {}

    static RestoreReport restore(StoreFiles files, Path backup, PasswordSource passwords, Instant now)
            throws StoreException {
        files.prepare();
        FolderLock lock = FolderLock.of(files);
        try (lock) {
            files.sweep();
            BackupReport facts = Backups.facts(backup);
            if (facts.format() > Schema.VERSION) {
                throw Schema.newer(facts.format());
            }
            Path replaced = setAside(files, now);
            KeyFile keys = Backups.keys(backup);
            StoreKey key =
                    keys.lines().isEmpty() ? null : keys.unlock(passwords).getFirst();
            if (key != null) {
                present(files).and(keys).write(files.keys());
            }
            // From here until the end the manifest says nothing: it spoke of the other store.
            Manifest.NONE.write(files);
            Files.deleteIfExists(files.picture());
            CheckReport check = Generation.swap(files, key, next -> Backups.unpack(backup, facts, next));
            if (key == null) {
                Files.deleteIfExists(files.keys());
            } else {
                keys.write(files.keys());
            }
            Manifest.NONE
                    .changed(Schema.VERSION, 0, check.imports())
                    .backedUp(backup, facts.at())
                    .write(files);
            return new RestoreReport(facts, check, replaced);
        } catch (IOException e) {
            throw files.trouble(e, "The backup " + backup + " cannot be put back; the store is as it was.");
        }
    }

    private static KeyFile present(StoreFiles files) throws StoreException {
        return Files.exists(files.keys()) ? KeyFile.read(files.keys()) : new KeyFile(List.of());
    }

    private static @Nullable Path setAside(StoreFiles files, Instant now) throws StoreException, IOException {
        if (!Files.exists(files.store()) || Files.size(files.store()) == 0) {
            return null;
        }
        Path aside = files.backups().resolve("before-restore_" + Backups.stamp(now) + ".zip");
        return Backups.write(files, aside, Manifest.read(files).format(), now).file();
    }
}
