package dev.rebound.session;

import dev.rebound.store.StoreException;
import dev.rebound.store.StoreException.Trouble;
import dev.rebound.store.StoreFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where a person's data lies when no other folder is named: the usual place of the system, or the folder that the person
 * chose instead, which a small file in the usual place tells.
 */
public final class DataFolder {
    private static final String CHOICE = "rebound.folder";
    private static final String FOLDER = "folder";
    private static final String LEFT = "left";
    private static final String LEFT_LOOKS = "left-looks";

    private final Path usual;

    /** The folder of a person whose usual place is this. */
    public DataFolder(Path usual) {
        this.usual = usual.toAbsolutePath().normalize();
    }

    /** The folder of who runs this program: XDG data home, Application Support, or local application data. */
    public static DataFolder ofThisPerson() {
        return new DataFolder(
                of(System.getProperty("os.name", ""), System.getProperty("user.home", "."), System.getenv()));
    }

    static Path of(String system, String home, Map<String, String> environment) {
        String os = system.toLowerCase(Locale.ROOT);
        if (os.contains("win")) {
            String local = environment.get("LOCALAPPDATA");
            return local == null || local.isBlank()
                    ? Path.of(home, "AppData", "Local", "Rebound")
                    : Path.of(local, "Rebound");
        }
        if (os.contains("mac")) {
            return Path.of(home, "Library", "Application Support", "Rebound");
        }
        String xdg = environment.get("XDG_DATA_HOME");
        return xdg == null || xdg.isBlank() ? Path.of(home, ".local", "share", "rebound") : Path.of(xdg, "rebound");
    }

    /** The usual place of the system, whatever was chosen. */
    public Path usual() {
        return usual;
    }

    /** Where the data lies: the folder that was chosen, else the usual one. */
    public Path path() {
        return told(FOLDER).map(Path::of).orElse(usual);
    }

    /**
     * Refuses to begin anew where the chosen folder is away, as that of a disk that is not connected: an empty store would
     * look as if everything were lost.
     *
     * @param folder the folder that is about to be opened
     */
    public void refuseMissing(Path folder) throws StoreException {
        if (!Files.exists(choice()) || !folder.toAbsolutePath().normalize().equals(path())) {
            return;
        }
        if (told(FOLDER).isEmpty()) {
            throw new StoreException(
                    Trouble.BAD_PATH,
                    "The file " + choice()
                            + " does not say where the data lies. Delete it where the data lies beside it,"
                            + " or name the folder with --store.",
                    null);
        }
        if (!StoreFolder.isIn(path())) {
            throw new StoreException(
                    Trouble.BAD_PATH,
                    "The data lies in " + path()
                            + ", and that folder is not there now. Connect its disk and start again."
                            + " Where it is gone for good, delete " + choice() + " and restore a backup.",
                    null);
        }
    }

    /**
     * Makes another folder the one that is opened from now on.
     *
     * @param left a folder whose store was copied there and is to be removed; empty where nothing is
     */
    void choose(Path folder, Optional<Path> left) throws StoreException {
        Path absolute = folder.toAbsolutePath().normalize();
        if (absolute.toString().indexOf('\n') >= 0) {
            throw new StoreException(
                    Trouble.BAD_PATH, "A data folder's path is one line. Choose another folder.", null);
        }
        StringBuilder out = new StringBuilder("Rebound data folder\n");
        line(out, FOLDER, absolute.toString());
        if (left.isPresent()) {
            line(out, LEFT, left.get().toString());
            line(out, LEFT_LOOKS, String.valueOf(StoreFolder.looks(left.get())));
        }
        try {
            if (absolute.equals(usual) && left.isEmpty()) {
                Files.deleteIfExists(choice());
                return;
            }
            Files.createDirectories(usual);
            Path fresh = choice().resolveSibling(CHOICE + ".new");
            Files.writeString(fresh, out);
            Files.move(fresh, choice(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StoreException(
                    Trouble.READ_ONLY,
                    "The folder " + usual + " cannot be written to, so the choice cannot be kept.",
                    e);
        }
    }

    private static void line(StringBuilder out, String name, String content) {
        out.append(name).append(": ").append(content).append('\n');
    }

    /**
     * Removes what a move that was interrupted after its end left in the former folder, unless somebody worked there
     * since. To be called when the chosen store is open.
     */
    public void finishMove() throws StoreException {
        Optional<Path> left = told(LEFT).map(Path::of);
        if (left.isEmpty()) {
            return;
        }
        Path folder = path();
        long looks = StoreFolder.looks(left.get());
        if (looks != 0 && told(LEFT_LOOKS).equals(Optional.of(String.valueOf(looks)))) {
            StoreFolder.leave(left.get(), Session.BESIDE);
        }
        choose(folder, Optional.empty());
    }

    private Path choice() {
        return usual.resolve(CHOICE);
    }

    private Optional<String> told(String name) {
        Map<String, String> lines = new LinkedHashMap<>();
        try {
            for (String line : Files.readAllLines(choice())) {
                int colon = line.indexOf(": ");
                if (colon > 0) {
                    lines.put(line.substring(0, colon), line.substring(colon + 2));
                }
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.ofNullable(lines.get(name));
    }
}
