package dev.rebound.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.console.activity.LogRow;
import dev.rebound.console.kit.Suggestions.Suggestion;
import dev.rebound.sample.Planted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipFile;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the log behaves under the hands: copying, pinning, zones, notes, going back, completing, remembering. */
class LogMannersTest {
    @TempDir
    Path folder;

    private WindowDriver window;

    @BeforeEach
    void openTheSample() throws Exception {
        window = WindowDriver.onSample(folder);
    }

    @AfterEach
    void close() throws Exception {
        assertThat(window.console.troubles).isEmpty();
        window.close();
    }

    private void filter(String text) {
        window.press(KeyCode.CONTROL, KeyCode.F);
        window.act(() -> window.node("#activity-filter", TextField.class).setText(text));
        window.press(KeyCode.ENTER);
    }

    private TableView<LogRow> list() {
        return window.table("#messages");
    }

    private static String clipboard() {
        return WindowDriver.onScreen(
                () -> Objects.toString(Clipboard.getSystemClipboard().getString(), ""));
    }

    /** The item of the menu of formats, by its place from 1. */
    private String copiedAs(int place) {
        window.act(list()::requestFocus);
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        WindowDriver.onScreen(() -> {
            ContextMenu formats = javafx.stage.Window.getWindows().stream()
                    .filter(ContextMenu.class::isInstance)
                    .map(ContextMenu.class::cast)
                    .filter(m -> "copy-as".equals(m.getId()) && m.isShowing())
                    .findFirst()
                    .orElseThrow();
            formats.getItems().get(place - 1).fire();
            formats.hide();
            return true;
        });
        return clipboard();
    }

    @Test
    void chosenRowsAreCopiedInEveryFormatWithOffsets() {
        filter("is:soft campaign:\"Spring Sale 2026\"");
        window.act(() -> list().getSelectionModel().clearSelection());
        window.act(() -> list().getSelectionModel().selectIndices(0, 1));
        String first = list().getItems().getFirst().message().address();
        assertThat(copiedAs(2).lines()).hasSize(3).anyMatch(l -> l.contains("+01:00") && l.contains(first));
        assertThat(copiedAs(3).lines()).hasSize(3).first().asString().startsWith("Time,Address,Campaign");
        assertThat(copiedAs(4)).startsWith("[\n{\"time\":\"2026-03-13T").contains("+01:00\"", "\"to\":\"" + first);
        assertThat(copiedAs(5)).startsWith("| Time | Address |");
        assertThat(copiedAs(6).lines()).hasSize(2).contains(first);
        assertThat(copiedAs(7).lines()).hasSize(2).allMatch(l -> l.contains("+01:00"));
        assertThat(window.text("#selection-count")).isEqualTo("2 rows chosen");
    }

    @Test
    void allRowsMeansAllRowsOfTheResult() {
        filter("is:delivered");
        int total = list().getItems().size();
        assertThat(total).isGreaterThan(1_000);
        window.act(list()::requestFocus);
        window.press(KeyCode.CONTROL, KeyCode.A);
        assertThat(window.text("#selection-count")).startsWith(String.format("%,d", total));
        assertThat(copiedAs(6).lines().count()).isGreaterThan(500);
    }

    @Test
    void aPinnedFilterHoldsInEveryViewUntilItIsTakenAway() {
        filter("is:soft");
        window.act(() -> window.node(".chip .button", Button.class).fire());
        assertThat(window.text("#activity-filter")).isEmpty();
        int soft = list().getItems().size();
        window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        window.act(() -> window.node("#gap-soft_bounced", Button.class).fire());
        assertThat(window.node("#pinned", Node.class).isVisible()).isTrue();
        assertThat(list().getItems()).hasSizeLessThanOrEqualTo(soft);
        filter("is:hard");
        assertThat(window.text("#activity-total")).isEqualTo("No messages");
        window.act(() -> window.node(".pinned-bar .chip .button", Button.class).fire());
        assertThat(list().getItems()).isNotEmpty();
        assertThat(window.node("#pinned", Node.class).isVisible()).isFalse();
    }

    private static String summary(Path pack) throws IOException {
        try (ZipFile zip = new ZipFile(pack.toFile())) {
            return new String(zip.getInputStream(zip.getEntry("summary.md")).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void oneSwitchTellsAllTimesInUtcAndBack() throws Exception {
        filter("to:" + Planted.CLAIRE + " subject:\"Votre commande 8841\"");
        window.act(() -> list().getSelectionModel().clearAndSelect(0));
        assertThat(copiedAs(1)).startsWith("2026-03-14T09:05:41+01:00");
        window.press(KeyCode.CONTROL, KeyCode.T);
        window.act(() -> list().getSelectionModel().clearAndSelect(0));
        assertThat(copiedAs(1)).startsWith("2026-03-14T08:05:41Z");
        Path pack = folder.resolve("utc.zip");
        window.console.fileToWrite = Optional.of(pack);
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        window.click("#evidence-save");
        assertThat(summary(pack))
                .as("a pack tells times as the window does")
                .contains("1 message was sent on 14 March 2026 07:01:07 UTC. It was accepted", "Times in UTC.")
                .doesNotContain("+01:00", "Europe/Paris");
        window.press(KeyCode.CONTROL, KeyCode.DIGIT5);
        window.press(KeyCode.CONTROL, KeyCode.C);
        assertThat(WindowDriver.onScreen(() -> Clipboard.getSystemClipboard().getString()))
                .contains("\t2026-03-14T08:10:20Z\t");
        window.press(KeyCode.ALT, KeyCode.LEFT);
        window.press(KeyCode.CONTROL, KeyCode.T);
        window.act(() -> list().getSelectionModel().clearAndSelect(0));
        assertThat(copiedAs(1)).startsWith("2026-03-14T09:05:41+01:00");
    }

    @Test
    void backComesToTheFilterAndTheRowThatWereLookedAt() {
        filter("is:blocked");
        filter("is:soft");
        window.act(() -> list().getSelectionModel().clearAndSelect(3));
        String address = list().getSelectionModel().getSelectedItem().message().address();
        window.act(list()::requestFocus);
        window.press(KeyCode.ENTER);
        assertThat(window.text("#message-title")).contains(address);
        window.press(KeyCode.ALT, KeyCode.LEFT);
        assertThat(window.text("#activity-filter")).isEqualTo("is:soft");
        assertThat(list().getSelectionModel().getSelectedItem().message().address())
                .isEqualTo(address);
        window.press(KeyCode.ALT, KeyCode.LEFT);
        assertThat(window.text("#activity-filter")).isEqualTo("is:blocked");
        window.press(KeyCode.ALT, KeyCode.RIGHT);
        assertThat(window.text("#activity-filter")).isEqualTo("is:soft");
    }

    @Test
    void aColumnIsHiddenByKeyboard() {
        filter("is:soft");
        int shown = list().getVisibleLeafColumns().size();
        window.act(list()::requestFocus);
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F10);
        WindowDriver.onScreen(() -> {
            ContextMenu columns = javafx.stage.Window.getWindows().stream()
                    .filter(ContextMenu.class::isInstance)
                    .map(ContextMenu.class::cast)
                    .filter(m -> "columns-menu".equals(m.getId()) && m.isShowing())
                    .findFirst()
                    .orElseThrow();
            assertThat(columns.getItems()).hasSize(shown);
            javafx.scene.control.Menu campaign =
                    (javafx.scene.control.Menu) columns.getItems().get(2);
            campaign.getItems().stream()
                    .filter(m -> "Hide".equals(m.getText()))
                    .findFirst()
                    .orElseThrow()
                    .fire();
            columns.hide();
            return true;
        });
        assertThat(list().getVisibleLeafColumns()).hasSize(shown - 1);
    }

    @Test
    void aNoteIsKeptFoundAndTakenBack() {
        filter("to:" + Planted.CLAIRE + " subject:\"Votre commande 8841\"");
        window.act(() -> list().getSelectionModel().clearAndSelect(0));
        window.act(list()::requestFocus);
        window.press(KeyCode.ENTER);
        window.click("#message-note");
        window.act(() -> window.node("#note-text", TextArea.class).setText("Called on Monday, no répondeur"));
        window.click("#sheet-ok");
        filter("note:repondeur");
        assertThat(list().getItems()).hasSize(1);
        filter("is:noted");
        assertThat(list().getItems()).hasSize(1);
        // In a text field the key takes back what was typed there.
        window.act(list()::requestFocus);
        window.press(KeyCode.CONTROL, KeyCode.Z);
        filter("has:note");
        assertThat(window.text("#activity-total")).isEqualTo("No messages");
    }

    @Test
    @SuppressWarnings("unchecked")
    void theFindBoxDoesThingsByTheirName() {
        window.press(KeyCode.CONTROL, KeyCode.K);
        window.act(() -> window.node("#find", TextField.class).setText(""));
        ListView<Suggestion> acts = (ListView<Suggestion>) window.anywhere("#find-suggestions");
        assertThat(acts.getItems().stream().map(Suggestion::text))
                .as("every view of the rail")
                .containsAll(WindowDriver.onScreen(() -> window.node("#rail", VBox.class)).getChildren().stream()
                        .filter(ToggleButton.class::isInstance)
                        .map(b -> ((ToggleButton) b).getText())
                        .toList());
        window.act(() -> window.node("#find", TextField.class).setText("incid"));
        ListView<Suggestion> hits = (ListView<Suggestion>) window.anywhere("#find-suggestions");
        assertThat(hits.getItems().getFirst().text()).isEqualTo("Incidents");
        window.press(KeyCode.ENTER);
        assertThat(window.node("#incidents", TableView.class)).isNotNull();
        window.press(KeyCode.CONTROL, KeyCode.K);
        window.act(() -> window.node("#find", TextField.class).setText("blocked by"));
        window.press(KeyCode.ENTER);
        assertThat(window.text("#activity-filter")).isEqualTo("is:blocked");
        assertThat(window.<Object>table("#groups").getItems()).isNotEmpty();
    }

    @Test
    @SuppressWarnings("unchecked")
    void valuesAreCompletedAndEarlierFiltersComeBack() {
        filter("is:hard");
        filter("is:soft");
        window.press(KeyCode.CONTROL, KeyCode.F);
        window.act(() -> window.node("#activity-filter", TextField.class).setText("is:soft reason:mail"));
        window.act(() -> window.node("#activity-filter", TextField.class).end());
        window.press(KeyCode.CONTROL, KeyCode.SPACE);
        ListView<Suggestion> hits = (ListView<Suggestion>) window.anywhere("#activity-filter-suggestions");
        assertThat(hits.getItems())
                .anyMatch(s -> s.text().equals("Mailbox full") && s.detail().equals("96"));
        window.press(KeyCode.ENTER);
        assertThat(window.text("#activity-filter")).isEqualTo("is:soft reason:mailbox_full");
        window.act(() -> window.node("#activity-filter", TextField.class).clear());
        window.press(KeyCode.UP);
        ListView<Suggestion> earlier = (ListView<Suggestion>) window.anywhere("#activity-filter-suggestions");
        assertThat(earlier.getItems()).extracting(Suggestion::text).contains("is:hard", "is:soft");
    }

    @Test
    @SuppressWarnings("unchecked")
    void whoTypesIsOfferedNamesAndValuesAndKeepsTheKeys() throws Exception {
        window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        window.press(KeyCode.CONTROL, KeyCode.F);
        window.write("rea");
        ListView<Suggestion> offered = offered();
        assertThat(offered.getItems()).extracting(Suggestion::text).anyMatch(t -> t.startsWith("reason:"));
        assertThat(offered.getSelectionModel().isEmpty())
                .as("nothing is chosen unasked")
                .isTrue();
        window.press(KeyCode.DOWN);
        window.press(KeyCode.ENTER);
        assertThat(window.text("#activity-filter")).startsWith("reason:");
        window.write("mail");
        assertThat(offered().getItems()).extracting(Suggestion::text).contains("Mailbox full");
        window.act(() -> window.node("#activity-filter", TextField.class).clear());
        window.write("is:sof");
        offered();
        window.press(KeyCode.ENTER);
        assertThat(window.text("#activity-filter"))
                .as("Enter asks what was typed")
                .isEqualTo("is:sof");
        assertThat(window.node("#activity-filter", TextField.class).isFocused()).isTrue();
    }

    /** The list comes a moment after the last key. */
    @SuppressWarnings("unchecked")
    private ListView<Suggestion> offered() throws Exception {
        org.testfx.util.WaitForAsyncUtils.waitFor(
                10,
                java.util.concurrent.TimeUnit.SECONDS,
                () -> WindowDriver.onScreen(() -> javafx.stage.Window.getWindows().stream()
                        .anyMatch(w -> w.isShowing() && w.getScene().lookup("#activity-filter-suggestions") != null)));
        return (ListView<Suggestion>) window.anywhere("#activity-filter-suggestions");
    }

    @Test
    void aValueIsKeptOrLeftOutByKeysAlone() {
        filter("is:soft");
        window.act(() -> list().getSelectionModel().clearAndSelect(0));
        window.act(list()::requestFocus);
        window.press(KeyCode.SHIFT, KeyCode.F10);
        WindowDriver.onScreen(() -> {
            ContextMenu menu = javafx.stage.Window.getWindows().stream()
                    .filter(ContextMenu.class::isInstance)
                    .map(ContextMenu.class::cast)
                    .filter(m -> "cell-menu".equals(m.getId()) && m.isShowing())
                    .findFirst()
                    .orElseThrow();
            javafx.scene.control.Menu exclude =
                    (javafx.scene.control.Menu) menu.getItems().get(1);
            exclude.getItems().stream()
                    .filter(i -> i.getText().startsWith("Reason"))
                    .findFirst()
                    .orElseThrow()
                    .fire();
            menu.hide();
            return true;
        });
        assertThat(window.text("#activity-filter")).startsWith("is:soft -reason:");
    }

    @Test
    void columnsAreAsTheyWereLeftWhenTheWindowOpensAgain() throws Exception {
        window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        window.act(() -> {
            column("subject").setVisible(true);
            column("tries").setVisible(false);
            list().getColumns()
                    .add(0, list().getColumns().remove(list().getColumns().indexOf(column("reason"))));
        });
        List<String> kept = waitForKept();
        assertThat(kept).isNotEmpty();
        window.close();
        OpenedConsole again = new OpenedConsole(folder.resolve("store"));
        try (WindowDriver second = new WindowDriver(again)) {
            second.press(KeyCode.CONTROL, KeyCode.DIGIT2);
            TableView<LogRow> table = second.table("#messages");
            assertThat(table.getVisibleLeafColumns().getFirst().getId()).isEqualTo("reason");
            assertThat(table.getVisibleLeafColumns().stream().map(TableColumn::getId))
                    .contains("subject")
                    .doesNotContain("tries");
        }
        window = new WindowDriver(new OpenedConsole(folder.resolve("other")));
    }

    private TableColumn<LogRow, ?> column(String id) {
        return list().getColumns().stream()
                .filter(c -> id.equals(c.getId()))
                .findFirst()
                .orElseThrow();
    }

    /** What is kept is written a moment after the last change. */
    private List<String> waitForKept() throws Exception {
        org.testfx.util.WaitForAsyncUtils.waitFor(
                20,
                java.util.concurrent.TimeUnit.SECONDS,
                () -> window.console
                        .session
                        .ownSettings()
                        .getOrDefault("console.log.columns", "")
                        .startsWith("0;reason"));
        return List.of(window.console.session.ownSettings().get("console.log.columns"));
    }
}
