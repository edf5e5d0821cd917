package dev.rebound.session;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The sample feeds that come with the program, laid out as files for as long as they are imported. */
public final class SampleData implements AutoCloseable {
    /** The sample's own noon: its open messages are judged by it. */
    public static final Instant NOW = Instant.parse("2026-03-14T11:00:00Z");

    private final Path folder;

    private SampleData(Path folder) {
        this.folder = folder;
    }

    /** Lays the bundled files out in a temporary folder; {@code assets/sample-feeds.txt} lists them. */
    public static SampleData unpacked() throws IOException {
        Path folder = Files.createTempDirectory("rebound-sample");
        List<String> names;
        try (InputStream in = open("sample-feeds.txt")) {
            names = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(l -> !l.isBlank())
                    .toList();
        }
        for (String name : names) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            try (InputStream in = open("sample-feeds/" + name)) {
                Files.copy(in, file);
            }
        }
        return new SampleData(folder);
    }

    private static InputStream open(String name) throws IOException {
        InputStream in = SampleData.class.getResourceAsStream("/assets/" + name);
        if (in == null) {
            throw new IOException("The file " + name + " is not in the program.");
        }
        return in;
    }

    /** The folder that holds the files. */
    public Path folder() {
        return folder;
    }

    /** Deletes a temporary folder with all it holds. */
    public static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path p : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(p);
            }
        }
    }

    @Override
    public void close() throws IOException {
        delete(folder);
    }
}
