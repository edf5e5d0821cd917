package dev.rebound.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.console.kit.Density;
import dev.rebound.console.kit.Job;
import dev.rebound.console.kit.Look;
import dev.rebound.console.kit.Motion;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.PlaceText;
import dev.rebound.console.kit.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Window;
import org.controlsfx.control.PopOver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window as a person likes it: size of the text, room, language, masking, and where they were. */
class MannersTest {
    @TempDir
    Path folder;

    private WindowDriver window;

    @BeforeEach
    void openTheSample() throws Exception {
        OpenedConsole console = OpenedConsole.onSample(folder);
        window = new WindowDriver(console);
    }

    @AfterEach
    void close() throws Exception {
        window.close();
    }

    /** What takes its time is listed with how far it is, and whoever waits can give it up. */
    private void runningWorkIsListedWithItsProgressAndIsGivenUpByAButton() {
        AtomicBoolean givenUp = new AtomicBoolean();
        Job job = WindowDriver.onScreen(() -> window.console.background.begin("Export", () -> givenUp.set(true)));
        window.act(() -> job.tell(30, 100));
        assertThat(window.text("#jobs")).isEqualTo("1 job");
        window.click("#jobs");
        window.act(() -> {
            Node list = Window.getWindows().stream()
                    .filter(PopOver.class::isInstance)
                    .map(w -> ((PopOver) w).getContentNode())
                    .findFirst()
                    .orElseThrow();
            assertThat(((ProgressBar) list.lookup(".progress-bar")).getProgress())
                    .isEqualTo(0.3);
            ((Button) list.lookup(".button")).fire();
        });
        assertThat(job.isGivenUp() && givenUp.get()).isTrue();
        window.act(() -> window.console.background.end(job));
        assertThat(window.node("#jobs", Button.class).isVisible()).isFalse();
    }

    private double titleSize() {
        return window.node("#rail-start", ToggleButton.class).getFont().getSize();
    }

    @Test
    void theTextGrowsAndShrinksByKeyAndComesBack() {
        double usual = titleSize();
        window.press(KeyCode.CONTROL, KeyCode.PLUS);
        assertThat(titleSize()).isCloseTo(usual * 1.1, org.assertj.core.api.Assertions.within(0.05));
        for (int i = 0; i < 15; i++) {
            window.press(KeyCode.CONTROL, KeyCode.PLUS);
        }
        assertThat(titleSize()).isCloseTo(usual * 2, org.assertj.core.api.Assertions.within(0.05));
        window.press(KeyCode.CONTROL, KeyCode.DIGIT0);
        assertThat(titleSize()).isCloseTo(usual, org.assertj.core.api.Assertions.within(0.05));
        window.press(KeyCode.CONTROL, KeyCode.COMMA);
        window.press(KeyCode.CONTROL, KeyCode.MINUS);
        assertThat(titleSize()).isLessThan(usual);
    }

    @Test
    void roomBetweenRowsAndTextSizeHoldAtOnce() {
        window.press(KeyCode.CONTROL, KeyCode.COMMA);
        window.act(window.node("#density-roomy", RadioButton.class)::fire);
        window.act(() -> window.node("#text-size", Slider.class).setValue(120));
        window.press(KeyCode.CONTROL, KeyCode.DIGIT3);
        assertThat(window.table("#campaigns").getFixedCellSize())
                .isCloseTo(42 * 1.2, org.assertj.core.api.Assertions.within(0.5));
    }

    @Test
    void anotherLanguageLeavesThePersonWhereTheyAre() {
        window.press(KeyCode.CONTROL, KeyCode.COMMA);
        window.act(window.node("#language-fr", RadioButton.class)::fire);
        assertThat(window.node("#rail-settings", ToggleButton.class).getText()).isEqualTo("Réglages");
        assertThat(window.node("#settings", javafx.scene.layout.BorderPane.class)
                        .isVisible())
                .isTrue();
    }

    @Test
    void maskedAddressesAreNowhereOnTheScreen() {
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
        for (Place place : List.of(
                new Place.Invalid(Place.Invalid.Tab.ALL),
                new Place.Invalid(Place.Invalid.Tab.SENT_AFTER),
                new Place.Invalid(Place.Invalid.Tab.CONTRADICTIONS),
                new Place.Data(Place.Data.Part.JOINS),
                new Place.Activity("is:soft"),
                new Place.Address("claire.d@orange.example.com"),
                new Place.Start())) {
            window.open(place);
            assertThat(window.words()).as(place.toString()).noneMatch(w -> w.matches("(?s).*[a-z0-9]{2,}@[a-z].*"));
        }
        assertThat(window.node("#mask-status", javafx.scene.control.Button.class)
                        .getText())
                .isEqualTo("masked");
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.M);
        window.open(new Place.Invalid(Place.Invalid.Tab.ALL));
        assertThat(window.words()).anyMatch(w -> w.matches("(?s).*[a-z0-9]{2,}@[a-z].*"));
        assertThat(window.console.troubles).isEmpty();
    }

    @Test
    void whatCanBeTakenBackStaysInReachAndInTheListOfMessages() {
        window.open(new Place.Invalid(Place.Invalid.Tab.QUESTIONABLE));
        for (int round = 0; round < 2; round++) {
            window.act(() -> window.table("#invalid").getSelectionModel().clearAndSelect(0));
            window.act(window.node("#mark-valid", Button.class)::fire);
            window.act(window.node("#sheet-ok", Button.class)::fire);
        }
        assertThat(window.table("#invalid").getItems()).hasSize(4);
        assertThat(undo(".toasts")).as("one is seen at a time").hasSize(1);
        window.act(undo(".toasts").getFirst()::fire);
        assertThat(window.table("#invalid").getItems()).hasSize(5);
        window.act(() -> window.node(".menu-bar", MenuBar.class).getMenus().stream()
                .flatMap(m -> m.getItems().stream())
                .filter(i -> "menu.said".equals(i.getId()))
                .forEach(MenuItem::fire));
        assertThat(undo("#said"))
                .as("what was taken back is no longer on offer")
                .hasSize(1);
        window.act(undo("#said").getFirst()::fire);
        assertThat(window.table("#invalid").getItems()).hasSize(6);
    }

    private List<Button> undo(String under) {
        return window.node(under, Parent.class).lookupAll(".button").stream()
                .filter(n -> n instanceof Button b && "Undo".equals(b.getText()))
                .map(Button.class::cast)
                .toList();
    }

    @Test
    void menusAreCalledByTheirLettersAndMarkWhatIsWorn() {
        window.press(KeyCode.ALT, KeyCode.H);
        Menu help = menu("menu.help");
        assertThat(help.isShowing()).isTrue();
        window.press(KeyCode.ESCAPE);
        Menu view = menu("menu.view");
        assertThat(letters(view))
                .as("every item of a menu has a letter of its own")
                .doesNotHaveDuplicates();
        assertThat(letters(view)).doesNotContain("");
        window.press(KeyCode.CONTROL, KeyCode.COMMA);
        window.act(window.node("#theme-dark", RadioButton.class)::fire);
        Menu themes = (Menu) view.getItems().stream()
                .filter(i -> "menu.theme".equals(i.getId()))
                .findFirst()
                .orElseThrow();
        window.act(() -> themes.getOnShowing().handle(new javafx.event.Event(Menu.ON_SHOWING)));
        assertThat(themes.getItems())
                .filteredOn(i -> i instanceof RadioMenuItem r && r.isSelected())
                .extracting(MenuItem::getId)
                .containsExactly("menu.theme.dark");
    }

    private Menu menu(String id) {
        return window.node(".menu-bar", MenuBar.class).getMenus().stream()
                .filter(m -> id.equals(m.getId()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> letters(Menu menu) {
        return menu.getItems().stream()
                .map(MenuItem::getText)
                .filter(t -> t != null && !t.isEmpty())
                .map(t -> t.replaceFirst("^[^_]*_?(.?).*$", "$1").toLowerCase(java.util.Locale.ROOT))
                .toList();
    }

    @Test
    void whatAFieldIsForIsReadWhileOneIsInIt() {
        window.press(KeyCode.CONTROL, KeyCode.DIGIT2);
        window.press(KeyCode.CONTROL, KeyCode.F);
        TextField field = window.node("#activity-filter", TextField.class);
        window.act(field::clear);
        assertThat(field.isFocused()).isTrue();
        assertThat(WindowDriver.onScreen(() -> field.lookupAll(".text").stream()
                        .filter(n -> n instanceof Text t && t.getText().equals(field.getPromptText()))
                        .map(n -> ((Text) n).getFill().isOpaque())
                        .toList()))
                .containsExactly(true);
    }

    @Test
    void anotherWindowIsAskedForByKeyAndRunningWorkIsGivenUp() {
        runningWorkIsListedWithItsProgressAndIsGivenUpByAButton();
        window.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.N);
        assertThat(window.console.windowsWanted).isOne();
    }

    @Test
    void enterAloneErasesNobody() {
        window.open(new Place.Data(Place.Data.Part.PRIVACY));
        window.type("#erase-address", "claire.d@orange.example.com");
        window.click("#erase-preview");
        window.press(KeyCode.ENTER);
        assertThat(window.table("#erasures").getItems()).isEmpty();
        window.click("#erase-preview");
        window.click("#sheet-ok");
        assertThat(window.table("#erasures").getItems()).hasSize(1);
    }

    @Test
    void aLookIsFoundAgainAndNonsenseIsTheUsualOne() {
        Look look = new Look(Theme.DARK, Density.NORMAL, 130, Motion.LESS);
        assertThat(Look.of(look.settings())).isEqualTo(look);
        assertThat(Look.of(Map.of("console.theme", "?", "console.density", "", "console.text-percent", "9x")))
                .isEqualTo(Look.usual());
        assertThat(Look.usual().larger(99).textPercent()).isEqualTo(Look.MOST);
        assertThat(Look.usual().larger(-99).textPercent()).isEqualTo(Look.LEAST);
    }

    @Test
    void aPlaceIsFoundAgainAtTheNextStart() {
        for (Place place : List.of(
                new Place.Start(),
                new Place.Settings(),
                new Place.Campaigns("Spring: Sale"),
                new Place.Activity("is:soft campaign:\"a:b\""),
                new Place.Invalid(Place.Invalid.Tab.TYPOS),
                new Place.Data(Place.Data.Part.COVERAGE))) {
            assertThat(PlaceText.of(place).flatMap(PlaceText::read)).contains(place);
        }
        assertThat(PlaceText.read("invalid:NEVER")).isEmpty();
        assertThat(PlaceText.read("nonsense")).isEmpty();
    }
}
