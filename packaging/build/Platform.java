import java.nio.file.Path;
import java.util.Locale;

/** The system that is packaged for; always the one the packaging runs on, because a runtime image fits one system. */
enum Platform {
    LINUX("rebound", "lib/app", "lib/runtime", "bin"),
    WINDOWS("Rebound", "app", "runtime", "bin"),
    MAC("Rebound.app", "Contents/app", "Contents/runtime/Contents/Home", "Contents/Resources/bin");

    private final String imageName;
    private final String jars;
    private final String runtime;
    private final String commands;

    Platform(String imageName, String jars, String runtime, String commands) {
        this.imageName = imageName;
        this.jars = jars;
        this.runtime = runtime;
        this.commands = commands;
    }

    static Platform current() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.contains("win") ? WINDOWS : name.contains("mac") ? MAC : LINUX;
    }

    /** The folder that jpackage makes. */
    String imageName() {
        return imageName;
    }

    /** The folder of the jars in an image. */
    Path jars(Path image) {
        return image.resolve(jars);
    }

    /** The home of Java in an image. */
    Path runtime(Path image) {
        return image.resolve(runtime);
    }

    /** The folder of the command line in an image. */
    Path commands(Path image) {
        return image.resolve(commands);
    }

    /** The name of the argument file and of the folder with this system's own files. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
