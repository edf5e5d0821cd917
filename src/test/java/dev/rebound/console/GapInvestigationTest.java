package dev.rebound.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.console.kit.Theme;
import dev.rebound.insight.GapGroup;
import dev.rebound.insight.MessageRow;
import dev.rebound.sample.Planted;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** "There is a gap in my campaign and nobody can explain it", by keyboard in a real window (script T1, steps 1, 2, 4). */
class GapInvestigationTest {
    @TempDir
    static Path folder;

    private static OpenedConsole console;
    private static Stage stage;

    private final FxRobot robot = new FxRobot();

    @BeforeAll
    static void openTheSample() throws Exception {
        FxToolkit.registerPrimaryStage();
        console = new OpenedConsole(folder);
        console.importSample();
        stage = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
            Stage s = new Stage();
            console.show(s, Locale.UK, Theme.LIGHT);
            return s;
        });
    }

    @AfterAll
    static void close() throws Exception {
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> {
            stage.close();
            return true;
        });
        console.close();
    }

    private <T extends Node> T node(String id, Class<T> kind) {
        WaitForAsyncUtils.waitForFxEvents();
        return kind.cast(Objects.requireNonNull(stage.getScene().lookup(id), id));
    }

    private void press(KeyCode... keys) {
        robot.push(keys);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @SuppressWarnings("unchecked")
    private TableView<GapGroup> campaigns() {
        return (TableView<GapGroup>) node("#campaigns", TableView.class);
    }

    @SuppressWarnings("unchecked")
    private TableView<MessageRow> messages() {
        return (TableView<MessageRow>) node("#messages", TableView.class);
    }

    private String numberOf(String state) {
        Button line = node("#gap-" + state, Button.class);
        return ((Label) line.getGraphic().lookup(".gap-count")).getText();
    }

    @Test
    void theGapIsExplainedInTwoStepsAndEveryNumberOpensItsRows() {
        press(KeyCode.CONTROL, KeyCode.DIGIT3);
        GapGroup first = campaigns().getItems().getFirst();
        assertThat(first.key()).isEqualTo(Planted.SPRING);
        assertThat(first.gap()).isEqualTo(Planted.SPRING_GAP);
        assertThat(first.addsUp()).isTrue();

        press(KeyCode.ENTER);
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
        assertThat(node("#adds-up", Label.class).getText()).contains("1,816 + 184 = 2,000");

        for (int i = 0; i < 4; i++) {
            press(KeyCode.TAB);
        }
        assertThat(stage.getScene().getFocusOwner().getId()).isEqualTo("gap-soft_bounced");
        press(KeyCode.ENTER);
        assertThat(node("#activity-filter", TextField.class).getText())
                .isEqualTo("is:soft campaign:\"Spring Sale 2026\"");
        assertThat(messages().getItems()).hasSize(Planted.SPRING_SOFT);
        assertThat(node("#activity-total", Label.class).getText()).isEqualTo("120 messages");

        planted.forEach((state, count) -> {
            press(KeyCode.CONTROL, KeyCode.DIGIT3);
            robot.interact(node("#gap-" + state, Button.class)::fire);
            assertThat(messages().getItems()).as(state).hasSize(count);
        });
        assertThat(console.troubles).isEmpty();
    }
}
