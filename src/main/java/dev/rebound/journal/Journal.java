package dev.rebound.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The journal of one data folder: {@code logs/rebound.log} and a few older files. A journal that cannot be written is
 * silent: it never keeps anybody from working. Several programs may write at once; any thread may call.
 */
public final class Journal {
    /** A file that has grown to this size becomes the newest of the older ones. */
    static final long LARGEST_BYTES = 512 * 1024;
    /** How many older files are kept. */
    static final int OLDER = 3;

    private static final Duration REPEATED = Duration.ofSeconds(10);

    private static final Set<StandardOpenOption> APPEND =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);

    private final Path data;
    private final Clock clock;
    private String lastCode = "";
    private Instant lastTrouble = Instant.EPOCH;

    private Journal(Path data, Clock clock) {
        this.data = data;
        this.clock = clock;
    }

    /** The journal of a data folder. Nothing is written where the folder does not exist. */
    public static Journal of(Path dataFolder, Clock clock) {
        return new Journal(dataFolder.toAbsolutePath().normalize(), clock);
    }

    /** Where the files lie. */
    public Path folder() {
        return data.resolve("logs");
    }

    /** The file that is written to. */
    public Path file() {
        return folder().resolve("rebound.log");
    }

    private Path older(int age) {
        return folder().resolve("rebound." + age + ".log");
    }

    /** Writes a line. */
    public void note(Note note) {
        append(List.of(note.toString()));
    }

    /** Writes a trouble with the places where it happened; one that comes again and again is written once in a while. */
    public synchronized Trouble trouble(Throwable thrown) {
        Trouble trouble = Trouble.of(thrown);
        Instant now = clock.instant();
        if (trouble.code().equals(lastCode)
                && Duration.between(lastTrouble, now).compareTo(REPEATED) < 0) {
            return trouble;
        }
        lastCode = trouble.code();
        lastTrouble = now;
        List<String> lines = new ArrayList<>(List.of("trouble code=" + trouble.code()));
        trouble.places().forEach(p -> lines.add("  " + p));
        append(lines);
        return trouble;
    }

    /** The last lines, oldest first; empty where there are none. */
    public List<String> last(int most) {
        List<String> lines = new ArrayList<>(read(older(1)));
        lines.addAll(read(file()));
        return List.copyOf(lines.subList(Math.max(0, lines.size() - most), lines.size()));
    }

    private static List<String> read(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }

    private synchronized void append(List<String> lines) {
        if (!Files.isDirectory(data)) {
            return;
        }
        String at = clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            text.append(i == 0 ? at + " " : "").append(lines.get(i)).append('\n');
        }
        try {
            Files.createDirectories(folder(), ownersOnly("rwx------"));
            rotate();
            // One write at the end of the file: lines of two programs do not mix.
            try (SeekableByteChannel out = Files.newByteChannel(file(), APPEND, ownersOnly("rw-------"))) {
                out.write(ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            return;
        }
    }

    private void rotate() throws IOException {
        if (!Files.exists(file()) || Files.size(file()) < LARGEST_BYTES) {
            return;
        }
        for (int age = OLDER; age > 1; age--) {
            if (Files.exists(older(age - 1))) {
                Files.move(older(age - 1), older(age), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.move(file(), older(1), StandardCopyOption.REPLACE_EXISTING);
    }

    private static FileAttribute<?>[] ownersOnly(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
