package dev.rebound.console.kit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Asks for files. A real window asks by dialog; tests answer by themselves, as the headless platform has no dialog. */
public interface FileChoice {
    /** Files to read; empty when the person thinks better of it. */
    List<Path> filesToRead(String title);

    /** A folder to read. */
    Optional<Path> folderToRead(String title);

    /** A file to write. */
    Optional<Path> fileToWrite(String title, String suggestedName);
}
