package dev.rebound.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the store should hold, told in a small file beside it. The engine serves an older state of a file that lost its
 * end without a word; this file notices. It is written after each forced commit, so it is never ahead of a sound store.
 *
 * @param format the format of the store
 * @param change the number of the last change that was forced to the disk
 * @param imports how many imports the store then held
 * @param head what the store's file looked like when it was closed; 0 while it is open
 * @param backup where the last backup went; null where none was made
 * @param backupAt when it was made
 */
record Manifest(
        int format,
        long change,
        long imports,
        long head,
        @Nullable Path backup,
        @Nullable Instant backupAt) {
    static final Manifest NONE = new Manifest(0, 0, 0, 0, null, null);

    /** Reads it; a missing or unreadable one says nothing, which is never held against the store. */
    static Manifest read(StoreFiles files) {
        Map<String, String> lines = new LinkedHashMap<>();
        try {
            for (String line : Files.readAllLines(files.manifest())) {
                int colon = line.indexOf(": ");
                if (colon > 0) {
                    lines.put(line.substring(0, colon), line.substring(colon + 2));
                }
            }
            String backup = lines.get("backup");
            String at = lines.get("backup-at");
            return new Manifest(
                    Integer.parseInt(lines.getOrDefault("format", "0")),
                    Long.parseLong(lines.getOrDefault("change", "0")),
                    Long.parseLong(lines.getOrDefault("imports", "0")),
                    Long.parseLong(lines.getOrDefault("head", "0")),
                    backup == null ? null : Path.of(backup),
                    at == null ? null : Instant.parse(at));
        } catch (IOException | IllegalArgumentException | DateTimeParseException e) {
            return NONE;
        }
    }

    void write(StoreFiles files) throws IOException {
        StringBuilder out = new StringBuilder("Rebound store\n");
        out.append("format: ").append(format).append('\n');
        out.append("change: ").append(change).append('\n');
        out.append("imports: ").append(imports).append('\n');
        out.append("head: ").append(head).append('\n');
        if (backup != null && backupAt != null && backup.toString().indexOf('\n') < 0) {
            out.append("backup: ").append(backup).append('\n');
            out.append("backup-at: ").append(backupAt).append('\n');
        }
        StoreFiles.write(files.manifest(), out.toString());
    }

    Manifest changed(int newFormat, long newChange, long newImports) {
        return new Manifest(newFormat, newChange, newImports, 0, backup, backupAt);
    }

    Manifest backedUp(Path file, Instant at) {
        return new Manifest(format, change, imports, head, file, at);
    }

    /** As the store's file was left. */
    Manifest closed(long newHead) {
        return new Manifest(format, change, imports, newHead, backup, backupAt);
    }

    /** The last backup, if its file is still there. */
    Optional<Path> lastBackup() {
        return Optional.ofNullable(backup).filter(Files::isRegularFile);
    }
}
