package dev.rebound.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rebound.Rebound;
import dev.rebound.cli.Typed.Ended;
import dev.rebound.words.Words;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What an import says while it runs, what it leaves when it is stopped, and where unreadable records go. */
class ImportCommandTest {
    @TempDir
    Path folder;

    private Typed typed;
    private Path good;
    private Path broken;

    @BeforeEach
    void writeFiles() throws IOException {
        typed = new Typed(folder.resolve("store"), "en");
        good = Files.writeString(folder.resolve("good.json"), Typed.EVENTS);
        broken = Files.writeString(
                folder.resolve("broken.json"),
                Typed.EVENTS.replace("example", "other.example") + "not json\n{\"email\" \"x\"}\n");
    }

    @Test
    void onlyTheRejectionsOfThisImportAreWritten() throws IOException {
        typed.run("import", broken.toString());
        Path all = folder.resolve("rejections.ndjson");
        assertThat(typed.run("import", good.toString(), "--rejections", all.toString())
                        .code())
                .isZero();
        assertThat(all).isEmptyFile();
    }

    @Test
    void aDryRunWritesTheRejectionsToo() throws IOException {
        Path all = folder.resolve("rejections.ndjson");
        typed.run("import", broken.toString(), "--dry-run", "--rejections", all.toString());
        List<String> lines = Files.readAllLines(all);
        assertThat(lines).hasSize(2);
        JsonNode first = new ObjectMapper().readTree(lines.getFirst());
        assertThat(first.path("line").asInt()).isEqualTo(5);
        assertThat(first.path("text").asText()).isEqualTo("not json");
        assertThat(first.path("file").asText()).isEqualTo(broken.toString());
        assertThat(first.path("reason").asText()).isNotBlank();
        assertThat(typed.run("imports").out()).contains("Nothing imported");
    }

    @Test
    void theLineOfAFileAndItsJsonCountTheSameRecords() {
        Ended ended = typed.run("import", broken.toString(), "--json");
        assertThat(ended.json().path("files").get(0).path("read").asInt()).isEqualTo(6);
        assertThat(ended.err()).contains("6 records read, 4 events imported, 0 already known, 2 unreadable");
    }

    @Test
    void aLongFileTellsHowFarItIsEveryTenSeconds() {
        AtomicLong nanos = new AtomicLong();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream to = new PrintStream(err, true, StandardCharsets.UTF_8);
        ImportTelling telling = new ImportTelling(
                new Terminal(InputStream.nullInputStream(), to, to),
                new Words(Locale.UK, CommandLineProgram.class),
                "UTC",
                List.of(),
                null,
                () -> false,
                nanos::get);
        for (int second = 0; second <= 25; second++) {
            nanos.set(TimeUnit.SECONDS.toNanos(second));
            telling.progress(Path.of("large.json"), second * 4L, 100);
        }
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("large.json: 40 % of 100 bytes read", "large.json: 80 % of 100 bytes read");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aSignalGivesTheRunningFileUpKeepsTheOthersAndEndsWithFour() throws Exception {
        Path large = folder.resolve("large.json");
        try (BufferedWriter out = Files.newBufferedWriter(large)) {
            for (int i = 0; i < 600_000; i++) {
                out.write("{\"email\":\"p" + i + "@example.net\",\"timestamp\":1773388800,\"event\":\"processed\","
                        + "\"sg_event_id\":\"x" + i + "\",\"sg_message_id\":\"y" + i + "\"}\n");
            }
        }
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Rebound.class.getName(),
                        "--store",
                        typed.store().toString(),
                        "--lang",
                        "en",
                        "--json",
                        "import",
                        good.toString(),
                        large.toString(),
                        broken.toString())
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        try (BufferedReader err = process.errorReader(StandardCharsets.UTF_8)) {
            String line = err.readLine();
            while (line != null && !line.startsWith("good.json")) {
                line = err.readLine();
            }
            // The handle's way: the other one closes the streams too.
            process.toHandle().destroy();
            String rest = String.join("\n", err.readAllLines());
            assertThat(process.waitFor()).as(rest).isEqualTo(4);
            assertThat(rest).contains("Giving up");
        } finally {
            process.destroyForcibly();
        }
        JsonNode report = new ObjectMapper().readTree(folder.resolve("out").toFile());
        assertThat(report.path("files").findValuesAsText("status"))
                .containsExactly("imported", "cancelled", "cancelled");
        assertThat(report.path("added").asInt()).isEqualTo(4);
        assertThat(typed.run("check").code()).isZero();
        assertThat(typed.run("find", "--json").json().path("total").asInt()).isEqualTo(2);
    }
}
