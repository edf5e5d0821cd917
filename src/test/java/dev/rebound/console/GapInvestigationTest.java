package dev.rebound.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.console.activity.LogRow;
import dev.rebound.insight.GapGroup;
import dev.rebound.sample.Planted;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** "There is a gap in my campaign and nobody can explain it", by keyboard in a real window (script T1). */
class GapInvestigationTest {
    @TempDir
    Path folder;

    private WindowDriver window;

    @BeforeEach
    void openTheSample() throws Exception {
        window = WindowDriver.onSample(folder);
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    private String countOf(String id) {
        return ((Label) window.node(id, Button.class).getGraphic().lookup(".gap-count")).getText();
    }

    private String numberOf(String state) {
        Button line = window.node("#gap-" + state, Button.class);
        return ((Label) line.getGraphic().lookup(".gap-count")).getText();
    }

    @Test
    void theGapIsExplainedInTwoStepsAndEveryNumberOpensItsRows() {
        window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        GapGroup first = window.<GapGroup>table("#campaigns").getItems().getFirst();
        assertThat(first.key()).isEqualTo(Planted.SPRING);
        assertThat(first.gap()).isEqualTo(Planted.SPRING_GAP);
        assertThat(first.addsUp()).isTrue();

        window.press(KeyCode.ENTER);
        Map<String, Integer> planted = Map.of(
                "soft_bounced", Planted.SPRING_SOFT,
                "blocked", Planted.SPRING_BLOCKED,
                "dropped", Planted.SPRING_DROPPED,
                "open", Planted.SPRING_OPEN,
                "timed_out", Planted.SPRING_TIMED_OUT,
                "hard_bounced", Planted.SPRING_HARD,
                "uncovered", Planted.SPRING_UNCOVERED,
                "unexplained", Planted.SPRING_UNEXPLAINED,
                "rejected", 0,
                "unrecognised", 0);
        planted.forEach((state, count) -> assertThat(numberOf(state)).as(state).isEqualTo("" + count));
        assertThat(String.join(" ", window.words()))
                .as("the reasons beside a number sum to it: the seldom ones stand there too")
                .contains("Mailbox full", "Too many messages at once", "Message too large");
        assertThat(numberOf("delivered")).isEqualTo("1,816");
        assertThat(window.text("#adds-up")).contains("1,816 + 184 = 2,000");

        window.act(window.node("#tab-retries", ToggleButton.class)::fire);
        assertThat(countOf("#try-1")).isEqualTo("1,716");
        assertThat(countOf("#try-2")).isEqualTo("60");
        assertThat(countOf("#try-3")).isEqualTo("40");
        assertThat(countOf("#try-open")).isEqualTo("7");
        assertThat(window.node("#try-open", Button.class)
                        .getParent()
                        .lookup(".gap-remark")
                        .getAccessibleText())
                .contains("16 March 2026 09:0");
        window.act(window.node("#tab-gap", ToggleButton.class)::fire);
        window.act(window.node("#gap-bar-sends", Button.class)::requestFocus);

        window.tabTo("#gap-soft_bounced");
        assertThat(window.focused().getId()).isEqualTo("gap-soft_bounced");
        window.press(KeyCode.ENTER);
        assertThat(window.node("#activity-filter", TextField.class).getText())
                .isEqualTo("is:soft campaign:\"Spring Sale 2026\"");
        assertThat(window.<LogRow>table("#messages").getItems()).hasSize(Planted.SPRING_SOFT);
        assertThat(window.node("#activity-total", Label.class).getText()).isEqualTo("120 messages");

        planted.forEach((state, count) -> {
            window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
            window.act(window.node("#gap-" + state, Button.class)::fire);
            assertThat(window.<LogRow>table("#messages").getItems()).as(state).hasSize(count);
        });
        assertThat(window.console.troubles).isEmpty();
    }

    @Test
    void aDoubleClickOnANumberIsNoClickInTheLogThatItOpened() throws Exception {
        window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        anImportLeavesTheChosenCampaign();
        window.press(KeyCode.ENTER);
        window.point(window.node("#gap-soft_bounced", Button.class));
        String opened = window.text("#activity-filter");
        assertThat(opened).isEqualTo("is:soft campaign:\"Spring Sale 2026\"");
        window.pressAgainOn(".facet-value");
        assertThat(window.text("#activity-filter")).isEqualTo(opened);
        window.point(window.node(".facet-value", Node.class));
        assertThat(window.text("#activity-filter")).isNotEqualTo(opened);
    }

    /** Not even messages without a campaign are chosen instead. */
    private void anImportLeavesTheChosenCampaign() throws Exception {
        window.select("#campaigns", 1);
        String chosen = chosen();
        Path file = Files.writeString(folder.resolve("events.ndjson"), """
                {"email": "nobody.new@example.com", "timestamp": 1773396000, "event": "processed", "sg_event_id": "e-new-1", "sg_message_id": "new1.x"}
                """);
        window.act(() -> window.shell().importFiles(List.of(file)));
        window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        assertThat(window.<GapGroup>table("#campaigns").getItems())
                .extracting(GapGroup::key)
                .contains("");
        assertThat(chosen()).isEqualTo(chosen);
        assertThat(window.console.session.imports().getLast().finishedAt())
                .as("an import into the sample is of the sample's time")
                .isBetween(Planted.NOW, Planted.NOW.plusSeconds(600));
        window.select("#campaigns", 0);
    }

    private String chosen() {
        return WindowDriver.onScreen(() -> window.<GapGroup>table("#campaigns")
                .getSelectionModel()
                .getSelectedItem()
                .key());
    }

    @Test
    void theWholeInvestigationTakesTenClicksFromTheCampaignToTheCustomersPack() throws Exception {
        window.startCounting();
        window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        GapGroup first = window.<GapGroup>table("#campaigns").getItems().getFirst();
        assertThat(first.key()).isEqualTo(Planted.SPRING);
        assertThat(first.gap()).isEqualTo(Planted.SPRING_GAP);
        window.press(KeyCode.ENTER);
        assertThat(window.clicks()).as("clicks to the explanation").isLessThanOrEqualTo(2);
        assertThat(window.text("#adds-up")).contains("1,816 + 184 = 2,000");
        assertThat(numberOf("unexplained")).isEqualTo("1");
        assertThat(numberOf("uncovered")).isEqualTo("1");

        window.click("#tab-retries");
        assertThat(countOf("#try-open")).isEqualTo("7");

        window.click("#tab-gap");
        window.act(window.node("#gap-soft_bounced", Button.class)::requestFocus);
        window.press(KeyCode.ENTER);
        assertThat(window.text("#activity-filter")).isEqualTo("is:soft campaign:\"Spring Sale 2026\"");
        assertThat(window.<LogRow>table("#messages").getItems()).hasSize(Planted.SPRING_SOFT);
        Map<String, String> reasons = window.facet("Reason");
        assertThat(reasons).containsEntry("Mailbox full", "84").containsEntry("Too many messages at once", "30");
        assertThat(sum(reasons)).isEqualTo(Planted.SPRING_SOFT);
        assertThat(sum(window.facet("Mailbox provider"))).isEqualTo(Planted.SPRING_SOFT);

        window.press(KeyCode.ALT, KeyCode.LEFT);
        window.click("#gap-compare");
        window.type("#figure-sends", "2000");
        window.type("#figure-deliveries", "1816");
        window.type("#figure-bounces", "2");
        for (String figure : new String[] {"sends", "deliveries", "bounces"}) {
            assertThat(window.text("#difference-" + figure)).as(figure).isEqualTo("0");
        }

        Path pack = folder.resolve("pack.zip");
        window.console.fileToWrite = Optional.of(pack);
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        window.click("#evidence-fr");
        window.press(KeyCode.ENTER);
        assertThat(window.clicks()).as("clicks to the pack").isLessThanOrEqualTo(10);
        assertThat(window.console.troubles).isEmpty();
        try (ZipFile zip = new ZipFile(pack.toFile())) {
            String summary =
                    new String(zip.getInputStream(zip.getEntry("summary.md")).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(summary)
                    .contains("184")
                    .contains("mars 2026")
                    .contains("1\u202f816 + 184 = 2\u202f000", "2 + 40 + 10 + 120 + 1 + 7 + 3 + 1 = 184")
                    .doesNotContain("example.com");
        }
    }

    private static long sum(Map<String, String> counts) {
        return counts.values().stream()
                .mapToLong(c -> Long.parseLong(c.replace(",", "")))
                .sum();
    }
}
