import java.nio.file.Path;
import java.time.Instant;

/**
 * What is packaged.
 *
 * @param version as people see it; {@code -Dpackage.version} can say another than the build's, e.g. to try an upgrade
 * @param time the modification time of every packaged file: one whole even second, as the coarsest archive keeps it
 * @param folder where everything is made
 */
record Release(String version, Instant time, Platform platform, Path folder) {
    Release {
        if (time.getEpochSecond() % 2 != 0 || time.getNano() != 0) {
            throw new Refused("project.build.outputTimestamp must be a whole even second, not " + time);
        }
    }

    /** The version that the system's packages carry: macOS takes none that begins with 0, so 0.1.0 is 1.1.0 there until 1.0. */
    String packageVersion() {
        return platform == Platform.MAC && version.startsWith("0.") ? "1" + version.substring(1) : version;
    }

    /** The version in the names of the jars. */
    String buildVersion() {
        return System.getProperty("build.version", version);
    }
}
