package dev.rebound.session;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where a person's data lies when no other folder is named. */
public final class DataFolder {
    private DataFolder() {}

    /** The usual place of this system: XDG data home, Application Support, or local application data. */
    public static Path standard() {
        return of(System.getProperty("os.name", ""), System.getProperty("user.home", "."), System.getenv());
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
}
