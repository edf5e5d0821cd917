package dev.rebound.acceptance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing leaves the computer: the program knows no socket, and works where there is none. */
class NoNetworkTest {
    @TempDir
    Path folder;

    @Test
    void noClassOfTheProgramKnowsTheNetwork() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.net\\.(Socket|ServerSocket|DatagramSocket|MulticastSocket|URLConnection"
                        + "|HttpURLConnection|InetAddress|InetSocketAddress|NetworkInterface)"
                        + "|java\\.net\\.http\\..*|javax\\.net\\..*|java\\.rmi\\..*|javax\\.naming\\..*|javax\\.mail\\..*"
                        + "|java\\.nio\\.channels\\.(Asynchronous)?(Server)?(Socket|Datagram)Channel"
                        + "|javafx\\.scene\\.web\\..*|org\\.h2\\.(server|tools)\\..*")
                .because("addresses of a company's customers stay on this computer")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.rebound"));
        noClasses()
                .should()
                .callMethod("java.net.URL", "openStream")
                .orShould()
                .callMethod("java.net.URL", "openConnection")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.rebound"));
    }

    @Test
    void everythingWorksWithoutSocketsAndTemporaryFilesAndNobodyAsksForOne() throws Exception {
        List<String> command = new ArrayList<>();
        if (canHaveNoNetwork()) {
            // The system itself has no network there: neither has a library that goes around Java's sockets.
            command.addAll(List.of("unshare", "-n", "--"));
        }
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx500m",
                "-Djava.nio.channels.spi.SelectorProvider=" + OfflineRun.Denying.class.getName(),
                // Whoever wants a temporary file there fails, and the engine would want one from the sixth row on.
                "-Djava.io.tmpdir=" + Files.createFile(folder.resolve("no-folder")),
                "-Dh2.maxMemoryRows=5",
                "-cp",
                productClassPath(),
                OfflineRun.class.getName(),
                folder.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said)
                .contains("import=0", "gap=0", "person=0", "erase=0", "retain=0", "compact=0")
                .contains("evidence=0")
                .contains("backup=0")
                .contains("check=0");
        assertThat(folder.resolve("pack.zip")).isNotEmptyFile();
    }

    /** The tests write Avro files by a library that the product does without: it unpacks a native one. */
    private static String productClassPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(p -> !p.contains("snappy-java"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean canHaveNoNetwork() throws InterruptedException {
        try {
            return new ProcessBuilder("unshare", "-n", "true")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (java.io.IOException e) {
            return false;
        }
    }
}
