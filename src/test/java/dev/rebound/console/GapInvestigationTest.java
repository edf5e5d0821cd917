package dev.rebound.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.console.activity.LogRow;
import dev.rebound.insight.GapGroup;
import dev.rebound.sample.Planted;
import java.nio.file.Path;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** "There is a gap in my campaign and nobody can explain it", by keyboard in a real window (script T1, steps 1, 2, 4). */
class GapInvestigationTest {
    @TempDir
    Path folder;

    private WindowDriver window;

    @BeforeEach
    void openTheSample() throws Exception {
        OpenedConsole console = new OpenedConsole(folder);
        console.importSample();
        window = new WindowDriver(console);
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
        assertThat(numberOf("delivered")).isEqualTo("1,816");
        assertThat(window.node("#adds-up", Label.class).getText()).contains("1,816 + 184 = 2,000");

        window.act(window.node("#tab-retries", ToggleButton.class)::fire);
        assertThat(countOf("#try-1")).isEqualTo("1,714");
        assertThat(countOf("#try-2")).isEqualTo("62");
        assertThat(countOf("#try-3")).isEqualTo("40");
        assertThat(countOf("#try-open")).isEqualTo("7");
        assertThat(window.node("#try-open", Button.class).getGraphic().lookup(".gap-remark"))
                .isInstanceOfSatisfying(
                        Label.class, l -> assertThat(l.getText()).contains("16 March 2026 09:0"));
        window.act(window.node("#tab-gap", ToggleButton.class)::fire);
        window.act(window.node("#gap-bar-sends", Button.class)::requestFocus);

        for (int i = 0; i < 4; i++) {
            window.press(KeyCode.TAB);
        }
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
}
