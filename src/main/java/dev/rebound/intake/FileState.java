package dev.rebound.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/**
 * How a file looked when its reading began: a file that somebody still writes would be stored under the digest of
 * something else.
 */
record FileState(long bytes, FileTime changedAt) {
    static FileState of(Path file) throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        return new FileState(now.size(), now.lastModifiedTime());
    }

    /** Whether the file is there and looks as it did. */
    boolean isStillThatOf(Path file) {
        try {
            return equals(of(file));
        } catch (IOException e) {
            return false;
        }
    }
}
