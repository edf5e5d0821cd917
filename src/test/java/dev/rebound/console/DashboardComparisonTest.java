package dev.rebound.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.console.activity.LogRow;
import dev.rebound.console.kit.Place;
import dev.rebound.sample.Planted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The customer's dashboard against our rows, from the campaign that is looked at (script T1, step 5). */
class DashboardComparisonTest {
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

    private Hyperlink cause(String figure) {
        Pane causes = window.node("#causes-" + figure, Pane.class);
        assertThat(causes.getChildren()).hasSize(1);
        Node first = causes.getChildren().getFirst();
        return (Hyperlink) first;
    }

    @Test
    void threeTypedFiguresHaveNoDifferenceAnotherOneHasItsCauseAndAllGoIntoThePack() throws Exception {
        window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        int before = window.clicks();
        window.click("#gap-compare");
        window.type("#figure-sends", "2000");
        window.type("#figure-deliveries", "1816");
        window.type("#figure-bounces", "2");
        assertThat(window.clicks() - before).isLessThanOrEqualTo(2);
        for (String figure : new String[] {"sends", "deliveries", "bounces"}) {
            assertThat(window.text("#difference-" + figure)).as(figure).isEqualTo("0");
            assertThat(window.text("#rest-" + figure)).as(figure).isEqualTo("nothing left");
        }

        window.type("#figure-deliveries", "1,814");
        assertThat(window.text("#difference-deliveries")).isEqualTo("+2");
        assertThat(window.text("#rest-deliveries")).isEqualTo("nothing left");
        assertThat(cause("deliveries").getText()).isEqualTo("2 returned after acceptance");
        window.act(cause("deliveries")::fire);
        assertThat(window.<LogRow>table("#messages").getItems()).hasSize(Planted.SPRING_RETURNED);

        window.press(KeyCode.ALT, KeyCode.LEFT);
        window.choose("#compare-copy", 1);
        assertThat(WindowDriver.onScreen(
                        () -> javafx.scene.input.Clipboard.getSystemClipboard().getString()))
                .startsWith("Spring Sale 2026 (Europe/Paris)\nFigure,Dashboard,Our rows,Difference,Explained by,")
                .contains("Deliveries,1814,1816,2,2 returned after acceptance,0");
        window.type("#figure-deliveries", "1,000");
        assertThat(window.text("#difference-deliveries")).isEqualTo("+816");
        assertThat(window.text("#rest-deliveries")).isEqualTo("814 not explained");

        Path pack = folder.resolve("compared.zip");
        window.console.fileToWrite = java.util.Optional.of(pack);
        window.click("#compare-evidence");
        assertThat(window.node("#evidence-comparison", Node.class).isVisible()).isTrue();
        window.click("#evidence-save");
        assertThat(summary(pack))
                .as("the figures as they were typed, with what differs")
                .contains("| Sends | 2,000 | 2,000 | 0 | – | 0 |")
                .contains("| Deliveries | 1,000 | 1,816 | +816 | 2 returned after acceptance | 814 |")
                .contains("Not explained: 814 messages");
    }

    private static String summary(Path pack) throws IOException {
        try (ZipFile zip = new ZipFile(pack.toFile())) {
            return new String(zip.getInputStream(zip.getEntry("summary.md")).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void tabGoesFromFigureToFigureAndARateSaysWhichNumberItComesTo() {
        window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        window.click("#gap-compare");
        assertThat(window.focused().getId()).isEqualTo("figure-sends");
        window.write("2000");
        window.press(KeyCode.TAB);
        window.write("90.8 %");
        window.press(KeyCode.ENTER);
        assertThat(window.focused().getId()).isEqualTo("figure-bounces");
        window.write("one");
        assertThat(window.text("#figure-deliveries")).isEqualTo("90.8 %");
        assertThat(doubt("deliveries")).isEqualTo("a whole number is needed: 90.8 % of the sends (2,000) is 1,816");
        assertThat(doubt("bounces")).isEqualTo("a whole number is needed here");
        window.type("#figure-bounces", "0");
        assertThat(window.text("#difference-bounces"))
                .as("nothing is a figure as well")
                .isEqualTo("+2");
        window.press(KeyCode.TAB);
        assertThat(window.focused().getId())
                .as("what opens something comes after the figures")
                .isEqualTo("ours-sends");
    }

    /** Some dashboards tell each day: its lines stand beneath those of the whole, and are compared by the dashboard's calendar. */
    @Test
    void theSendsAndDeliveriesOfADayCanBeTyped() {
        window.open(new Place.Compare(Planted.SPRING));
        MenuButton add = window.node("#compare-add", MenuButton.class);
        Menu days = (Menu) add.getItems().getLast();
        assertThat(days.getItems()).extracting(MenuItem::getText).containsExactly("13 Mar 2026");
        window.act(days.getItems().getFirst()::fire);
        assertThat(window.focused().getId()).isEqualTo("figure-sends-2026-03-13");
        window.write("2000");
        window.press(KeyCode.ENTER);
        assertThat(window.focused().getId())
                .as("Enter goes on to the next figure")
                .isEqualTo("figure-deliveries");
        window.type("#figure-deliveries-2026-03-13", "1815");
        assertThat(window.text("#difference-sends-2026-03-13")).isEqualTo("0");
        assertThat(window.text("#difference-deliveries-2026-03-13")).isEqualTo("+1");
        assertThat(days.getItems())
                .as("a day that is asked for is not offered again")
                .isEmpty();
    }

    private String doubt(String figure) {
        Pane causes = window.node("#causes-" + figure, Pane.class);
        assertThat(causes.getChildren()).hasSize(1);
        return ((Label) causes.getChildren().getFirst()).getText();
    }

    @Test
    void theCustomersPackIsThreeClicksAway() throws Exception {
        window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        Path pack = folder.resolve("pack.zip");
        window.console.fileToWrite = java.util.Optional.of(pack);
        int before = window.clicks();
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
        window.act(() -> window.node("#evidence-fr", javafx.scene.control.RadioButton.class)
                .setSelected(true));
        window.click("#evidence-save");
        assertThat(window.clicks() - before + 1).isLessThanOrEqualTo(3);
        assertThat(pack).exists();
        assertThat(summary(pack))
                .contains("184")
                .contains("mars 2026")
                .contains("1\u202f816 + 184 = 2\u202f000")
                .doesNotContain("example.com");
    }

    @Test
    void figuresOfAFileStandBesideTheTypedOnesAndWhatIsNotUnderstoodIsSaid() throws Exception {
        Path file = Files.writeString(folder.resolve("campaign.csv"), """
                Date,Number of Emails Sent by Date,Number of Emails Delivered by Date,Revenue
                2026-03-13,2000,1814,7
                """);
        window.console.filesToRead.add(file);
        window.press(KeyCode.CONTROL, KeyCode.DIGIT6);
        window.click("#compare-file");
        assertThat(window.text("#figure-sends"))
                .as("the total of one day is no figure of the whole campaign")
                .isEmpty();
        assertThat(window.text("#difference-read-sends")).isEqualTo("0");
        assertThat(window.node("#compare-file", Node.class)
                        .getScene()
                        .getRoot()
                        .lookup("#difference-read-sends-2026-03-13"))
                .as("the total of a single day is that day and stands once")
                .isNull();
        assertThat(window.node("#compare-file", Node.class).getScene().getRoot().lookupAll(".label").stream()
                        .filter(javafx.scene.control.Label.class::isInstance)
                        .map(n -> ((javafx.scene.control.Label) n).getText()))
                .contains("Not understood, left out: Revenue");
    }
}
