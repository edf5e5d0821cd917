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

    /** The version in the names of the jars. */
    String buildVersion() {
        return System.getProperty("build.version", version);
    }
}
