package dev.rebound.cli;

import dev.rebound.journal.Trouble;
import dev.rebound.words.Words;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** What is wrong with a file that a person named, and what to do, without the words of the operating system. */
final class FileSentence {
    private FileSentence() {}

    /** A file that a person names to be read; a folder has no text and the system would not say its name. */
    static Path readable(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new FileSystemException(file.toString());
        }
        return file;
    }

    static String of(IOException thrown, Words words, Trouble kept) {
        if (String.valueOf(thrown.getMessage()).toLowerCase(Locale.ROOT).contains("no space left")) {
            return words.of("file.full");
        }
        if (!(thrown instanceof FileSystemException f) || f.getFile() == null) {
            return words.of("error.file", Trouble.about(thrown), kept.code());
        }
        Path path = Path.of(f.getFile());
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            return words.of("file.nofolder", folder);
        }
        if (Files.isDirectory(path)) {
            return words.of("file.folder", path);
        }
        return switch (f) {
            case NoSuchFileException missing -> words.of("file.missing", path);
            case AccessDeniedException denied -> words.of("file.denied", path);
            default -> words.of("error.file", path, kept.code());
        };
    }
}
