package dev.rebound.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.Theme;
import dev.rebound.console.shell.Shell;
import dev.rebound.filter.FilterParser;
import dev.rebound.insight.Picture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Walks every screen, presses every number that can be pressed, and counts the rows that open. */
class EveryNumberTest {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(?:[,\\u202f\\u00a0]\\d{3})+|\\d+");
    private static final int ROWS_A_TABLE = 8;

    @TempDir
    static Path folder;

    private static OpenedConsole console;
    private static Stage stage;
    private static Shell shell;

    @BeforeAll
    static void openTheSample() throws Exception {
        FxToolkit.registerPrimaryStage();
        console = new OpenedConsole(folder);
        console.importSample();
        stage = onScreen(Stage::new);
        shell = onScreen(() -> console.show(stage, Locale.UK, Theme.LIGHT));
    }

    @AfterAll
    static void close() throws Exception {
        onScreen(() -> {
            stage.close();
            stage.setScene(null);
            return true;
        });
        assertThat(console.troubles).isEmpty();
        console.close();
    }

    private static <T> T onScreen(Callable<T> act) {
        T result = WaitForAsyncUtils.waitForAsyncFx(20_000, act);
        WaitForAsyncUtils.waitForFxEvents(2);
        return result;
    }

    /** Goes to a place and presses the tabs that lead to a part of it. */
    private static void go(Place place, String tab) {
        onScreen(() -> {
            shell.open(place);
            return true;
        });
        if (!tab.isEmpty()) {
            onScreen(() -> {
                ((ButtonBase) shell.lookup(tab)).fire();
                return true;
            });
        }
    }

    /** The number of rows of the log; empty where another view is shown. */
    private static OptionalLong opened() {
        return onScreen(() -> shell.lookup(".stage").lookup("#activity-total") instanceof Label total
                ? number(total.getText().startsWith("No ") ? "0" : total.getText())
                : OptionalLong.empty());
    }

    private static OptionalLong number(String text) {
        Matcher m = NUMBER.matcher(text);
        return m.find() ? OptionalLong.of(Long.parseLong(m.group().replaceAll("\\D", ""))) : OptionalLong.empty();
    }

    /** What of the stage can be pressed and tells a number. */
    private static List<ButtonBase> pressable() {
        return onScreen(() -> {
            List<ButtonBase> found = new ArrayList<>();
            for (Node node : shell.lookup(".stage").lookupAll("*")) {
                if (node instanceof ButtonBase button
                        && !(button instanceof ToggleButton)
                        && !button.isDisabled()
                        && isSeen(button)
                        && told(button).isPresent()) {
                    found.add(button);
                }
            }
            return found;
        });
    }

    private static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible() || (at instanceof IndexedCell<?> cell && cell.isEmpty())) {
                return false;
            }
        }
        return true;
    }

    private static OptionalLong told(ButtonBase button) {
        Node graphic = button.getGraphic();
        Node count = graphic == null ? null : graphic.lookup(".gap-count");
        return number(
                count instanceof Labeled label ? label.getText() : button.getText() == null ? "" : button.getText());
    }

    private static Map<String, Place> places() throws Exception {
        Picture picture = console.session.picture();
        Map<String, Place> places = new LinkedHashMap<>();
        places.put("start", new Place.Start());
        places.put("campaign #tab-gap", new Place.Campaigns("Spring Sale 2026"));
        places.put("campaign #tab-time", new Place.Campaigns("Spring Sale 2026"));
        places.put("campaign #tab-providers", new Place.Campaigns("Spring Sale 2026"));
        places.put("campaign #tab-retries", new Place.Campaigns("Spring Sale 2026"));
        places.put("campaign #tab-reasons", new Place.Campaigns("Spring Sale 2026"));
        places.put("campaign2 #tab-gap", new Place.Campaigns("Order confirmations"));
        places.put("compare", new Place.Compare("Spring Sale 2026"));
        places.put("incidents", new Place.Incidents());
        places.put("address", new Place.Address("claire.d@orange.example.com"));
        places.put(
                "message",
                new Place.Message(
                        picture.key(picture.questions()
                                .select(FilterParser.parse("is:blocked"))
                                .next(0)),
                        new Place.Activity("is:blocked")));
        return places;
    }

    @Test
    void everyPressedNumberOpensSoManyRows() throws Exception {
        List<String> wrong = new ArrayList<>();
        int walked = 0;
        for (Map.Entry<String, Place> entry : places().entrySet()) {
            String tab = entry.getKey().indexOf('#') < 0
                    ? ""
                    : entry.getKey().substring(entry.getKey().indexOf('#'));
            go(entry.getValue(), tab);
            int count = pressable().size();
            for (int i = 0; i < count; i++) {
                go(entry.getValue(), tab);
                List<ButtonBase> buttons = pressable();
                if (i >= buttons.size()) {
                    break;
                }
                ButtonBase button = buttons.get(i);
                long told = told(button).orElseThrow();
                String name = entry.getKey() + " " + button.getId() + " " + button.getText();
                onScreen(() -> {
                    button.fire();
                    return true;
                });
                OptionalLong rows = opened();
                if (rows.isPresent()) {
                    walked++;
                    if (rows.getAsLong() != told) {
                        wrong.add(name + ": " + told + " opened " + rows.getAsLong());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(walked).isGreaterThan(20);
    }

    /** A line of a table that leads into the log names the number of rows there. */
    @Test
    void everyOpenedLineNamesItsNumberOfRows() throws Exception {
        List<String> wrong = new ArrayList<>();
        int walked = 0;
        for (Map.Entry<String, Place> entry : places().entrySet()) {
            String tab = entry.getKey().indexOf('#') < 0
                    ? ""
                    : entry.getKey().substring(entry.getKey().indexOf('#'));
            go(entry.getValue(), tab);
            for (TableView<?> table : tables()) {
                String id = table.getId();
                for (int row = 0;
                        id != null
                                && row < Math.min(ROWS_A_TABLE, table.getItems().size());
                        row++) {
                    go(entry.getValue(), tab);
                    int at = row;
                    String line = onScreen(() -> {
                        TableView<?> now = (TableView<?>) shell.lookup("#" + id);
                        now.getSelectionModel().clearAndSelect(at);
                        now.scrollTo(at);
                        return id;
                    });
                    List<Long> numbers = onScreen(() -> numbers((TableView<?>) shell.lookup("#" + id), at));
                    onScreen(() -> {
                        Node now = shell.lookup("#" + id);
                        now.requestFocus();
                        Event.fireEvent(
                                now,
                                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
                        return true;
                    });
                    OptionalLong rows = opened();
                    if (rows.isPresent()) {
                        walked++;
                        if (!numbers.contains(rows.getAsLong())) {
                            wrong.add(entry.getKey() + " " + line + " row " + row + ": " + numbers + " opened "
                                    + rows.getAsLong());
                        }
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(walked).isPositive();
    }

    private static List<TableView<?>> tables() {
        return onScreen(() -> {
            List<TableView<?>> found = new ArrayList<>();
            for (Node node : shell.lookup(".stage").lookupAll(".table-view")) {
                if (node instanceof TableView<?> table && isSeen(table)) {
                    found.add(table);
                }
            }
            return found;
        });
    }

    private static List<Long> numbers(TableView<?> table, int row) {
        List<Long> numbers = new ArrayList<>();
        for (Node node : table.lookupAll(".table-row-cell")) {
            if (node instanceof IndexedCell<?> cell && cell.getIndex() == row) {
                for (Node inner : cell.lookupAll(".table-cell")) {
                    if (inner instanceof Labeled label && label.getText() != null) {
                        number(label.getText()).ifPresent(numbers::add);
                    }
                }
            }
        }
        return numbers;
    }

    @Test
    void everyTabOfTheInvalidAddressesHoldsWhatItSays() {
        int walked = 0;
        for (Place.Invalid.Tab tab : Place.Invalid.Tab.values()) {
            go(new Place.Invalid(tab), "");
            ToggleButton button = onScreen(
                    () -> (ToggleButton) shell.lookup("#tab-" + tab.name().toLowerCase(Locale.ROOT)));
            OptionalLong told = number(button.getText());
            if (told.isPresent()) {
                assertThat((List<?>) ((TableView<?>) onScreen(() -> shell.lookup("#invalid"))).getItems())
                        .as(tab.name())
                        .hasSize((int) told.getAsLong());
                walked++;
            }
        }
        assertThat(walked).isEqualTo(Place.Invalid.Tab.values().length);
    }

    @Test
    void everyTabOfAMessageHoldsWhatItSays() throws Exception {
        Place message = Objects.requireNonNull(places().get("message"));
        for (String tab : List.of("address", "reply")) {
            go(message, "#tab-" + tab);
            String text = onScreen(() -> ((ToggleButton) shell.lookup("#tab-" + tab)).getText());
            assertThat((List<?>) ((TableView<?>) onScreen(() -> shell.lookup("#same-" + tab))).getItems())
                    .hasSize((int) number(text).orElseThrow());
            go(message, "#tab-" + tab);
            onScreen(() -> {
                ((ButtonBase) shell.lookup("#message-inlog")).fire();
                return true;
            });
            assertThat(opened()).isEqualTo(number(text));
        }
    }
}
