package dev.rebound.console.kit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import javafx.scene.input.Clipboard;

/**
 * What was copied elsewhere, as files to import: the files of a file manager, else the copied text as a file of its own in a
 * folder that only this user can read. That file goes as soon as it is imported, and at the latest when the program ends.
 */
public final class PastedExport {
    private static final String FOLDER = "rebound-pasted-";
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH.mm.ss");

    private PastedExport() {}

    /** The files; none where nothing was copied that could be an export. The screen's thread only. */
    public static List<Path> files() {
        List<File> copied = Clipboard.getSystemClipboard().getFiles();
        if (copied != null && !copied.isEmpty()) {
            return copied.stream().map(File::toPath).toList();
        }
        String text = Clip.text();
        return text.isBlank() ? List.of() : List.of(written(text));
    }

    /** Deletes a file that was made of a copied text; every other one stays. */
    public static void forget(Path file) {
        Path folder = file.getParent();
        if (folder != null && String.valueOf(folder.getFileName()).startsWith(FOLDER)) {
            try {
                Files.deleteIfExists(file);
                Files.deleteIfExists(folder);
            } catch (IOException e) {
                // It goes when the program ends.
                file.toFile().deleteOnExit();
            }
        }
    }

    private static Path written(String text) {
        try {
            Path folder = Files.createTempDirectory(FOLDER);
            Path file = folder.resolve("pasted " + NAME.format(LocalDateTime.now(ZoneId.systemDefault())) + ".txt");
            folder.toFile().deleteOnExit();
            file.toFile().deleteOnExit();
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
