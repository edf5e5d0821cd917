import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes what people install, from the build in {@code target/rebound}: {@code java packaging/build/Package.java TYPE VERSION
 * TIME}, where TYPE is {@code app-image}, {@code deb}, {@code rpm}, {@code msi}, {@code dmg} or {@code all} that this
 * system can make, and TIME is the one modification time of all packaged files, so that a build can be repeated.
 */
final class Package {
    private Package() {}

    public static void main(String[] args) throws Exception {
        try {
            Release release = new Release(args[1], java.time.Instant.parse(args[2]), Platform.current(), Path.of("target/package"));
            if (!Files.exists(Path.of("target/rebound/lib/rebound-" + release.buildVersion() + ".jar"))) {
                throw new Refused("There is no build to package. Run it first: mvn -q -DskipTests package");
            }
            make(args[0], release);
        } catch (Refused e) {
            System.err.println("package: " + e.getMessage());
            System.exit(1);
        }
    }

    private static void make(String type, Release release) throws IOException, InterruptedException {
        List<Installer> wanted = new ArrayList<>();
        for (Installer installer : Installer.values()) {
            if (installer.type().equals(type)) {
                installer.requireTools(release.platform());
                wanted.add(installer);
            } else if (type.equals("all") && installer.system() == release.platform()) {
                try {
                    installer.requireTools(release.platform());
                    wanted.add(installer);
                } catch (Refused e) {
                    System.err.println("package: left out: " + e.getMessage());
                }
            }
        }
        if (wanted.isEmpty() && !type.equals("app-image") && !type.equals("all")) {
            throw new Refused("There is no package type \"" + type + "\". Types: app-image, deb, rpm, msi, dmg, all.");
        }
        Files.createDirectories(release.folder());
        Path runtime = RuntimeImage.make(release);
        Path image = ProgramImage.make(release, runtime);
        tell(image);
        StringBuilder sums = new StringBuilder();
        for (Installer installer : wanted) {
            Path made = installer.make(release, image);
            tell(made);
            sums.append(Trees.checksum(made, "SHA-256")).append("  ").append(made.getFileName()).append('\n');
        }
        Files.writeString(release.folder().resolve("SHA256SUMS"), sums);
    }

    private static void tell(Path made) throws IOException {
        System.out.printf("%s  %.1f MB%n", made, Trees.bytes(made) / 1e6);
    }
}
