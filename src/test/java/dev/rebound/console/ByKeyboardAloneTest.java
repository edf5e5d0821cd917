package dev.rebound.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.console.activity.LogRow;
import dev.rebound.insight.GapGroup;
import dev.rebound.insight.Incident;
import dev.rebound.sample.Planted;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipFile;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts T1, T3, T4 and T5 without a mouse: every press is a key that the window itself receives. T2 has its own. */
class ByKeyboardAloneTest {
    private static final Path SAMPLE = Path.of("assets/sample-feeds");

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private WindowDriver window;

    private void open(String language, boolean sample) throws Exception {
        Path store = folder.resolve("store");
        OpenedConsole console = sample ? OpenedConsole.onSample(store) : new OpenedConsole(store);
        window = new WindowDriver(console, language.equals("fr") ? Locale.FRANCE : Locale.UK);
        window.startCounting();
    }

    @AfterEach
    void close() throws Exception {
        assertThat(window.console.troubles).isEmpty();
        window.close();
    }

    private String count(String id) {
        return ((Label) window.node(id, Button.class).getGraphic().lookup(".gap-count")).getText();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void theGapFromTheCampaignToTheCustomersPack(String language) throws Exception {
        open(language, true);
        boolean french = language.equals("fr");
        window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        assertThat(window.<GapGroup>table("#campaigns").getItems().getFirst().gap())
                .isEqualTo(Planted.SPRING_GAP);
        window.press(KeyCode.ENTER);
        assertThat(window.text("#adds-up")).contains(french ? "1\u202f816 + 184 = 2\u202f000" : "1,816 + 184 = 2,000");
        assertThat(count("#gap-soft_bounced")).isEqualTo("120");
        assertThat(count("#gap-unexplained")).isEqualTo("1");
        assertThat(window.clicks()).isLessThanOrEqualTo(2);

        window.strike("#tab-retries");
        assertThat(count("#try-open")).isEqualTo("7");
        window.strike("#tab-gap");
        window.tabTo("#gap-soft_bounced");
        window.press(KeyCode.ENTER);
        assertThat(window.<LogRow>table("#messages").getItems()).hasSize(Planted.SPRING_SOFT);
        assertThat(window.facet(french ? "Motif" : "Reason"))
                .containsEntry(french ? "Boîte pleine" : "Mailbox full", "84");

        window.press(KeyCode.ALT, KeyCode.LEFT);
        window.strike("#gap-compare");
        for (String[] figure : new String[][] {{"sends", "2000"}, {"deliveries", "1816"}, {"bounces", "2"}}) {
            window.tabTo("#figure-" + figure[0]);
            window.write(figure[1]);
            assertThat(window.text("#difference-" + figure[0])).isEqualTo("0");
        }
        Path pack = folder.resolve("pack.zip");
        window.console.fileToWrite = Optional.of(pack);
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        if (!french) {
            window.strike("#evidence-fr");
        }
        window.press(KeyCode.ENTER);
        assertThat(window.clicks()).isLessThanOrEqualTo(10);
        try (ZipFile zip = new ZipFile(pack.toFile())) {
            assertThat(new String(
                            zip.getInputStream(zip.getEntry("summary.md")).readAllBytes(), StandardCharsets.UTF_8))
                    .contains("1\u202f816 + 184 = 2\u202f000", "mars 2026", "6,00\u00a0%")
                    .doesNotContain("example.com");
        }
    }

    @Test
    void whatWasSentAfterTheInvalidation() throws Exception {
        open("en", true);
        window.press(KeyCode.CONTROL, KeyCode.DIGIT4);
        assertThat(window.table("#invalid").getItems()).hasSize(Planted.INVALID);
        window.strike("#tab-sent_after");
        assertThat(window.table("#invalid").getItems()).hasSize(6);
        assertThat(window.clicks()).isLessThanOrEqualTo(2);
        window.tabTo("#invalid");
        window.press(KeyCode.HOME);
        window.press(KeyCode.ENTER);
        assertThat(window.words()).anyMatch(w -> w.contains("19:30:00"));
        window.press(KeyCode.ALT, KeyCode.LEFT);
        window.strike("#tab-questionable");
        window.tabTo("#invalid");
        window.press(KeyCode.HOME);
        window.press(KeyCode.SHIFT, KeyCode.DOWN);
        window.strike("#mark-valid");
        window.press(KeyCode.ENTER);
        assertThat(window.table("#invalid").getItems()).hasSize(4);
        window.press(KeyCode.CONTROL, KeyCode.Z);
        assertThat(window.table("#invalid").getItems()).hasSize(6);
        window.strike("#tab-all");
        window.tabTo("#invalid-filter");
        window.write("address.sub:unsubscribed address.valid:no");
        assertThat(window.table("#invalid").getItems()).hasSize(1);
        for (int i = 0; i < 45; i++) {
            window.press(KeyCode.BACK_SPACE);
        }
        window.tabTo("#invalid");
        window.press(KeyCode.CONTROL, KeyCode.A);
        Path bodies = Files.createDirectory(folder.resolve("bodies"));
        window.console.filesToRead.add(bodies);
        window.strike("#invalid-export");
        window.press(KeyCode.DOWN);
        window.press(KeyCode.DOWN);
        window.press(KeyCode.ENTER);
        assertThat(window.text("#bodies-certain")).startsWith("A fact contradicts the bounce of each");
        window.press(KeyCode.ENTER);
        assertThat(bodies.resolve("bounce-remove-001.json")).exists();
        assertThat(window.clicks()).isLessThanOrEqualTo(15);
    }

    @Test
    void oneIncidentFromItsRowsToItsResendList() throws Exception {
        open("en", true);
        window.press(KeyCode.CONTROL, KeyCode.DIGIT5);
        assertThat(window.<Incident>table("#incidents").getItems().getFirst().messages())
                .hasSize(37);
        window.press(KeyCode.ENTER);
        assertThat(window.<LogRow>table("#messages").getItems()).hasSize(37);
        window.press(KeyCode.ALT, KeyCode.LEFT);
        window.strike("#incident-questionable");
        assertThat(window.<LogRow>table("#messages").getItems()).hasSize(5);
        window.press(KeyCode.ALT, KeyCode.LEFT);
        Path pack = folder.resolve("incident.zip");
        window.console.fileToWrite = Optional.of(pack);
        window.strike("#incident-evidence");
        window.press(KeyCode.ENTER);
        assertThat(pack).exists();
        window.strike("#incident-resend");
        assertThat(window.text("#resend-sum")).startsWith("Adds up: 37 −");
        assertThat(window.clicks()).isLessThanOrEqualTo(12);
    }

    @Test
    void mondayMorning() throws Exception {
        open("en", false);
        window.console.filesToRead.addAll(List.of(
                SAMPLE.resolve("braze-currents"),
                SAMPLE.resolve("sendgrid-activity.csv"),
                SAMPLE.resolve("ses-events.ndjson.gz"),
                SAMPLE.resolve("rebound-settings.json")));
        window.press(KeyCode.CONTROL, KeyCode.O);
        window.press(KeyCode.CONTROL, KeyCode.DIGIT8);
        window.strike("#tab-coverage");
        window.strike("#copy-requests");
        assertThat(WindowDriver.onScreen(() -> Clipboard.getSystemClipboard().getString()))
                .contains("UTC");
        window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        window.tabTo("#gap-uncovered");
        window.press(KeyCode.ENTER);
        assertThat(window.<LogRow>table("#messages").getItems()).hasSize(Planted.SPRING_UNCOVERED);
        window.press(KeyCode.CONTROL, KeyCode.DIGIT8);
        window.strike("#tab-privacy");
        window.tabTo("#erase-address");
        window.write(Planted.CLAIRE);
        window.strike("#erase-preview");
        window.strike("#sheet-ok");
        assertThat(window.console.session.picture().messagesOf(Planted.CLAIRE)).isEmpty();
        window.strike("#tab-imports");
        int before = window.console.session.imports().size();
        window.tabTo("#imports-before");
        window.press(KeyCode.HOME);
        window.strike("#undo-import");
        assertThat(window.console.session.imports()).hasSize(before - 1);
        assertThat(window.clicks()).isLessThanOrEqualTo(14);
    }
}
