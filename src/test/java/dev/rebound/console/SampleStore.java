package dev.rebound.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A store that holds the sample. It is imported once; every further one is a copy of the files that were written then. */
final class SampleStore {
    private static final Object ONCE = new Object();
    private static @Nullable Path imported;

    private SampleStore() {}

    /** Lays the store into a folder that does not exist yet or is empty. */
    static void layInto(Path folder) throws Exception {
        Path whole = imported();
        try (Stream<Path> found = Files.walk(whole)) {
            for (Path part : found.toList()) {
                Path there = folder.resolve(whole.relativize(part).toString());
                if (Files.isDirectory(part)) {
                    Files.createDirectories(there);
                } else {
                    Files.copy(part, there, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    private static Path imported() throws Exception {
        synchronized (ONCE) {
            Path known = imported;
            if (known == null) {
                Path folder = Files.createTempDirectory("sample");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
                known = folder.resolve("store");
                try (OpenedConsole console = new OpenedConsole(known)) {
                    console.importSample();
                }
                imported = known;
            }
            return known;
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path part : found.toList().reversed()) {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            // What is left of it goes with the other temporary files.
        }
    }
}
