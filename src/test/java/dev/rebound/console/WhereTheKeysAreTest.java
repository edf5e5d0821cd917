package dev.rebound.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.console.kit.Place;
import dev.rebound.filter.FilterParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The place of the keys is seen, is where a person expects it, and goes the way the eye goes. */
class WhereTheKeysAreTest {
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

    private String id() {
        Node node = window.focused();
        return node == null ? "" : Objects.toString(node.getId(), "");
    }

    @Test
    void tabGoesFromTheCampaignsThroughTheBarsToTheButtonsBeneath() {
        window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        List<String> way = new ArrayList<>();
        for (int i = 0; i < 60 && !way.contains("gap-compare"); i++) {
            window.press(KeyCode.TAB);
            way.add(id());
        }
        assertThat(way).contains("gap-bar-sends", "gap-soft_bounced", "gap-compare");
        assertThat(way.indexOf("gap-soft_bounced")).isLessThan(way.indexOf("gap-compare"));
    }

    @Test
    void whoOpensANumberAndComesBackStandsOnThatNumber() {
        window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        window.tabTo("#gap-blocked");
        window.press(KeyCode.ENTER);
        assertThat(window.shell().here()).isInstanceOf(Place.Activity.class);
        window.press(KeyCode.ALT, KeyCode.LEFT);
        assertThat(window.shell().here()).isInstanceOf(Place.Campaigns.class);
        assertThat(id()).isEqualTo("gap-blocked");
    }

    @Test
    void downInAListWithoutAChoiceBeginsWithItsFirstRow() {
        window.open(new Place.Invalid(Place.Invalid.Tab.SENT_AFTER));
        window.act(() -> {
            window.table("#invalid").getSelectionModel().clearSelection();
            window.table("#invalid").requestFocus();
        });
        window.press(KeyCode.DOWN);
        assertThat(window.table("#invalid").getSelectionModel().getSelectedIndices())
                .containsExactly(0);
    }

    @Test
    void afterADecisionTheKeysAreInTheListAgain() {
        window.press(KeyCode.CONTROL, KeyCode.DIGIT4);
        window.strike("#mark-valid");
        window.press(KeyCode.ENTER);
        assertThat(window.table("#invalid").getItems()).hasSize(dev.rebound.sample.Planted.INVALID - 1);
        assertThat(id()).isEqualTo("invalid");
    }

    @Test
    void aQuestionWaitsForItsAnswerWhateverKeysOfTheWindowArePressed() {
        window.press(KeyCode.CONTROL, KeyCode.DIGIT4);
        window.strike("#mark-valid");
        window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        window.press(KeyCode.ALT, KeyCode.LEFT);
        assertThat(window.shell().here()).isInstanceOf(Place.Invalid.class);
        assertThat(window.node("#sheet-ok", Node.class)).isNotNull();
    }

    @Test
    void whatIsSaidByNameTakesTheKeysAlong() {
        window.press(KeyCode.CONTROL, KeyCode.K);
        window.press(KeyCode.ENTER);
        assertThat(id()).as("Enter in the empty box goes nowhere").isEqualTo("find");
        window.write("joins");
        window.press(KeyCode.ENTER);
        assertThat(window.shell().here()).isEqualTo(new Place.Data(Place.Data.Part.JOINS));
        assertThat(id()).isEqualTo("tab-joins");
        window.press(KeyCode.CONTROL, KeyCode.K);
        window.write("time zone");
        window.press(KeyCode.ENTER);
        assertThat(window.node("#company-zone", Node.class)).isNotNull();
    }

    @Test
    void theKeysGoOnToTheGroupsThatWereChosen() {
        window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        window.press(KeyCode.CONTROL, KeyCode.G);
        window.press(KeyCode.DOWN);
        window.press(KeyCode.DOWN);
        window.press(KeyCode.ENTER);
        assertThat(id()).isEqualTo("groups");
    }

    @Test
    void everyStopOfTabIsSeen() {
        for (Place place : List.of(
                new Place.Campaigns(""), new Place.Settings(), Place.Activity.of(dev.rebound.filter.Filter.all()))) {
            window.open(place);
            for (int i = 0; i < 30; i++) {
                window.press(KeyCode.TAB);
                Node now = window.focused();
                assertThat(isMarked(now)).as(place + ", stop " + i + ": " + now).isTrue();
            }
        }
    }

    /** A ring lies outside, or where a border stands already: what it surrounds stays where it is. */
    @Test
    void nothingMovesWhenItTakesTheKeys() throws Exception {
        Place.Activity log = new Place.Activity("to:claire.d@orange.example.com is:retried");
        Place message = new Place.Message(
                window.console
                        .session
                        .picture()
                        .key(window.console
                                .session
                                .picture()
                                .questions()
                                .select(FilterParser.parse(log.filter()))
                                .next(0)),
                log);
        for (Place place : List.of(message, new Place.Campaigns(""), log)) {
            window.open(place);
            List<String> moved = WindowDriver.onScreen(() -> {
                List<String> found = new ArrayList<>();
                for (Node node : window.shell().lookupAll("*")) {
                    if (node instanceof Region region && region.isFocusTraversable() && region.isVisible()) {
                        window.shell().requestFocus();
                        region.applyCss();
                        Insets before = region.getInsets();
                        region.requestFocus();
                        region.applyCss();
                        if (!region.getInsets().equals(before)) {
                            found.add(region.getStyleClass() + " " + before + " -> " + region.getInsets());
                        }
                    }
                }
                return found;
            });
            assertThat(moved).as(place.toString()).isEmpty();
        }
    }

    /** A border or a background in the colour of the accent. */
    private static boolean isMarked(Node node) {
        return WindowDriver.onScreen(() -> {
            node.applyCss();
            List<Paint> paints = new ArrayList<>();
            if (node instanceof Region region) {
                if (region.getBorder() != null) {
                    region.getBorder().getStrokes().forEach(s -> paints.add(s.getBottomStroke()));
                }
                if (region.getBackground() != null) {
                    region.getBackground().getFills().forEach(f -> paints.add(f.getFill()));
                }
            }
            return paints.stream().anyMatch(WhereTheKeysAreTest::isAccent);
        });
    }

    private static boolean isAccent(Paint paint) {
        return paint instanceof Color c
                && (c.getOpacity() > 0.9)
                && (c.getBlue() > 0.5)
                && (c.getBlue() > c.getRed() + 0.3);
    }
}
