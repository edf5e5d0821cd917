package dev.rebound.console.kit;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder where the last file was read or written: the next one is seldom elsewhere, after another start neither. The
 * screen's thread only.
 */
public final class LastFolder {
    private static final String NAME = "files.folder";

    private final Remembered remembered;

    /** The folder that is remembered. */
    public LastFolder(Remembered remembered) {
        this.remembered = remembered;
    }

    /** Where a dialog begins: the last folder, the person's own where that is gone; empty where neither is there. */
    Optional<Path> here() {
        return remembered
                .get(NAME)
                .flatMap(LastFolder::read)
                .filter(Files::isDirectory)
                .or(() -> read(System.getProperty("user.home")).filter(Files::isDirectory));
    }

    /** Remembers where a file lies, or a folder that was chosen itself. */
    void used(Path chosen) {
        Path folder = Files.isDirectory(chosen)
                ? chosen.toAbsolutePath()
                : chosen.toAbsolutePath().getParent();
        if (folder != null) {
            remembered.put(NAME, folder.toString());
        }
    }

    private static Optional<Path> read(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            // A store that came from another system.
            return Optional.empty();
        }
    }
}
