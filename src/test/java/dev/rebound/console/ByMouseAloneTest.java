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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts T1, T3, T4 and T5 by mouse alone: every click lands where the pointer is, keys only write values. */
class ByMouseAloneTest {
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

    private void goBack() {
        window.pointAt("#back");
    }

    private void write(String field, String text) {
        window.type(field, text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "fr"})
    void theGapFromTheCampaignToTheCustomersPack(String language) throws Exception {
        open(language, true);
        boolean french = language.equals("fr");
        window.pointAt("#rail-campaigns");
        assertThat(window.<GapGroup>table("#campaigns").getItems().getFirst().gap())
                .isEqualTo(Planted.SPRING_GAP);
        assertThat(window.text("#adds-up")).contains(french ? "1\u202f816 + 184 = 2\u202f000" : "1,816 + 184 = 2,000");
        assertThat(count("#gap-soft_bounced")).isEqualTo("120");
        assertThat(window.clicks()).isLessThanOrEqualTo(2);

        window.pointAt("#tab-retries");
        assertThat(count("#try-open")).isEqualTo("7");
        window.pointAt("#tab-gap");
        window.pointAt("#gap-soft_bounced");
        assertThat(window.<LogRow>table("#messages").getItems()).hasSize(Planted.SPRING_SOFT);
        goBack();
        window.pointAt("#gap-compare");
        for (String[] figure : new String[][] {{"sends", "2000"}, {"deliveries", "1816"}, {"bounces", "2"}}) {
            write("#figure-" + figure[0], figure[1]);
            assertThat(window.text("#difference-" + figure[0])).isEqualTo("0");
        }
        Path pack = folder.resolve("pack.zip");
        window.console.fileToWrite = Optional.of(pack);
        window.pointAt("#compare-evidence");
        if (!french) {
            window.pointAt("#evidence-fr");
        }
        window.pointAt("#evidence-save");
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
        window.pointAt("#rail-invalid");
        assertThat(window.table("#invalid").getItems()).hasSize(Planted.INVALID);
        window.pointAt("#tab-sent_after");
        assertThat(window.table("#invalid").getItems()).hasSize(6);
        assertThat(window.clicks()).isLessThanOrEqualTo(2);
        window.pointRow("#invalid", 0);
        assertThat(window.words()).anyMatch(w -> w.contains("12 March 2026 08:02"));
        window.pointAt("#tab-questionable");
        window.select("#invalid", 0, 1);
        window.pointAt("#mark-valid");
        window.pointAt("#sheet-ok");
        assertThat(window.table("#invalid").getItems()).hasSize(4);
        window.pointToast();
        assertThat(window.table("#invalid").getItems()).hasSize(6);
        window.pointAt("#tab-all");
        write("#invalid-filter", "address.sub:unsubscribed address.valid:no");
        assertThat(window.table("#invalid").getItems()).hasSize(1);
        write("#invalid-filter", " ");
        window.pointRow("#invalid", 0);
        window.pressAll("#invalid");
        Path bodies = Files.createDirectory(folder.resolve("bodies"));
        window.console.filesToRead.add(bodies);
        window.pointAt("#invalid-export");
        window.pointItem("Chosen addresses");
        assertThat(window.text("#bodies-certain")).startsWith("A fact contradicts the bounce of each");
        window.pointAt("#sheet-ok");
        assertThat(bodies.resolve("bounce-remove-001.json")).exists();
        assertThat(window.clicks()).isLessThanOrEqualTo(15);
    }

    @Test
    void oneIncidentFromItsRowsToItsResendList() throws Exception {
        open("en", true);
        window.pointAt("#rail-incidents");
        assertThat(window.<Incident>table("#incidents").getItems().getFirst().messages())
                .hasSize(37);
        window.pointAt("#incident-rows");
        assertThat(window.<LogRow>table("#messages").getItems()).hasSize(37);
        goBack();
        window.pointAt("#incident-questionable");
        assertThat(window.<LogRow>table("#messages").getItems()).hasSize(5);
        goBack();
        Path pack = folder.resolve("incident.zip");
        window.console.fileToWrite = Optional.of(pack);
        window.pointAt("#incident-evidence");
        window.pointAt("#evidence-save");
        assertThat(pack).exists();
        window.pointAt("#incident-resend");
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
        window.pointAt("#import");
        window.pointAt("#tab-coverage");
        window.pointAt("#copy-requests");
        assertThat(WindowDriver.onScreen(() -> Clipboard.getSystemClipboard().getString()))
                .contains("UTC");
        window.pointAt("#rail-campaigns");
        window.pointAt("#gap-uncovered");
        assertThat(window.<LogRow>table("#messages").getItems()).hasSize(Planted.SPRING_UNCOVERED);
        window.pointAt("#rail-data");
        window.pointAt("#tab-privacy");
        write("#erase-address", Planted.CLAIRE);
        window.pointAt("#erase-preview");
        window.pointAt("#sheet-ok");
        assertThat(window.console.session.picture().messagesOf(Planted.CLAIRE)).isEmpty();
        window.pointAt("#tab-imports");
        int before = window.console.session.imports().size();
        window.pointRow("#imports-before", 0);
        window.pointAt("#undo-import");
        assertThat(window.console.session.imports()).hasSize(before - 1);
        assertThat(window.clicks()).isLessThanOrEqualTo(14);
    }
}
