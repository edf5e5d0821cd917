package dev.rebound.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.console.kit.ChartPane;
import dev.rebound.insight.MessageRow;
import dev.rebound.sample.Planted;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Charts by keyboard: walked over mark by mark, opened, copied and saved. */
class ChartsInTheWindowTest {
    @TempDir
    Path folder;

    @TempDir
    Path written;

    private WindowDriver window;

    @BeforeEach
    void openTheSample() throws Exception {
        OpenedConsole console = OpenedConsole.onSample(folder);
        window = new WindowDriver(console);
        window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    private void choose(String id) {
        window.act(window.node(id, ToggleButton.class)::fire);
    }

    private void pick(String menu, String id) {
        MenuItem item = window.node(menu, MenuButton.class).getItems().stream()
                .filter(i -> id.equals(i.getId()))
                .findFirst()
                .orElseThrow();
        window.act(item::fire);
    }

    @Test
    void theWaterfallIsWalkedOverAndOpensTheMessagesOfAStep() {
        choose("#gap-view-waterfall");
        ChartPane pane = window.node("#gap-view-waterfall-pane", ChartPane.class);
        assertThat(pane.stops()).isEqualTo(12);
        window.act(pane::requestFocus);
        assertThat(pane.getAccessibleHelp()).contains("Sends: 2,000");
        window.press(KeyCode.RIGHT);
        assertThat(pane.getAccessibleHelp()).isEqualTo("Soft bounced: 120 (6.00 %)");
        window.press(KeyCode.ENTER);
        assertThat(window.node("#activity-filter", TextField.class).getText())
                .isEqualTo("is:soft campaign:\"Spring Sale 2026\"");
        assertThat(window.<MessageRow>table("#messages").getItems()).hasSize(Planted.SPRING_SOFT);
        assertThat(window.console.troubles).isEmpty();
    }

    /** What a mark counts is kept or left out in every view, by keyboard. */
    @Test
    void theMessagesOfAMarkAreLeftOutByTheMenuOfTheMark() {
        choose("#gap-view-waterfall");
        ChartPane pane = window.node("#gap-view-waterfall-pane", ChartPane.class);
        window.act(pane::requestFocus);
        window.press(KeyCode.RIGHT);
        window.pressItem("#gap-view-waterfall-pane", "chart-exclude");
        assertThat(window.text("#adds-up")).isEqualTo("Adds up: 1,816 + 64 = 1,880");
        window.act(pane::requestFocus);
        window.press(KeyCode.RIGHT);
        window.press(KeyCode.RIGHT);
        window.pressItem("#gap-view-waterfall-pane", "chart-keep");
        assertThat(window.text("#adds-up"))
                .as("the blocked ones are left of those that were not left out")
                .isEqualTo("Adds up: 0 + 40 = 40");
    }

    @Test
    void aChartIsCopiedAsAnImageAndSavedInBothFormats() throws Exception {
        choose("#gap-view-waterfall");
        pick("#gap-view-picture", "gap-view-copy");
        window.act(() -> assertThat(Clipboard.getSystemClipboard().hasImage()).isTrue());
        for (String ending : new String[] {"png", "svg"}) {
            Path file = written.resolve("gap." + ending);
            window.console.fileToWrite = Optional.of(file);
            pick("#gap-view-picture", "gap-view-" + ending);
            assertThat(Files.size(file)).isGreaterThan(2000);
        }
        assertThat(Files.readString(written.resolve("gap.svg"))).contains("−120", "Soft bounced: 120 (6.00 %)");
        assertThat(window.console.troubles).isEmpty();
    }

    @Test
    void campaignsAreSearchedAndTheChartShowsThoseThatAreLeft() {
        window.type("#campaign-search", "news");
        assertThat(window.table("#campaigns").getItems()).hasSize(1);
        choose("#campaign-list-chart");
        ChartPane pane = window.node("#campaign-list-chart-pane", ChartPane.class);
        assertThat(pane.drawing()).isNotNull();
        window.act(pane::requestFocus);
        assertThat(pane.getAccessibleHelp()).contains("Newsletter March");
        assertThat(window.text("#adds-up")).contains("400");
    }
}
