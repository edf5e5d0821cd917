package dev.rebound.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.console.help.HelpPage;
import dev.rebound.console.kit.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The help beside the work: about what is shown, searched, in each language, with the keys to print; and the way back. */
class HelpTest {
    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private WindowDriver window;

    private void open(Locale language) throws Exception {
        OpenedConsole console = OpenedConsole.onSample(folder.resolve("store"));
        window = new WindowDriver(console, language);
    }

    @AfterEach
    void close() throws Exception {
        assertThat(window.console.troubles).isEmpty();
        window.close();
    }

    private static Scene help() {
        return WindowDriver.onScreen(() -> Window.getWindows().stream()
                .filter(w ->
                        w instanceof Stage s && s.isShowing() && s.getScene().lookup("#help-contents") != null)
                .map(Window::getScene)
                .findFirst()
                .orElseThrow(() -> new AssertionError("the help is not open")));
    }

    @SuppressWarnings("unchecked")
    private static ListView<HelpPage> contents() {
        return (ListView<HelpPage>) help().lookup("#help-contents");
    }

    private static HelpPage page() {
        return WindowDriver.onScreen(() -> contents().getSelectionModel().getSelectedItem());
    }

    @Test
    void f1TellsAboutWhatIsShown() throws Exception {
        open(Locale.UK);
        window.open(new Place.Invalid(Place.Invalid.Tab.ALL));
        window.press(KeyCode.F1);
        assertThat(page()).isEqualTo(HelpPage.INVALID);
        window.open(new Place.Cases());
        window.press(KeyCode.SHIFT, KeyCode.F1);
        assertThat(page()).isEqualTo(HelpPage.KEYS);
    }

    @Test
    void theListOfKeysIsReadToItsEndByKeysAndEscapeClosesIt() throws Exception {
        open(Locale.UK);
        window.press(KeyCode.SHIFT, KeyCode.F1);
        javafx.scene.control.ScrollPane shown = (javafx.scene.control.ScrollPane) help().lookup("#help-page");
        window.act(() -> shown.fireEvent(pressed(KeyCode.PAGE_DOWN)));
        assertThat(WindowDriver.onScreen(() -> shown.getVvalue()
                        * (shown.getContent().getLayoutBounds().getHeight()
                                - shown.getViewportBounds().getHeight())))
                .as("a page further, not a line, from within the text too")
                .isGreaterThan(
                        WindowDriver.onScreen(() -> shown.getViewportBounds().getHeight() / 2));
        for (int i = 0; i < 12; i++) {
            window.act(() -> contents().fireEvent(pressed(KeyCode.PAGE_DOWN)));
        }
        assertThat(page()).isEqualTo(HelpPage.KEYS);
        assertThat(WindowDriver.onScreen(shown::getVvalue)).isEqualTo(1);
        window.act(() -> contents().fireEvent(pressed(KeyCode.ESCAPE)));
        assertThat(WindowDriver.onScreen(() -> shown.getScene().getWindow().isShowing()))
                .isFalse();
    }

    private static KeyEvent pressed(KeyCode key) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false);
    }

    @Test
    void everyPageStandsInEveryLanguageAndIsFoundByItsWords() throws Exception {
        for (Locale language : List.of(Locale.UK, Locale.FRANCE)) {
            open(language);
            window.press(KeyCode.F1);
            for (HelpPage page : HelpPage.values()) {
                window.act(() -> contents().getSelectionModel().select(page));
            }
            window.act(() -> ((TextField) help().lookup("#help-search"))
                    .setText(language.equals(Locale.UK) ? "incident difference" : "incident differe"));
            assertThat(WindowDriver.onScreen(() -> List.copyOf(contents().getItems())))
                    .as(language.toString())
                    .hasSizeLessThan(HelpPage.values().length);
            window.act(() -> ((TextField) help().lookup("#help-search")).setText("xyzzy"));
            assertThat(contents().getItems()).isEmpty();
            if (language.equals(Locale.UK)) {
                close();
            }
        }
    }

    @Test
    void theKeysAreSavedAsAPageToPrint() throws Exception {
        open(Locale.FRANCE);
        window.console.fileToWrite = Optional.of(folder.resolve("keys.html"));
        window.press(KeyCode.SHIFT, KeyCode.F1);
        assertThat(page()).isEqualTo(HelpPage.KEYS);
        window.act(() -> {
            help().getRoot().applyCss();
            ((ButtonBase) help().lookup("#keys-print")).fire();
        });
        assertThat(Files.readString(folder.resolve("keys.html")))
                .contains("<html lang=\"fr\">", "Ctrl+K", "Maj+F10", "épingler à une enquête");
    }

    @Test
    void theWayToWhereOneIsLeadsBackPartByPart() throws Exception {
        open(Locale.UK);
        window.open(new Place.Activity("is:blocked campaign:\"Spring Sale 2026\" provider:Outlook"));
        assertThat(window.crumbs())
                .containsExactly("Campaigns", "Spring Sale 2026", "Blocked", "Mailbox provider: Outlook");
        window.crumb("Blocked");
        assertThat(window.text("#activity-filter")).isEqualTo("campaign:\"Spring Sale 2026\" is:blocked");
        window.crumb("Spring Sale 2026");
        assertThat(window.crumbs()).containsExactly("Campaigns", "Spring Sale 2026");
        window.press(KeyCode.ALT, KeyCode.LEFT);
        assertThat(window.crumbs()).hasSize(3);
    }

    @Test
    void f6LeadsThroughThePartsOfTheWindowAndBack() throws Exception {
        open(Locale.UK);
        window.open(new Place.Activity("is:blocked"));
        var start = window.focused();
        int steps = 0;
        do {
            window.press(KeyCode.F6);
            steps++;
        } while (!window.focused().equals(start) && steps < 12);
        assertThat(steps).as("parts").isBetween(5, 9);
        window.press(KeyCode.F6);
        window.press(KeyCode.SHIFT, KeyCode.F6);
        assertThat(window.focused()).isEqualTo(start);
    }
}
