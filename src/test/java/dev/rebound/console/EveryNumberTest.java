package dev.rebound.console;

import static dev.rebound.console.NumberWalk.number;
import static dev.rebound.console.NumberWalk.onScreen;
import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.Tweaks;
import dev.rebound.chart.Spot;
import dev.rebound.console.kit.CountColumn;
import dev.rebound.console.kit.OpensRows;
import dev.rebound.console.kit.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Walks every screen, presses every number that can be pressed, and counts the rows that open. */
class EveryNumberTest {
    /** Columns of numbers that open none, by the table and the column's heading, and why not. */
    private static final Map<String, String> NO_ROWS = Map.ofEntries(
            Map.entry("by-provider: Gap %", "a share"),
            Map.entry("by-provider: Usually", "a share"),
            Map.entry("by-reason: Of the gap", "a share"),
            Map.entry("campaigns: Gap %", "a share"),
            Map.entry("incidents: Campaigns", "campaigns, which are named beneath and lead to their gaps"),
            Map.entry("incidents: Services", "services, which are named beneath"),
            Map.entry("incidents: Share", "a share"),
            Map.entry("incidents: Usually", "a share"),
            Map.entry("joins: Rate", "a share"),
            Map.entry("messages: Tries", "Enter opens the message with its tries"),
            Map.entry("imports-before: New", "its cells are links"),
            Map.entry("imports-before: Read", "records of a file, not rows of the store"),
            Map.entry("imports-before: Seen", "its cells list these events"),
            Map.entry("imports-before: Unread", "the line lists them beneath"),
            Map.entry("imports-now: New", "stands among the earlier imports once the file is read"),
            Map.entry("imports-now: Read", "records of a file, not rows of the store"),
            Map.entry("imports-now: Seen", "was held before, nothing was added"),
            Map.entry("imports-now: Unread", "the line lists them beneath"),
            Map.entry("duplicates: Times", "copies are no rows; the line opens the message that they are copies of"),
            Map.entry("erasures: Events", "what was rewritten that day"),
            Map.entry("erasures: Raw records", "what was rewritten that day"),
            Map.entry("past-counts: Messages", "the messages are gone, by the operator's wish"),
            Map.entry("past-counts: Delivered", "the messages are gone, by the operator's wish"));

    /** Words with numbers that open nothing, and why not. */
    private static final Map<String, String> NO_LINKS = Map.ofEntries(
            Map.entry("0 .*", "there is nothing to open"),
            Map.entry("\\d+ repeated events? removed", "what was removed is no row; the messages stand beside it"),
            Map.entry(".*(Spring Sale 2026|Votre commande 8841).*", "a name"),
            Map.entry("2026", "a year"),
            Map.entry(".*after \\d+ tries.*", "the chain beneath lists them"),
            Map.entry("\\d+ messages", "the log's own rows"),
            Map.entry("\\d+ of \\d+", "a place in a list"),
            Map.entry("Chosen: \\d+", "the lines that are marked above"),
            Map.entry("Files to ask for: \\d+", "files, which are listed beneath"),
            Map.entry("Please send .*", "what a file would tell that is not here"),
            Map.entry("\\d+ domains", "no messages; they are listed beneath"),
            Map.entry("Nothing is removed\\. Thirteen months .*", "a length of time"),
            Map.entry("\\d+(\\.\\d+ MB)?", "the store's size and its version"),
            Map.entry("(.*: )?(smtp; )?[245]\\d\\d .*", "a server's reply"),
            Map.entry(".*, line [\\d,]+", "a place in a file"),
            Map.entry("(?s).*\\n.*", "a raw record: the file's own words"),
            Map.entry("\\s*\\d+\\s+([a-z_]+: )?", "the number of a column of a raw record, and its name"),
            Map.entry("Most lie in .*", "a path"));

    @TempDir
    static Path folder;

    private static NumberWalk walk;

    @BeforeAll
    static void openTheSample() throws Exception {
        walk = new NumberWalk(folder);
    }

    @AfterAll
    static void close() throws Exception {
        assertThat(walk.console.troubles).isEmpty();
        walk.close();
    }

    @Test
    void everyPressedNumberOpensSoManyRows() throws Exception {
        List<String> wrong = new ArrayList<>();
        int walked = 0;
        for (Map.Entry<String, Place> entry : walk.places().entrySet()) {
            walk.go(entry.getKey(), entry.getValue());
            int count = walk.pressable().size();
            for (int i = 0; i < count; i++) {
                walk.go(entry.getKey(), entry.getValue());
                List<ButtonBase> buttons = walk.pressable();
                if (i >= buttons.size()) {
                    break;
                }
                ButtonBase button = buttons.get(i);
                long told = NumberWalk.told(button).orElseThrow();
                String name = entry.getKey() + " " + button.getId() + " " + button.getText();
                NumberWalk.press(button);
                OptionalLong rows = walk.opened();
                if (rows.isPresent()) {
                    walked++;
                    if (rows.getAsLong() != told) {
                        wrong.add(name + ": " + told + " opened " + rows.getAsLong());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(walked).isPositive();
    }

    /**
     * Numbers that tell what they would open are asked for it: all of them, those of the lines below the screen too. The
     * first one of each screen is pressed as well.
     */
    @Test
    void everyNumberOfEveryScreenAndLineCountsItsRows() throws Exception {
        List<String> wrong = new ArrayList<>();
        Set<String> bare = new TreeSet<>();
        Set<String> dead = new TreeSet<>();
        int walked = 0;
        for (Map.Entry<String, Place> entry : walk.places().entrySet()) {
            walk.go(entry.getKey(), entry.getValue());
            for (TableView<?> table : walk.tables()) {
                walked += walk.compare(entry.getKey(), table, wrong);
                bare.addAll(bare(table));
            }
            dead.addAll(walk.dead(onScreen(() -> walk.shell.lookup(".stage"))));
            List<ButtonBase> links = walk.links();
            for (ButtonBase link : links) {
                long told = NumberWalk.told(link).orElseThrow();
                long listed = walk.rows((Place.Activity) ((OpensRows) link).rows());
                walked++;
                if (told != listed) {
                    wrong.add(entry.getKey() + " " + link.getText() + " lists " + listed);
                }
            }
            long told = NumberWalk.told(links.getFirst()).orElseThrow();
            NumberWalk.press(links.getFirst());
            assertThat(walk.opened()).as(entry.getKey()).hasValue(told);
        }
        assertThat(wrong).isEmpty();
        assertThat(bare).as("columns of numbers that open nothing").isSubsetOf(NO_ROWS.keySet());
        assertThat(dead)
                .as("numbers in sentences that open nothing")
                .allMatch(words -> NO_LINKS.keySet().stream().anyMatch(words::matches));
        assertThat(walked).isGreaterThan(300);
    }

    /** What stands over a view for a while has numbers too: the resend list, evidence, a correction, chosen rows. */
    @Test
    void everyNumberOfASheetAndOfChosenRowsCountsItsRows() throws Exception {
        List<String> wrong = new ArrayList<>();
        Place soft = new Place.Activity("is:soft");
        Map<String, Place> sheets = new LinkedHashMap<>();
        sheets.put("#incident-resend", new Place.Incidents());
        sheets.put("#gap-resend", new Place.Campaigns("Spring Sale 2026"));
        sheets.put("#incident-evidence", new Place.Incidents());
        sheets.put("#reclassify", soft);
        sheets.put("#time-table", soft);
        int walked = 0;
        for (Map.Entry<String, Place> sheet : sheets.entrySet()) {
            walk.go("", sheet.getValue());
            onScreen(() -> {
                PicturesTest.chooseFirstRow(walk.shell);
                return true;
            });
            NumberWalk.press((ButtonBase) onScreen(() -> walk.shell.lookup(sheet.getKey())));
            Node over = onScreen(() -> walk.shell.lookup(".modal-pane"));
            for (TableView<?> table : walk.tables(over)) {
                walked += walk.compare(sheet.getKey(), table, wrong);
            }
            List<ButtonBase> links = walk.links(over);
            for (ButtonBase link : links) {
                compare(sheet.getKey(), link, wrong);
                walked++;
            }
            assertThat(walk.dead(over))
                    .as(sheet.getKey())
                    .allMatch(words -> NO_LINKS.keySet().stream().anyMatch(words::matches));
            long told = NumberWalk.told(links.getFirst()).orElseThrow();
            NumberWalk.press(links.getFirst());
            assertThat(walk.opened()).as(sheet.getKey()).hasValue(told);
        }
        walk.go("", soft);
        onScreen(() -> {
            ((TableView<?>) walk.shell.lookup("#messages")).getSelectionModel().selectRange(0, 40);
            return true;
        });
        List<ButtonBase> links = walk.links(onScreen(() -> walk.shell.lookup("#selection-summary")));
        for (ButtonBase link : links) {
            compare("chosen rows", link, wrong);
        }
        assertThat(links).hasSizeGreaterThan(5);
        NumberWalk.press(links.getLast());
        assertThat(walk.opened()).isEqualTo(NumberWalk.told(links.getLast()));
        assertThat(wrong).isEmpty();
        assertThat(walked).isGreaterThan(40);
    }

    private static void compare(String where, ButtonBase link, List<String> wrong) throws Exception {
        long told = NumberWalk.told(link).orElseThrow();
        long listed = walk.rows((Place.Activity) ((OpensRows) link).rows());
        if (told != listed) {
            wrong.add(where + " " + link.getText() + " lists " + listed);
        }
    }

    /** A bar of the histogram, by its key and by the pointer. */
    @Test
    void everyBarOverTimeNarrowsToAsManyRowsAsItIsHigh() throws Exception {
        Place soft = new Place.Activity("is:soft");
        walk.go("", soft);
        NumberWalk.press((ButtonBase) onScreen(() -> walk.shell.lookup("#time-table")));
        TableView<?> twin =
                walk.tables(onScreen(() -> walk.shell.lookup(".modal-pane"))).getFirst();
        long first = ((CountColumn<?>) twin.getVisibleLeafColumns().get(2)).countAt(0);
        walk.go("", soft);
        Node bars = onScreen(() -> walk.shell.lookup(".time-bars"));
        for (KeyCode key : List.of(KeyCode.RIGHT, KeyCode.ENTER)) {
            onScreen(() -> {
                Event.fireEvent(bars, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
                return true;
            });
        }
        assertThat(walk.opened()).hasValue(first);
        walk.go("", soft);
        for (EventType<MouseEvent> type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED)) {
            onScreen(() -> {
                Event.fireEvent(bars, mouse(type));
                return true;
            });
        }
        assertThat(walk.opened()).hasValue(first);
    }

    private static MouseEvent mouse(EventType<MouseEvent> type) {
        return new MouseEvent(
                type,
                2,
                20,
                2,
                20,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                true,
                false,
                false,
                false,
                false,
                true,
                null);
    }

    /** Every mark of every chart of a campaign says a number and opens as many messages. */
    @Test
    void everyMarkOfAChartOpensAsManyRowsAsItSays() throws Exception {
        List<String> wrong = new ArrayList<>();
        int walked = 0;
        for (String way : List.of(
                "#tab-gap #gap-view-waterfall",
                "#tab-time #time-since",
                "#tab-time #time-cohorts",
                "#tab-providers #providers-chart",
                "#tab-retries #arrivals-chart",
                "#tab-gap #campaign-list-chart")) {
            walk.go("", new Place.Campaigns("Spring Sale 2026"));
            for (String button : way.split(" ", -1)) {
                NumberWalk.press((ButtonBase) onScreen(() -> walk.shell.lookup(button)));
            }
            String chart = way.substring(way.indexOf(' ') + 1);
            for (Spot spot : walk.spots(chart + "-pane")) {
                if (!spot.rows().isEmpty()) {
                    walked++;
                    long told = NumberWalk.spotted(spot.words());
                    long listed = walk.rows(new Place.Activity(spot.rows()));
                    if (told != listed) {
                        wrong.add(chart + " " + spot.words() + ", " + spot.rows() + " lists " + listed);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(walked).isGreaterThan(40);
    }

    /** The columns of numbers of a table that open nothing. */
    private static List<String> bare(TableView<?> table) {
        return table.getVisibleLeafColumns().stream()
                .filter(c -> c.getStyleClass().contains(Tweaks.ALIGN_RIGHT) && !(c instanceof CountColumn<?>))
                .map(c -> table.getId() + ": " + c.getText())
                .toList();
    }

    /** A line of a table that leads into the log names the number of rows there: the first and the last. */
    @Test
    void everyOpenedLineNamesItsNumberOfRows() throws Exception {
        List<String> wrong = new ArrayList<>();
        int walked = 0;
        Set<String> seen = new TreeSet<>();
        Map<String, Place> places = walk.places();
        places.keySet().removeIf(p -> p.startsWith("invalid"));
        for (Place.Activity.Grouping by : Place.Activity.Grouping.values()) {
            places.put("log by " + by, new Place.Activity("campaign:\"Newsletter March\"", false, by, null));
        }
        for (Map.Entry<String, Place> entry : places.entrySet()) {
            walk.go(entry.getKey(), entry.getValue());
            for (TableView<?> table : walk.tables()) {
                String id = table.getId();
                if (id != null && !seen.add(entry.getKey().startsWith("log") ? entry.getKey() + id : id)) {
                    continue;
                }
                int last = table.getItems().size() - 1;
                for (int row : id == null || last < 0 ? Set.<Integer>of() : new TreeSet<>(List.of(0, last))) {
                    walk.go(entry.getKey(), entry.getValue());
                    List<Long> numbers = enter(id, row);
                    OptionalLong rows = walk.opened();
                    if (rows.isEmpty()) {
                        break;
                    }
                    walked++;
                    if (!numbers.contains(rows.getAsLong())) {
                        wrong.add(entry.getKey() + " " + id + " row " + row + ": " + numbers + " opened "
                                + rows.getAsLong());
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(walked).isPositive();
    }

    /** Presses Enter on a line of a table; tells the line's numbers. */
    private static List<Long> enter(String id, int row) {
        onScreen(() -> {
            TableView<?> now = (TableView<?>) walk.shell.lookup("#" + id);
            now.getSelectionModel().clearAndSelect(row);
            now.scrollTo(row);
            return id;
        });
        List<Long> numbers = onScreen(() -> numbers((TableView<?>) walk.shell.lookup("#" + id), row));
        onScreen(() -> {
            Node now = walk.shell.lookup("#" + id);
            now.requestFocus();
            Event.fireEvent(now, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
            return true;
        });
        return numbers;
    }

    private static List<Long> numbers(TableView<?> table, int row) {
        List<Long> numbers = new ArrayList<>();
        for (Node node : table.lookupAll(".table-row-cell")) {
            if (node instanceof IndexedCell<?> cell && cell.getIndex() == row) {
                for (Node inner : cell.lookupAll("*")) {
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
            walk.go("", new Place.Invalid(tab));
            ToggleButton button = onScreen(
                    () -> (ToggleButton) walk.shell.lookup("#tab-" + tab.name().toLowerCase(Locale.ROOT)));
            OptionalLong told = number(button.getText());
            if (told.isPresent()) {
                assertThat((List<?>) ((TableView<?>) onScreen(() -> walk.shell.lookup("#invalid"))).getItems())
                        .as(tab.name())
                        .hasSize((int) told.getAsLong());
                walked++;
            }
        }
        assertThat(walked).isEqualTo(Place.Invalid.Tab.values().length);
    }

    @Test
    void everyTabOfAMessageHoldsWhatItSays() throws Exception {
        Place message = Objects.requireNonNull(walk.places().get("message"));
        for (String tab : List.of("address", "reply")) {
            walk.go("#tab-" + tab, message);
            String text = onScreen(() -> ((ToggleButton) walk.shell.lookup("#tab-" + tab)).getText());
            assertThat((List<?>) ((TableView<?>) onScreen(() -> walk.shell.lookup("#same-" + tab))).getItems())
                    .hasSize((int) number(text).orElseThrow());
            walk.go("#tab-" + tab, message);
            NumberWalk.press((ButtonBase) onScreen(() -> walk.shell.lookup("#message-inlog")));
            assertThat(walk.opened()).isEqualTo(number(text));
        }
    }

    /** The values beside the list: Enter keeps so many rows as the value's count; the first value of each field. */
    @Test
    void everyFacetKeepsAsManyRowsAsItSays() {
        Place log = new Place.Activity("campaign:\"Spring Sale 2026\" -is:delivered");
        List<String> wrong = new ArrayList<>();
        walk.go("", log);
        int count = facets().size();
        for (int i = 0; i < count; i++) {
            walk.go("", log);
            Node row = facets().get(i);
            String words = Objects.requireNonNull(row.getAccessibleText());
            onScreen(() -> {
                Event.fireEvent(
                        row, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
                return true;
            });
            long told = number(words.substring(words.lastIndexOf(' ') + 1)).orElseThrow();
            if (walk.opened().orElse(-1) != told) {
                wrong.add(words + " opened " + walk.opened());
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(count).isGreaterThan(5);
    }

    private static List<Node> facets() {
        return onScreen(() -> ((VBox) walk.shell.lookup(".facets"))
                .getChildren().stream()
                        .filter(VBox.class::isInstance)
                        .map(b -> ((VBox) b).getChildren().getFirst())
                        .toList());
    }
}
