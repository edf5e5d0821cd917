import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The program as a folder that runs by itself: jpackage's app image, with the command line, licences and AOT cache in it. */
final class ProgramImage {
    private static final Pattern LICENCE =
            Pattern.compile("(?:META-INF/)?(?:LICEN[CS]E|NOTICE|COPYRIGHT)[^/]*", Pattern.CASE_INSENSITIVE);

    private ProgramImage() {}

    static Path make(Release release, Path runtime) throws IOException, InterruptedException {
        Platform platform = release.platform();
        Path input = Trees.fresh(release.folder().resolve("input"));
        try (Stream<Path> jars = Files.list(Path.of("target/rebound/lib"))) {
            for (Path jar : jars.filter(Files::isRegularFile).sorted().toList()) {
                Trees.copyFile(jar, input.resolve(jar.getFileName()));
            }
        }
        Path image = release.folder().resolve(platform.imageName());
        Trees.delete(image);
        List<String> arguments = new ArrayList<>(jpackageArguments(release));
        arguments.addAll(List.of("--type", "app-image", "--input", input.toString()));
        arguments.addAll(List.of("--runtime-image", runtime.toString(), "--dest", release.folder().toString()));
        Tools.jdk("jpackage", arguments);
        onlyTheMainJarOnTheClassPath(platform.jars(image));
        command(platform, image);
        licences(platform.jars(image), platform == Platform.MAC ? image.resolve("Contents/Resources/licences") : image.resolve("licences"));
        Trees.normalise(image, release.time());
        trainCache(release, image);
        Trees.normalise(image, release.time());
        if (platform == Platform.MAC) {
            seal(release, image);
        }
        return image;
    }

    static List<String> jpackageArguments(Release release) throws IOException {
        Map<String, String> fill = Map.of("version", release.packageVersion(), "jar", mainJar(release));
        List<String> arguments = new ArrayList<>(Tools.argumentFile(Path.of("packaging/jpackage/every-system.txt"), fill));
        arguments.addAll(Tools.argumentFile(Path.of("packaging/jpackage", release.platform().code() + ".txt"), fill));
        return arguments;
    }

    private static String mainJar(Release release) {
        return "rebound-" + release.buildVersion() + ".jar";
    }

    /** Its manifest names the others in a fixed order; the cache asks for the same class path at every start. */
    private static void onlyTheMainJarOnTheClassPath(Path jars) throws IOException {
        try (var files = Files.newDirectoryStream(jars, "*.cfg")) {
            for (Path file : files) {
                List<String> lines = Files.readAllLines(file).stream()
                        .filter(l -> !l.startsWith("app.classpath=") || l.contains("/rebound-") || l.contains("\\rebound-"))
                        .toList();
                Files.write(file, lines);
            }
        }
    }

    /** On Linux the one command is window and command line; elsewhere it stands beside the window's own launcher. */
    private static void command(Platform platform, Path image) throws IOException {
        Path commands = Files.createDirectories(platform.commands(image));
        if (platform == Platform.WINDOWS) {
            Trees.copyFile(Path.of("packaging/command/rebound.cmd"), commands.resolve("rebound.cmd"));
            return;
        }
        Path command = commands.resolve("rebound");
        Path up = commands.relativize(image);
        String text = Files.readString(Path.of("packaging/command/rebound"))
                .replace("@up@", up.toString())
                .replace("@java@", image.relativize(platform.runtime(image).resolve("bin/java")).toString())
                .replace("@jars@", image.relativize(platform.jars(image)).toString());
        Files.writeString(command, text);
        command.toFile().setExecutable(true, false);
        if (platform == Platform.LINUX) {
            Files.deleteIfExists(image.resolve("lib/libapplauncher.so"));
            Files.deleteIfExists(image.resolve("lib/app/rebound.cfg"));
        }
    }

    /** The licences that the libraries carry inside, and the list of parts where the build made one. */
    private static void licences(Path jars, Path folder) throws IOException {
        try (var libraries = Files.newDirectoryStream(jars, "*.jar")) {
            for (Path library : libraries) {
                try (ZipFile zip = new ZipFile(library.toFile())) {
                    for (ZipEntry entry : zip.stream().filter(e -> LICENCE.matcher(e.getName()).matches()).toList()) {
                        Path copy = folder.resolve(library.getFileName()).resolve(Path.of(entry.getName()).getFileName());
                        Files.createDirectories(copy.getParent());
                        Files.copy(zip.getInputStream(entry), copy, StandardCopyOption.REPLACE_EXISTING);
                    }
                }
            }
        }
        for (String found : new String[] {"target/licences", "target/bom.json", "LICENSE", "NOTICE"}) {
            Path from = Path.of(found);
            if (Files.isDirectory(from)) {
                Trees.copy(from, folder);
            } else if (Files.exists(from)) {
                Trees.copyFile(from, folder.resolve(from.getFileName()));
            }
        }
    }

    /** jpackage sealed what it made; macOS calls an application damaged when more lies in it than its seal says. */
    private static void seal(Release release, Path image) throws IOException, InterruptedException {
        Tools.run(
                release.folder().resolve("seal.log"), Map.of(), List.of("codesign", "--force", "--sign", "-", image.toString()));
    }

    /** Plays a start without a screen and keeps what the virtual machine had to load and link for it. */
    private static void trainCache(Release release, Path image) throws IOException, InterruptedException {
        Platform platform = release.platform();
        Path jars = platform.jars(image);
        Path java = platform.runtime(image).resolve(platform == Platform.WINDOWS ? "bin/java.exe" : "bin/java");
        Path cache = jars.resolve("rebound.aot");
        List<String> command = new ArrayList<>(List.of(java.toString(), "-XX:AOTCacheOutput=" + cache));
        command.addAll(Tools.argumentFile(Path.of("packaging/jpackage/training.txt"), Map.of()));
        command.addAll(List.of("-cp", jars.resolve(mainJar(release)).toString(), "dev.rebound.Rebound", "rehearse"));
        Tools.run(release.folder().resolve("training.log"), Map.of(), command);
        if (!Files.exists(cache)) {
            throw new Refused("The training run left no AOT cache; see " + release.folder().resolve("training.log"));
        }
    }
}
