package dev.rebound.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A program killed while it exports leaves the file of before or the new one, never a part of one, never none. The suite
 * kills twice; {@code -Drebound.exportKills=50} as often as the promise says.
 */
class KilledExportTest {
    private static final int KILLS = Integer.getInteger("rebound.exportKills", 2);
    private static final int WITHIN_MILLIS = 400;

    @TempDir
    Path folder;

    @Test
    void theFileIsTheOldOneOrTheNewAndWhatWasLeftIsSweptLater() throws Exception {
        Path file = folder.resolve("soft.csv");
        Random random = new Random(6);
        KilledExport.write(file, 0);
        int done = 0;
        int left = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            int said = killed(file, done + 1, random.nextInt(WITHIN_MILLIS));
            List<String> rows = Files.readAllLines(file);
            assertThat(rows).hasSize(KilledExport.ROWS + 1);
            int there = Integer.parseInt(rows.getLast().split(",", -1)[0]);
            assertThat(there).isBetween(Math.max(said, done), Math.max(said, done) + 1);
            assertThat(rows.stream().skip(1)).allMatch(row -> row.startsWith(there + ","));
            done = there;
            for (Path part : parts()) {
                left++;
                Files.setLastModifiedTime(part, FileTime.from(Instant.parse("2026-03-13T09:00:00Z")));
            }
        }
        KilledExport.write(file, done + 1);
        assertThat(parts()).isEmpty();
        System.out.printf("%d kills amid %d exports, %d unfinished files swept%n", KILLS, done, left);
    }

    private List<Path> parts() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().endsWith(".part")).toList();
        }
    }

    /** The number of the last export that was said to be done; 0 where none was. */
    private static int killed(Path file, int first, int afterMillis) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledExport.class.getName(),
                        file.toString(),
                        String.valueOf(first))
                .redirectErrorStream(true)
                .start();
        int said = 0;
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).isEqualTo("ready");
            // The moment of the kill is the test's subject, not something waited for.
            process.waitFor(afterMillis, TimeUnit.MILLISECONDS);
            ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroyForcibly);
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                said = line.startsWith("done ") ? Integer.parseInt(line.substring("done ".length())) : said;
            }
        } catch (IOException e) {
            // The pipe of a killed program may end in the middle.
            said = Math.max(said, 0);
        }
        process.waitFor();
        return said;
    }
}
