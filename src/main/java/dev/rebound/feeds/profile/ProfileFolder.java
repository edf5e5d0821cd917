package dev.rebound.feeds.profile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The readers that an operator saved: a folder of profile files, one reader each. A folder that is not there is empty. */
public final class ProfileFolder {
    private final Path folder;

    /** The readers of a folder. */
    public ProfileFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * What the folder holds.
     *
     * @param profiles the readers in the order of their files' names
     * @param problems a sentence for each file that is none
     */
    public record Content(List<FeedProfile> profiles, List<String> problems) {
        /** Keeps its own lists. */
        public Content {
            profiles = List.copyOf(profiles);
            problems = List.copyOf(problems);
        }
    }

    /** Reads all of them; a file that cannot be read does not disturb the others. */
    public Content read() {
        List<FeedProfile> profiles = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Path file : files(problems)) {
            try (InputStream in = Files.newInputStream(file)) {
                profiles.addAll(Profiles.read(in, String.valueOf(file.getFileName())));
            } catch (IllegalArgumentException e) {
                problems.add(String.valueOf(e.getMessage()));
            } catch (IOException e) {
                problems.add(file.getFileName() + " cannot be read: " + e.getMessage() + ".");
            }
        }
        return new Content(profiles, problems);
    }

    private List<Path> files(List<String> problems) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(f -> f.toString().endsWith(".json")).sorted().toList();
        } catch (IOException e) {
            problems.add("The folder of readers cannot be read: " + e.getMessage() + ".");
            return List.of();
        }
    }

    /** Writes a reader under its id, over one of the same id; whole or not at all. */
    public Path save(FeedProfile profile) throws IOException {
        if (!profile.id().matches("[a-z0-9][a-z0-9-]{0,60}")) {
            throw new IllegalArgumentException("The id of a reader has lower-case letters, digits and hyphens only");
        }
        Files.createDirectories(folder);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Profiles.write(profile, bytes);
        Path file = folder.resolve(profile.id() + ".json");
        Path fresh = Files.createTempFile(folder, profile.id(), ".tmp");
        Files.write(fresh, bytes.toByteArray());
        return Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
