package dev.rebound.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A store that was put back and verified.
 *
 * @param from the backup
 * @param check what the store holds now
 * @param replaced where the store that was there before was kept; null where there was none
 */
public record RestoreReport(
        BackupReport from, CheckReport check, @Nullable Path replaced) {}
