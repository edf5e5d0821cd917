import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The kinds of installers, each made on its own system from the same app image. */
enum Installer {
    DEB(Platform.LINUX, "dpkg-deb", "apt-get install dpkg"),
    RPM(Platform.LINUX, "rpmbuild", "apt-get install rpm, or dnf install rpm-build"),
    MSI(Platform.WINDOWS, "wix", "winget install WiXToolset.WiXToolset, or dotnet tool install --global wix"),
    DMG(Platform.MAC, "hdiutil", "it is a part of macOS");

    private final Platform system;
    private final String tool;
    private final String howToGetIt;

    Installer(Platform system, String tool, String howToGetIt) {
        this.system = system;
        this.tool = tool;
        this.howToGetIt = howToGetIt;
    }

    String type() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    Platform system() {
        return system;
    }

    /** Says what is missing where this installer cannot be made. */
    void requireTools(Platform here) {
        if (here != system) {
            throw new Refused("A ." + type() + " is made on " + system.code() + "; this is " + here.code() + ".");
        }
        if (!Tools.onPath(tool)) {
            throw new Refused("A ." + type() + " needs the program " + tool + " (" + howToGetIt + ").");
        }
    }

    /** Makes it and returns the file. */
    Path make(Release release, Path image) throws IOException, InterruptedException {
        return switch (this) {
            case DEB -> LinuxPackage.deb(release, image);
            case RPM -> LinuxPackage.rpm(release, image);
            case MSI, DMG -> byJpackage(release, image);
        };
    }

    private Path byJpackage(Release release, Path image) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--type", type(), "--app-image", image.toString()));
        arguments.addAll(List.of("--dest", release.folder().toString()));
        arguments.addAll(Tools.argumentFile(
                Path.of("packaging/jpackage", type() + ".txt"), java.util.Map.of("version", release.packageVersion())));
        Tools.jdk("jpackage", arguments);
        return release.folder().resolve("Rebound-" + release.packageVersion() + "." + type());
    }
}
