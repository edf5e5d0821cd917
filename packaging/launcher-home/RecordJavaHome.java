import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the home of the Java that runs it, so that the launcher finds the JDK that built the program. */
final class RecordJavaHome {
    public static void main(String[] args) throws Exception {
        Path file = Path.of(args[0]);
        Files.createDirectories(file.getParent());
        Files.writeString(file, System.getProperty("java.home"));
    }
}
