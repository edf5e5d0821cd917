package dev.rebound.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there is to say about a store's files.
 *
 * @param folder where they lie
 * @param bytes size of the store's file
 * @param format its format
 * @param encrypted whether the file is encrypted
 * @param writable whether the store can be changed
 * @param damaged whether something of it is damaged
 * @param readByChoice whether it can only be read because somebody wants it so
 * @param losses why it can only be read and what is lost, a sentence each; empty for a sound store
 * @param lastBackup where the last backup went; null where none is there
 * @param lastBackupAt when it was made
 * @param ownBackups copies that the program made by itself
 * @param network whether the folder lies on another computer, where locks may not hold
 * @param synchronised whether a service copies the folder's files elsewhere while they are written
 */
public record StoreFacts(
        Path folder,
        long bytes,
        int format,
        boolean encrypted,
        boolean writable,
        boolean damaged,
        boolean readByChoice,
        List<String> losses,
        @Nullable Path lastBackup,
        @Nullable Instant lastBackupAt,
        List<Path> ownBackups,
        boolean network,
        boolean synchronised) {
    public StoreFacts {
        losses = List.copyOf(losses);
        ownBackups = List.copyOf(ownBackups);
    }
}
