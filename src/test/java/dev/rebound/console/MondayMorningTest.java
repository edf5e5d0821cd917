package dev.rebound.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.console.activity.LogRow;
import dev.rebound.domain.MessageState;
import dev.rebound.filter.Filter;
import dev.rebound.insight.GapBy;
import dev.rebound.insight.GapGroup;
import dev.rebound.sample.Planted;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three exports, one broken, one with two hours missing (script T5). */
class MondayMorningTest {
    private static final Path SAMPLE = Path.of("assets/sample-feeds");
    private static final List<String> MISSING = List.of("Delivery/date=2026-03-13-07", "Delivery/date=2026-03-13-08");

    @TempDir
    Path folder;

    private WindowDriver window;
    private Path lost = Path.of("");

    @BeforeEach
    void prepareTheFiles() throws Exception {
        window = new WindowDriver(new OpenedConsole(folder.resolve("store")));
        lost = Files.createDirectory(folder.resolve("lost"));
        List<String> activity = Files.readAllLines(SAMPLE.resolve("sendgrid-activity.csv"));
        Path known = Files.write(folder.resolve("activity-begin.csv"), activity.subList(0, 501));
        window.console.filesToRead.add(known);
        window.press(KeyCode.CONTROL, KeyCode.O);
        window.console.filesToRead.clear();
        List<String> broken = new java.util.ArrayList<>(activity);
        // The time column stands first; without the letter at its end it says no zone.
        broken.replaceAll(line -> line.replaceFirst("^(\\d{4}-\\d\\d-\\d\\d)T([\\d:.]+)Z,", "$1 $2,"));
        for (int i = 0; i < 4; i++) {
            broken.add(600 + 100 * i, "not a time,sg-broken-" + i + ",delivered");
        }
        byte[] ses = Files.readAllBytes(SAMPLE.resolve("ses-events.ndjson.gz"));
        window.console.filesToRead.addAll(List.of(
                currents(),
                Files.write(folder.resolve("activity.csv"), broken),
                Files.write(folder.resolve("ses.ndjson.gz"), Arrays.copyOf(ses, ses.length * 3 / 5)),
                SAMPLE.resolve("rebound-settings.json")));
    }

    /** Imports the files, taking them as UTC: two clicks, of which the first is the way in. */
    private void importTheFiles() {
        window.press(KeyCode.CONTROL, KeyCode.O);
        assertThat(window.text("#zone-moment-0")).contains("12 March 2026 08:00:01 +01:00");
        assertThat(window.words()).as("the zone that is offered").contains("UTC");
        window.press(KeyCode.ENTER);
    }

    @AfterEach
    void close() throws Exception {
        assertThat(window.console.troubles).isEmpty();
        window.close();
    }

    private Path currents() throws IOException {
        Path zip = folder.resolve("currents.zip");
        try (Stream<Path> files = Files.walk(SAMPLE.resolve("braze-currents"));
                OutputStream out = Files.newOutputStream(zip);
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = SAMPLE.relativize(file).toString().replace('\\', '/');
                if (MISSING.stream().anyMatch(name::contains)) {
                    Path copy = lost.resolve(name);
                    Files.createDirectories(copy.getParent());
                    Files.copy(file, copy);
                } else {
                    to.putNextEntry(new ZipEntry(name));
                    Files.copy(file, to);
                }
            }
        }
        return zip;
    }

    private Map<MessageState, Long> spring() {
        return springGroup().states();
    }

    private GapGroup springGroup() {
        return window.console.session.picture().gap(Filter.all(), GapBy.CAMPAIGN).stream()
                .filter(g -> g.key().equals(Planted.SPRING))
                .findFirst()
                .orElseThrow();
    }

    private List<String> messagesOfFiles() {
        TableView<?> now = window.table("#imports-now");
        return Stream.iterate(0, i -> i < now.getItems().size(), i -> i + 1)
                .map(i -> now.getColumns().stream()
                        .map(c -> String.valueOf(c.getCellData(i)))
                        .reduce("", (a, b) -> a + " | " + b))
                .toList();
    }

    @Test
    void theWholeMorningTakesFourteenClicks() throws Exception {
        Map<String, Long> before = counts();
        window.startCounting();
        importTheFiles();
        List<String> files = messagesOfFiles();
        assertThat(files).anyMatch(f -> f.contains("ses.ndjson.gz") && f.contains("nothing of it was stored"));
        assertThat(files).anyMatch(f -> f.contains("activity.csv") && f.contains("500") && f.contains("| 4"));
        Map<String, Long> imported = counts();

        window.press(KeyCode.CONTROL, KeyCode.DIGIT8);
        window.click("#tab-coverage");
        window.click("#copy-requests");
        String request =
                WindowDriver.onScreen(() -> Clipboard.getSystemClipboard().getString());
        assertThat(request)
                .contains("users.messages.email.Delivery")
                .contains("13 March 2026")
                .contains("07:00–09:00 UTC");

        long uncovered = spring().getOrDefault(MessageState.UNCOVERED, 0L);
        assertThat(uncovered).isGreaterThan(100);
        assertThat(springGroup().addsUp()).isTrue();
        window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        assertThat(window.text("#gap-askfor")).isEqualTo("Which file is missing?");
        window.click("#gap-uncovered");
        assertThat(window.<LogRow>table("#messages").getItems()).hasSize((int) uncovered);

        window.press(KeyCode.CONTROL, KeyCode.DIGIT8);
        window.click("#tab-privacy");
        window.type("#erase-address", Planted.CLAIRE);
        window.click("#erase-preview");
        assertThat(window.text("#erase-count"))
                .startsWith("14 messages.")
                .contains("events")
                .contains("raw records");
        window.click("#sheet-ok");
        assertThat(window.table("#erasures").getItems()).hasSize(1);
        assertThat(window.console.session.picture().messagesOf(Planted.CLAIRE)).isEmpty();
        assertThat(counts()).isEqualTo(imported);

        window.click("#tab-imports");
        takeBack("activity.csv");
        assertThat(messagesOfFiles()).anyMatch(f -> f.contains("activity.csv") && f.contains("taken back"));
        assertThat(window.clicks()).as("clicks of the whole morning").isLessThanOrEqualTo(14);
        takeBack("currents.zip");
        assertThat(counts()).isEqualTo(before);
    }

    @Test
    void theMissingHoursComeBackWithTheirFile() {
        importTheFiles();
        // What nobody answers may have its answer in the missing hours: until they are here it is not covered.
        assertThat(spring().getOrDefault(MessageState.UNEXPLAINED, 0L)).isZero();
        window.console.filesToRead.clear();
        window.console.filesToRead.add(lost);
        window.press(KeyCode.CONTROL, KeyCode.O);
        assertThat(springGroup().addsUp()).isTrue();
        assertThat(spring().getOrDefault(MessageState.UNCOVERED, 0L)).isEqualTo(Planted.SPRING_UNCOVERED);
        assertThat(spring().getOrDefault(MessageState.UNEXPLAINED, 0L)).isEqualTo(Planted.SPRING_UNEXPLAINED);
    }

    /** Takes an import of the list back: a click on its line, one on the button. */
    private void takeBack(String file) {
        TableView<?> stored = window.table("#imports-before");
        int line = Stream.iterate(0, i -> i < stored.getItems().size(), i -> i + 1)
                .filter(i -> stored.getColumns().stream()
                        .anyMatch(c -> String.valueOf(c.getCellData(i)).equals(file)))
                .findFirst()
                .orElseThrow();
        window.select("#imports-before", line);
        window.click("#undo-import");
    }

    private Map<String, Long> counts() {
        Map<String, Long> out = new java.util.TreeMap<>();
        window.console
                .session
                .picture()
                .gap(Filter.all(), GapBy.CAMPAIGN)
                .forEach(g -> out.put(g.key(), g.sends() * 100_000 + g.deliveries()));
        return out;
    }
}
