package dev.rebound.console.kit;

import com.github.marschall.memoryfilesystem.MemoryFileSystemBuilder;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import javafx.scene.input.Clipboard;

/**
 * What was copied elsewhere, as files to import: the files of a file manager, else the copied text as a file of its own. That
 * file lies in memory alone and never on the disk; it goes as soon as it is imported.
 */
public final class PastedExport {
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH.mm.ss");

    private PastedExport() {}

    /** The files; none where nothing was copied that could be an export. The screen's thread only. */
    public static List<Path> files() {
        List<File> copied = Clipboard.getSystemClipboard().getFiles();
        if (copied != null && !copied.isEmpty()) {
            return copied.stream().map(File::toPath).toList();
        }
        String text = Clip.text();
        return text.isBlank() ? List.of() : List.of(inMemory(text));
    }

    /** Lets go of a file that was made of a copied text; every other one stays. */
    public static void forget(Path file) {
        if (!file.getFileSystem().equals(FileSystems.getDefault())) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Path inMemory(String text) {
        try {
            FileSystem memory = MemoryFileSystemBuilder.newEmpty()
                    .addRoot("/")
                    .setSeparator("/")
                    .build("pasted-" + UUID.randomUUID());
            return Files.writeString(
                    memory.getPath("/pasted " + NAME.format(LocalDateTime.now(ZoneId.systemDefault())) + ".txt"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
