package dev.rebound.console;

import dev.rebound.cases.CaseFile;
import dev.rebound.cases.CaseText;
import dev.rebound.cases.Figures;
import dev.rebound.chart.Mark;
import dev.rebound.chart.Spot;
import dev.rebound.console.kit.ChartPane;
import dev.rebound.console.kit.CountColumn;
import dev.rebound.console.kit.MarkdownFlow;
import dev.rebound.console.kit.OpensRows;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.Theme;
import dev.rebound.console.shell.Shell;
import dev.rebound.filter.FilterParser;
import dev.rebound.index.Questions;
import dev.rebound.insight.Picture;
import dev.rebound.sample.Planted;
import dev.rebound.store.StoreException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.testfx.api.FxToolkit;

/** Goes from screen to screen of the sample data and finds what tells a number there. */
final class NumberWalk implements AutoCloseable {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(?:[,\\u202f\\u00a0]\\d{3})+|\\d+");

    /** Moments, shares, lengths of time, addresses, IPs, versions and names of files. */
    private static final Pattern NO_COUNT = Pattern.compile(
            "\\d{1,2} (?:\\p{L}{3,9} \\d{4}|\\p{Lu}\\p{Ll}{2}\\b)"
                    + "|\\d{4}-\\d\\d-\\d\\d\\S*|[+-]?\\d\\d:\\d\\d(?::\\d\\d)?|\\d[\\d,.]*\\s?%"
                    + "|\\d+ (?:h|min|s|MB|KB|minutes|hours|months)\\b|\\S+@\\S+|\\S*\\d{10,}\\S*|\\S*\\p{L}[-\\p{L}_]*\\d\\S*|\\d+(?:\\.\\d+){2,}");

    /** The reply as it was written, the bars of time and the facets, which another walk presses. */
    private static final List<String> READ_ELSEWHERE =
            List.of("mono", "facets", "chart", "axis-label", "crumbs", "chip");

    private static final Pattern SPOTTED = Pattern.compile("([\\d,]+)(?: \\([^)]*\\))?$");

    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");

    final OpenedConsole console;
    final Shell shell;
    private final Stage stage;

    NumberWalk(Path folder) throws Exception {
        FxToolkit.registerPrimaryStage();
        console = OpenedConsole.onSample(folder);
        Picture picture = console.session.picture();
        CaseFile asked = CaseFile.begun(
                "1",
                "Where are 184 messages?",
                "",
                "campaign:\"Spring Sale 2026\"",
                Figures.of(picture, "campaign:\"Spring Sale 2026\"", Planted.NOW),
                Planted.NOW);
        console.session.putSetting(CaseText.SETTING + asked.id(), CaseText.of(asked));
        stage = onScreen(Stage::new);
        shell = onScreen(() -> console.show(stage, Locale.UK, Theme.LIGHT));
    }

    @Override
    public void close() throws StoreException {
        onScreen(() -> {
            stage.close();
            stage.setScene(null);
            return true;
        });
        console.close();
    }

    static <T> T onScreen(Callable<T> act) {
        T result = Screen.on(act);
        Screen.settle();
        return result;
    }

    /** Every screen by its name; after a # the button that leads to a part of it. */
    Map<String, Place> places() throws Exception {
        Map<String, Place> places = new LinkedHashMap<>();
        places.put("start", new Place.Start());
        places.put("log", new Place.Activity("is:soft"));
        for (String tab : List.of("gap", "time", "providers", "retries", "reasons")) {
            places.put("campaign #tab-" + tab, new Place.Campaigns("Spring Sale 2026"));
        }
        places.put("campaign2 #tab-gap", new Place.Campaigns("Order confirmations"));
        places.put("compare", new Place.Compare("Spring Sale 2026"));
        places.put("incidents", new Place.Incidents());
        places.put("cases", new Place.Cases());
        places.put("address", new Place.Address("claire.d@orange.example.com"));
        places.put("message", new Place.Message(first("is:blocked"), new Place.Activity("is:blocked")));
        for (Place.Invalid.Tab tab : Place.Invalid.Tab.values()) {
            places.put("invalid " + tab, new Place.Invalid(tab));
        }
        for (Place.Data.Part part : Place.Data.Part.values()) {
            places.put("data " + part, new Place.Data(part));
        }
        return places;
    }

    private dev.rebound.insight.MessageKey first(String filter) throws Exception {
        Picture picture = console.session.picture();
        return picture.key(
                picture.questions().select(FilterParser.parse(filter)).next(0));
    }

    void go(String name, Place place) {
        int tab = name.indexOf('#');
        onScreen(() -> {
            shell.open(place);
            return true;
        });
        if (tab >= 0) {
            press((ButtonBase) shell.lookup(name.substring(tab)));
        }
    }

    static void press(ButtonBase button) {
        onScreen(() -> {
            button.fire();
            return true;
        });
    }

    /** The number of rows of the log; empty where another view is shown. */
    OptionalLong opened() {
        return onScreen(() -> shell.lookup(".stage").lookup("#activity-total") instanceof Label total
                ? number(total.getText().startsWith("No ") ? "0" : total.getText())
                : OptionalLong.empty());
    }

    /** How many rows a place of the log lists. */
    long rows(Place.Activity log) throws Exception {
        Picture picture = console.session.picture();
        Questions ask = log.events() ? picture.eventQuestions() : picture.questions();
        return ask.select(FilterParser.parse(log.filter())).cardinality();
    }

    static OptionalLong number(String text) {
        Matcher m = NUMBER.matcher(QUOTED.matcher(text).replaceAll(""));
        return m.find() ? OptionalLong.of(Long.parseLong(m.group().replaceAll("\\D", ""))) : OptionalLong.empty();
    }

    /** What of the screen can be pressed and tells a number, beside those that are known to open what they count. */
    List<ButtonBase> pressable() {
        return onScreen(() -> {
            List<ButtonBase> found = new ArrayList<>();
            Node stage = shell.lookup(".stage");
            for (Node node : Stream.concat(stage.lookupAll(".button").stream(), stage.lookupAll(".hyperlink").stream())
                    .toList()) {
                if (node instanceof ButtonBase button
                        && !(button instanceof OpensRows)
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

    /** The numbers of the window that are known to open what they count. */
    List<ButtonBase> links() {
        return links(shell);
    }

    /** The same of a part of the window. */
    List<ButtonBase> links(Node under) {
        return onScreen(
                () -> Stream.concat(under.lookupAll(".count-link").stream(), under.lookupAll(".gap-line").stream())
                        .filter(NumberWalk::isSeen)
                        .map(ButtonBase.class::cast)
                        .toList());
    }

    /**
     * The words under a node that tell a number which can neither be pressed nor stands in a cell: moments, shares, lengths of
     * time, addresses and versions are no numbers of rows.
     */
    List<String> dead(Node under) {
        return onScreen(() -> {
            Set<String> found = new TreeSet<>();
            under.lookupAll("*").stream()
                    .filter(n -> n instanceof Labeled || n instanceof Text)
                    .filter(NumberWalk::isSeen)
                    .filter(NumberWalk::canBeReadOnly)
                    .map(n -> n instanceof Labeled label ? label.getText() : ((Text) n).getText())
                    .filter(Objects::nonNull)
                    .filter(words ->
                            number(NO_COUNT.matcher(words).replaceAll(" ")).isPresent())
                    .forEach(found::add);
            return List.copyOf(found);
        });
    }

    private static boolean canBeReadOnly(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof ButtonBase
                    || at instanceof TextInputControl
                    || at instanceof IndexedCell<?>
                    || at instanceof TableColumnHeader
                    || at instanceof MarkdownFlow
                    || !Collections.disjoint(at.getStyleClass(), READ_ELSEWHERE)) {
                return false;
            }
        }
        return !(node instanceof Text && node.getParent() instanceof Labeled);
    }

    private static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible() || (at instanceof IndexedCell<?> cell && cell.isEmpty())) {
                return false;
            }
        }
        return true;
    }

    static OptionalLong told(ButtonBase button) {
        Node graphic = button.getGraphic();
        Node count = graphic == null ? null : graphic.lookup(".gap-count");
        return number(
                count instanceof Labeled label ? label.getText() : button.getText() == null ? "" : button.getText());
    }

    /** The marks of a chart. */
    List<Spot> spots(String chart) {
        return onScreen(() -> Objects.requireNonNull(((ChartPane) shell.lookup(chart)).drawing()).marks().stream()
                .map(mark -> switch (mark) {
                    case Mark.Box b -> b.spot();
                    case Mark.Dot d -> d.spot();
                    case Mark.Area a -> a.spot();
                    default -> null;
                })
                .filter(Objects::nonNull)
                .toList());
    }

    /** The number that a mark says, after the name of what it counts. */
    static long spotted(String words) {
        Matcher m = SPOTTED.matcher(words);
        return m.find() ? Long.parseLong(m.group(1).replaceAll("\\D", "")) : -1;
    }

    List<TableView<?>> tables() {
        return tables(onScreen(() -> shell.lookup(".stage")));
    }

    /** The tables of a part of the window. */
    List<TableView<?>> tables(Node under) {
        return onScreen(() -> {
            List<TableView<?>> found = new ArrayList<>();
            for (Node node : under.lookupAll(".table-view")) {
                if (node instanceof TableView<?> table && isSeen(table)) {
                    found.add(table);
                }
            }
            return found;
        });
    }

    /** Each number of each line of a table that does not list as many rows, and how many there are. */
    int compare(String name, TableView<?> table, List<String> wrong) throws Exception {
        int compared = 0;
        for (var column : table.getVisibleLeafColumns()) {
            if (column instanceof CountColumn<?> counts) {
                for (int line = 0; line < table.getItems().size(); line++) {
                    Place.Activity log = (Place.Activity) counts.rowsAt(line);
                    long told = counts.countAt(line);
                    long listed = rows(log);
                    compared++;
                    if (told != listed) {
                        wrong.add(
                                name + " " + column.getText() + " " + log.filter() + ": " + told + " lists " + listed);
                    }
                }
            }
        }
        return compared;
    }
}
