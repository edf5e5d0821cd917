package dev.rebound.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.console.kit.Notices;
import dev.rebound.console.kit.Place;
import dev.rebound.insight.Coverage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the window gives room, what comes into sight by itself, and what is asked back before it is decided. */
class RoomAndOrderTest {
    private static final String HEAD = "Recipient,Hub ID,Email Campaign ID,SubType,Subject,Sent At (Your time zone),"
            + "Not Sent Reason,Not Sent Message,Bounce Reason,Bounce Message,Sent,Delivered,Suppressed,Dropped,Bounce,"
            + "Spam Report,Opened,Clicked,Unsubscribed";

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

    @Test
    void whatIsToldHasAPlaceOfItsOwnBesideTheMenusAndMovesNothing() {
        window.open(new Place.Activity(""));
        TableView<?> log = window.table("#messages");
        // What another test left to be undone goes first.
        window.act(() -> window.shell().lookupAll(".toast").forEach(t -> t.setVisible(false)));
        window.press(KeyCode.SHIFT);
        Bounds before = WindowDriver.onScreen(() -> seen(log));
        window.act(() -> window.shell()
                .notices()
                .offer(
                        "The resend list of 32 addresses that could be written to again was saved as resend-list-of-14-March.csv.",
                        List.of(new Notices.Offer("Undo", true, () -> {}))));
        window.act(() -> window.shell().notices().tell("Something was done."));
        assertThat(WindowDriver.onScreen(
                        () -> window.shell().lookupAll(".toast").size()))
                .as("one at a time")
                .isEqualTo(1);
        for (int told = 0; told < 2; told++) {
            Node toast = window.node(".toast", Node.class);
            assertThat(WindowDriver.onScreen(() -> seen(log))).isEqualTo(before);
            for (String kept :
                    List.of(".stage", "#find", "#import", "#back", ".menu-bar", ".crumbs", ".status", ".rail")) {
                Node other = window.node(kept, Node.class);
                assertThat(WindowDriver.onScreen(() -> seen(toast).intersects(seen(other))))
                        .as("lies over " + kept)
                        .isFalse();
            }
            window.act(() -> toast.setVisible(false));
            window.press(KeyCode.SHIFT);
            assertThat(WindowDriver.onScreen(toast::getParent)).isNull();
        }
        assertThat(WindowDriver.onScreen(() -> window.shell().lookupAll(".toast")))
                .isEmpty();
    }

    private static Bounds seen(Node node) {
        return node.localToScene(node.getLayoutBounds());
    }

    @Test
    void theCoverageBeginsAtAStripThatLacksAnHour() {
        window.open(new Place.Data(Place.Data.Part.COVERAGE));
        Parent strips = window.node("#coverage", Parent.class);
        assertThat(WindowDriver.onScreen(() -> strips.lookupAll(".table-row-cell").stream()
                        .filter(n -> n instanceof TableRow<?> row
                                && row.getItem() instanceof Coverage.Strip strip
                                && strip.holes().containsValue(Coverage.Status.MISSING)
                                && isInside(row, strips))
                        .count()))
                .isPositive();
    }

    private static boolean isInside(Node row, Node table) {
        var rowAt = row.localToScene(row.getLayoutBounds());
        var tableAt = table.localToScene(table.getLayoutBounds());
        return tableAt.contains(rowAt.getMinX() + 1, rowAt.getMinY() + 1)
                && tableAt.contains(rowAt.getMinX() + 1, rowAt.getMaxY() - 1);
    }

    @Test
    void theDetailsOfTheLogStandBesideItWhereThereIsRoom() {
        window.open(new Place.Activity("is:soft"));
        Node at = window.node("#messages", Node.class);
        while (!(at instanceof SplitPane)) {
            at = at.getParent();
        }
        SplitPane split = (SplitPane) at;
        assertThat(split.getOrientation()).isEqualTo(Orientation.VERTICAL);
        var stage = window.shell().getScene().getWindow();
        window.act(() -> stage.setWidth(1_420));
        assertThat(split.getOrientation()).isEqualTo(Orientation.HORIZONTAL);
        double line = split.getDividerPositions()[0];
        window.act(() -> window.table("#messages").requestFocus());
        window.press(KeyCode.ALT, KeyCode.SHIFT, KeyCode.LEFT);
        assertThat(split.getDividerPositions()[0])
                .as("what a mouse drags has keys too")
                .isLessThan(line);
        window.act(() -> stage.setWidth(1_280));
        assertThat(split.getOrientation()).isEqualTo(Orientation.VERTICAL);
    }

    @Test
    void aLineOfATableNamesItsColumnsWhileItsFileIsThere() {
        window.open(new Place.Activity("file:*sendgrid-activity.csv", true, Place.Activity.Grouping.NONE, null));
        window.act(() -> window.table("#messages").getSelectionModel().clearAndSelect(0));
        assertThat(window.node("#raw-record", Node.class).getAccessibleText()).contains(" email: ", " processed: ");
    }

    @Test
    void theLanguageOfAPackStaysThatOfItsReaders() {
        window.console.fileToWrite = java.util.Optional.of(folder.resolve("pack.zip"));
        window.open(new Place.Incidents());
        window.act(() -> window.table("#incidents").getSelectionModel().clearAndSelect(0));
        window.click("#incident-evidence");
        assertThat(window.text("#evidence-scope-1"))
                .as("the whole of a campaign that it touched can be told of instead")
                .isEqualTo("all of Spring Sale 2026");
        window.act(window.node("#evidence-fr", RadioButton.class)::fire);
        window.click("#evidence-save");
        window.click("#incident-evidence");
        assertThat(window.node("#evidence-fr", RadioButton.class).isSelected())
                .as("the sending service's pack is French again")
                .isTrue();
        window.act(window.node("#evidence-customer", RadioButton.class)::fire);
        window.click("#evidence-cancel");
        window.open(new Place.Campaigns(dev.rebound.sample.Planted.SPRING));
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        assertThat(window.node("#evidence-en", RadioButton.class).isSelected())
                .as("the customer's is in the window's language")
                .isTrue();
        window.click("#evidence-cancel");
    }

    @Test
    void theOrderOfDatesIsChosenWhereTheUnreadableFileIsShown() throws Exception {
        Path file = Files.writeString(
                folder.resolve("recipients.csv"),
                HEAD + "\n" + line("anna", "03/04/2026") + line("ben", "04/05/2026") + line("cleo", "05/06/2026"));
        window.console.filesToRead.clear();
        window.console.filesToRead.add(file);
        int before = window.console.session.picture().events().size();
        window.open(new Place.Data(Place.Data.Part.IMPORTS));
        window.press(KeyCode.CONTROL, KeyCode.O);
        assertThat(window.console.session.picture().events().size()).isEqualTo(before);
        assertThat(((TableView<?>) window.table("#rejections"))
                        .getColumns()
                        .get(1)
                        .getCellData(0)
                        .toString())
                .as("the window's way, not the command line's")
                .contains("Read again")
                .doesNotContain("--as");
        RadioButton dayFirst = window.node(".date-order", RadioButton.class);
        RadioButton monthFirst =
                (RadioButton) dayFirst.getToggleGroup().getToggles().getLast();
        ScrollPane files = window.node("#unreadable-files", ScrollPane.class);
        assertThat(WindowDriver.onScreen(() -> files.getViewportBounds().getHeight()))
                .as("the choice is in sight")
                .isGreaterThanOrEqualTo(WindowDriver.onScreen(
                        () -> files.getContent().getLayoutBounds().getHeight()));
        window.act(monthFirst::requestFocus);
        window.press(KeyCode.LEFT);
        assertThat(WindowDriver.onScreen(dayFirst::isSelected)).isTrue();
        window.click("#sheet-ok");
        assertThat(window.console.session.picture().events().size()).isGreaterThan(before);
    }

    @Test
    void aListInASheetFollowsTheCursor() throws Exception {
        String unreadable = line("anna", "03/04/2026") + line("ben", "04/05/2026");
        window.console.filesToRead.clear();
        for (int i = 0; i < 9; i++) {
            window.console.filesToRead.add(Files.writeString(
                    folder.resolve("recipients-" + i + ".csv"),
                    HEAD + "\n" + unreadable.replace(",77,", "," + i + ",")));
        }
        window.open(new Place.Data(Place.Data.Part.IMPORTS));
        window.press(KeyCode.CONTROL, KeyCode.O);
        ScrollPane files = window.node("#unreadable-files", ScrollPane.class);
        for (int i = 0; i < 30 && !(window.focused() instanceof RadioButton); i++) {
            window.press(KeyCode.TAB);
        }
        window.press(KeyCode.SHIFT, KeyCode.TAB);
        assertThat(window.focused()).as("its own keys scroll it").isEqualTo(files);
        window.act(((RadioButton) WindowDriver.onScreen(
                () -> files.lookupAll(".date-order").stream().toList().getLast()))::requestFocus);
        assertThat(WindowDriver.onScreen(
                        () -> seen(files).contains(seen(files.getScene().getFocusOwner()))))
                .isTrue();
        window.press(KeyCode.ESCAPE);
    }

    private static String line(String name, String day) {
        return name + "@example.com,77,123,,Apples are ripe," + day
                + " 09:00,,,,,TRUE,TRUE,FALSE,FALSE,FALSE,FALSE,FALSE,FALSE,FALSE\n";
    }
}
