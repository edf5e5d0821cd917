package dev.rebound.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.console.activity.LogRow;
import dev.rebound.sample.Planted;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.text.TextFlow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The log by keyboard: find, filter, read why, see the raw record, go back. */
class ActivityLogTest {
    @TempDir
    static Path folder;

    private static WindowDriver window;

    @BeforeAll
    static void openTheSample() throws Exception {
        window = WindowDriver.onSample(folder);
    }

    @AfterAll
    static void close() throws Exception {
        assertThat(window.console.troubles).isEmpty();
        window.close();
    }

    private String total() {
        return window.node("#activity-total", Label.class).getText();
    }

    private void filter(String text) {
        window.press(KeyCode.CONTROL, KeyCode.F);
        window.act(() -> window.node("#activity-filter", TextField.class).setText(text));
        window.press(KeyCode.ENTER);
    }

    @Test
    void aPersonIsFoundFromAnywhereInOneStep() {
        window.press(KeyCode.CONTROL, KeyCode.K);
        window.act(() -> window.node("#find", TextField.class).setText(Planted.CLAIRE));
        window.press(KeyCode.ENTER);
        assertThat(window.text("#address-total")).isEqualTo(Planted.CLAIRE_MESSAGES + " messages");
        window.click("#address-inlog");
        assertThat(total()).isEqualTo(Planted.CLAIRE_MESSAGES + " messages");
        assertThat(window.<LogRow>table("#messages").getItems())
                .allMatch(r -> r.message().address().equals(Planted.CLAIRE));
    }

    @Test
    void theChosenMessageShowsItsReasonItsPlaceAndItsRawRecord() {
        filter("is:soft reason:mailbox_full");
        window.act(() -> window.<LogRow>table("#messages").getSelectionModel().select(0));
        String raw = window.node("#raw-record", TextFlow.class).getAccessibleText();
        String address = window.<LogRow>table("#messages")
                .getItems()
                .getFirst()
                .message()
                .address();
        assertThat(raw).contains(address);
    }

    @Test
    void aMistypedFilterKeepsTheLastGoodResultAndSaysWhatIsWrong() {
        filter("is:soft");
        String before = total();
        filter("resaon:full");
        assertThat(total()).isEqualTo(before);
        assertThat(window.text("#filter-better")).contains("reason");
        window.click("#filter-better");
        assertThat(window.text("#activity-filter")).isEqualTo("reason:full");
    }

    @Test
    void aChipIsTakenAwayByItsButtonAndBackBringsItAgain() {
        filter("is:soft campaign:\"Spring Sale 2026\"");
        assertThat(total()).isEqualTo("120 messages");
        window.act(
                () -> ((Button) window.node(".chip", HBox.class).getChildren().getLast()).fire());
        assertThat(total()).isNotEqualTo("120 messages");
        window.press(KeyCode.ALT, KeyCode.LEFT);
        assertThat(total()).isEqualTo("120 messages");
    }

    @Test
    void aFacetKeepsOneValueByEnter() {
        filter("is:soft campaign:\"Spring Sale 2026\"");
        HBox value = (HBox) window.node(".facets", javafx.scene.layout.VBox.class).lookupAll(".facet-value").stream()
                .filter(n -> n.getAccessibleText().startsWith("Mailbox full"))
                .findFirst()
                .orElseThrow();
        window.act(value::requestFocus);
        window.press(KeyCode.ENTER);
        assertThat(total()).isEqualTo(Planted.SPRING_SOFT_MAILBOX_FULL + " messages");
    }

    @Test
    void theWholeResultIsExported() throws Exception {
        Path file = folder.resolve("soft.csv");
        window.console.fileToWrite = Optional.of(file);
        filter("is:soft campaign:\"Spring Sale 2026\"");
        window.act(() -> window.node("#export", Button.class).fire());
        window.act(() -> window.node("#sheet-ok", Button.class).fire());
        assertThat(Files.readAllLines(file)).hasSize(Planted.SPRING_SOFT + 1);
    }
}
