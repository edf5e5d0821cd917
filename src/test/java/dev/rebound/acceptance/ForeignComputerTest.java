package dev.rebound.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.Rebound;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * N58 and N59: a store that was filled on a computer whose language knows two kinds of i, a day ahead of everybody, says the
 * same here, to the letter and the second.
 */
class ForeignComputerTest {
    private static final String EVENTS = """
            {"email":"INFO@INDIGO.example.com","timestamp":1773388800,"event":"processed","sg_event_id":"e1","sg_message_id":"m1"}
            {"email":"info@indigo.EXAMPLE.com","timestamp":1773388860.250,"event":"bounce","type":"bounce","status":"5.1.1","reason":"550 5.1.1 UNKNOWN MAILBOX INFO@INDIGO.EXAMPLE.COM","sg_event_id":"e2","sg_message_id":"m1"}
            {"email":"zoe@example.com","timestamp":"2026-03-29T02:30:00","event":"delivered","sg_event_id":"e3","sg_message_id":"m2"}
            """;

    @TempDir
    Path folder;

    private List<String> arguments(Path store, String... command) {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(
                                "--store", store.toString(), "--now", "2026-03-30T00:00:00Z", "--zone", "Europe/Paris"),
                        java.util.stream.Stream.of(command))
                .toList();
    }

    private String here(Path store, String... command) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        int code = Rebound.run(
                arguments(store, command).toArray(String[]::new), InputStream.nullInputStream(), out, System.err);
        assertThat(code).isZero();
        return said.toString(StandardCharsets.UTF_8);
    }

    private String there(Path store, String... command) throws Exception {
        List<String> all = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx200m",
                "-XX:TieredStopAtLevel=1",
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-Duser.timezone=Pacific/Apia",
                "-cp",
                System.getProperty("java.class.path"),
                Rebound.class.getName()));
        all.addAll(arguments(store, command));
        Process process = new ProcessBuilder(all)
                .redirectError(folder.resolve("err.txt").toFile())
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(said + Files.readString(folder.resolve("err.txt")))
                .isZero();
        return said;
    }

    @Test
    void languageAndZoneOfTheComputerChangeNothing() throws Exception {
        String file = Files.writeString(folder.resolve("events.json"), EVENTS).toString();
        Path filledHere = folder.resolve("here");
        Path filledThere = folder.resolve("there");
        here(filledHere, "import", file);
        there(filledThere, "import", file);
        String[] question = {"find", "--events", "--json"};
        String told = here(filledHere, question);
        assertThat(told)
                .contains("info@indigo.example.com")
                .contains("2026-03-29T03:30:00+02:00")
                .doesNotContain("ı");
        assertThat(here(filledThere, question)).as("filled there, read here").isEqualTo(told);
        assertThat(there(filledHere, question)).as("filled here, read there").isEqualTo(told);
    }
}
