package dev.rebound.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;

/** A file that may hold addresses: for its owner only, and there as a whole or not at all. */
public final class OwnersFile {
    private static final String PREFIX = ".rebound-export";
    private static final String SUFFIX = ".part";

    /** Nobody writes for so long without a byte getting there. */
    private static final Duration SURELY_DEAD = Duration.ofHours(1);

    private OwnersFile() {}

    /** What a file holds. */
    @FunctionalInterface
    public interface Content {
        void write(OutputStream out) throws IOException;
    }

    /** Writes a file, in the place of one that is there; where writing fails, that one stays as it was. */
    public static void write(Path file, Content content) throws IOException {
        Path target = file.toAbsolutePath();
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            // A pipe or a device: nothing may take its place.
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
                content.write(out);
            }
            return;
        }
        Path unfinished = unfinished(target);
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished), 1 << 16)) {
                content.write(out);
            }
            place(unfinished, target, true);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** A file beside another, to be written and then put in its place; those that a killed program left there are removed. */
    public static Path unfinished(Path target) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
            for (Path file : left) {
                if (Files.getLastModifiedTime(file)
                        .toInstant()
                        .isBefore(Instant.now().minus(SURELY_DEAD))) {
                    Files.deleteIfExists(file);
                }
            }
        }
        // Temporary files are for their owner from their first byte on.
        Path unfinished = Files.createTempFile(folder, PREFIX, SUFFIX);
        unfinished.toFile().deleteOnExit();
        return unfinished;
    }

    /**
     * Forces a finished file to the disk and puts it in its place in one step: whoever opens that finds the old file or the
     * new one.
     *
     * @param replace whether a file that is there may be replaced; where not, it stays and this fails
     */
    public static void place(Path unfinished, Path target, boolean replace) throws IOException {
        try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        if (!replace) {
            Files.move(unfinished, target);
            return;
        }
        Path place = Files.exists(target) ? target.toRealPath() : target;
        try {
            Files.move(unfinished, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(unfinished, place, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Writes a file of one text. */
    public static void write(Path file, String text) throws IOException {
        write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** How a file is made that only its owner may read, where the system knows owners. */
    public static FileAttribute<?>[] attributes() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
