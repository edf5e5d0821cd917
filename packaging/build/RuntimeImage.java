import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The trimmed Java: only the modules that Rebound needs, with JavaFX among them. JavaFX jars carry their native libraries
 * inside and would unpack them into the home folder at the first start; as modules of the image the libraries lie where
 * Java looks first.
 */
final class RuntimeImage {
    private RuntimeImage() {}

    static Path make(Release release) throws IOException {
        Path work = Trees.fresh(release.folder().resolve("jmods"));
        try (var jars = Files.newDirectoryStream(Path.of("target/rebound/lib/javafx"), "javafx-*-*-*.jar")) {
            for (Path jar : jars) {
                jmod(jar, work);
            }
        }
        Path runtime = release.folder().resolve("runtime");
        Trees.delete(runtime);
        List<String> arguments = new ArrayList<>(Tools.argumentFile(Path.of("packaging/jpackage/runtime.txt"), Map.of()));
        arguments.addAll(List.of("--module-path", work.resolve("made").toString(), "--output", runtime.toString()));
        Tools.jdk("jlink", arguments);
        return runtime;
    }

    /** {@code javafx-graphics-26.0.2-linux.jar} becomes the module {@code javafx.graphics} with its libraries beside its classes. */
    private static void jmod(Path jar, Path work) throws IOException {
        String[] words = jar.getFileName().toString().split("-");
        String module = words[0] + "." + words[1];
        Path classes = Files.createDirectories(work.resolve(module).resolve("classes"));
        Path libraries = Files.createDirectories(work.resolve(module).resolve("libs"));
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(jar))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    unpack(zip, entry.getName(), classes, libraries);
                }
            }
        }
        Path made = Files.createDirectories(work.resolve("made"));
        Tools.jdk(
                "jmod",
                List.of(
                        "create",
                        "--class-path",
                        classes.toString(),
                        "--libs",
                        libraries.toString(),
                        made.resolve(module + ".jmod").toString()));
    }

    private static void unpack(InputStream in, String name, Path classes, Path libraries) throws IOException {
        boolean library = name.matches("[^/]+\\.(so|dll|dylib)");
        Path root = library ? libraries : classes;
        Path target = root.resolve(name).normalize();
        if (!target.startsWith(root)) {
            throw new Refused("A JavaFX jar names a file outside of it: " + name);
        }
        Files.createDirectories(target.getParent());
        Files.copy(in, target);
    }
}
