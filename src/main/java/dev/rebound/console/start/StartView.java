package dev.rebound.console.start;

import atlantafx.base.controls.Tile;
import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.Blank;
import dev.rebound.console.kit.Buttons;
import dev.rebound.console.kit.Changing;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.DropZone;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.WrappingLine;
import dev.rebound.insight.Coverage;
import dev.rebound.insight.Incident;
import dev.rebound.report.RequestText;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The first page. */
public final class StartView extends BorderPane {
    private static final int MOST_REQUESTS = 3;

    private static final int MOST_RECENT = 5;
    private static final int MOST_CASES = 3;

    private final Desk desk;
    private final StartModel model;
    private final Consumer<List<Path>> take;
    private final Runnable openSample;

    /** The view of a model; files and the wish for sample data are handed on. */
    public StartView(StartModel model, Desk desk, Consumer<List<Path>> take, Runnable openSample) {
        this.desk = desk;
        this.model = model;
        this.take = take;
        this.openSample = openSample;
        getStyleClass().addAll("view", "start-view");
        model.holdingsProperty().addListener((o, before, now) -> show(now));
        model.recentCases()
                .addListener((o, before, now) -> show(model.holdingsProperty().get()));
        show(model.holdingsProperty().get());
        // What was done meanwhile is recent when the person comes back.
        parentProperty().addListener((o, before, now) -> {
            if (now != null) {
                show(model.holdingsProperty().get());
                model.askCases();
            }
        });
    }

    private void show(StartModel.@Nullable Holdings holdings) {
        if (holdings == null) {
            return;
        }
        setTop(holdings.empty() ? null : title());
        setCenter(holdings.empty() ? firstDay() : everyDay(holdings));
    }

    private Label title() {
        Label label = new Label(desk.text("start.title"));
        label.getStyleClass().add(Styles.TITLE_3);
        return label;
    }

    private Node firstDay() {
        Button sample = Buttons.of("mdi2f-flask-outline", desk.text("start.sample"), openSample);
        sample.setId("open-sample");
        Button files = Buttons.main(
                "mdi2f-file-import-outline",
                desk.text("imports.files"),
                () -> take.accept(desk.files().filesToRead(desk.text("imports.files"))));
        files.setId("import-files");
        Blank blank = new Blank(
                "mdi2e-email-sync-outline",
                desk.text("start.welcome"),
                desk.text("start.first"),
                Changing.button(desk, files),
                sample);
        Label kinds = new Label(desk.text("start.dropanywhere"));
        kinds.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        blank.getChildren().add(kinds);
        return blank;
    }

    private Node everyDay(StartModel.Holdings holdings) {
        VBox questions = new VBox(
                8,
                heading("start.lookinto"),
                question("mdi2a-account-search-outline", "start.person", new Place.Activity("")),
                question("mdi2c-chart-bar", "start.campaign", new Place.Campaigns("")),
                question(
                        "mdi2e-email-alert-outline",
                        "start.bounces",
                        new Place.Activity("(is:soft OR is:hard OR is:blocked) since:-7d")),
                question("mdi2a-account-cancel-outline", "start.invalid", new Place.Invalid(Place.Invalid.Tab.ALL)));
        questions.getStyleClass().add("questions");
        VBox data = new VBox(8, heading("start.data"), sources(holdings));
        if (!holdings.holes().isEmpty()) {
            data.getChildren().add(holes(holdings.holes()));
        }
        data.getStyleClass().add("start-data");
        HBox.setHgrow(data, Priority.ALWAYS);
        VBox recent = recent();
        if (!recent.getChildren().isEmpty()) {
            data.getChildren().addAll(heading("start.recent"), recent);
        }
        WrappingLine columns = new WrappingLine(40, questions, data).atTop();
        Button sample = Buttons.of("mdi2f-flask-outline", desk.text("start.sample"), openSample);
        sample.getStyleClass().add(Styles.FLAT);
        sample.setId("open-sample");
        VBox all = new VBox(24, columns, new DropZone(desk, take), sample);
        Moved moved = holdings.moved();
        if (moved != null) {
            all.getChildren().addFirst(new MovedBox(moved, desk));
        }
        if (!holdings.going().isEmpty()) {
            all.getChildren().addFirst(going(holdings.going()));
        }
        all.setAlignment(Pos.TOP_LEFT);
        all.getStyleClass().add("start");
        return all;
    }

    /** Who comes because something is wrong since this morning sees it at once. */
    private VBox going(List<Incident> incidents) {
        VBox box = new VBox(4);
        box.setId("start-going");
        for (Incident i : incidents) {
            Duration since = Duration.between(i.to(), desk.picture().getValue().now());
            Hyperlink link = new Hyperlink(
                    desk.text(
                            "start.going",
                            i.provider(),
                            desk.formats().minute(i.from()),
                            desk.formats().span(since.truncatedTo(ChronoUnit.MINUTES)),
                            desk.text("reason." + i.reason().code())),
                    new FontIcon("mdi2f-flag-outline"));
            link.setWrapText(true);
            link.setMinHeight(USE_PREF_SIZE);
            link.setOnAction(e -> desk.navigator().go(new Place.Incidents()));
            box.getChildren().add(link);
        }
        box.getStyleClass().add("going");
        return box;
    }

    private Label heading(String key) {
        Label label = new Label(desk.text(key));
        label.getStyleClass().add(Styles.TITLE_4);
        return label;
    }

    private Tile question(String icon, String key, Place place) {
        Tile tile = new Tile(desk.text(key), desk.text(key + ".words"), new FontIcon(icon));
        tile.setActionHandler(() -> desk.navigator().go(place));
        tile.setFocusTraversable(true);
        tile.setMinHeight(USE_PREF_SIZE);
        tile.setOnKeyPressed(e -> {
            if (e.getCode() == javafx.scene.input.KeyCode.ENTER) {
                desk.navigator().go(place);
                e.consume();
            }
        });
        tile.setId(key.replace('.', '-').toLowerCase(Locale.ROOT));
        tile.getStyleClass().add("question");
        return tile;
    }

    private GridPane sources(StartModel.Holdings holdings) {
        GridPane grid = new GridPane(24, 6);
        int row = 0;
        for (StartModel.Source source : holdings.sources()) {
            Label last = new Label(desk.text("start.lastevent", desk.formats().full(source.last())));
            last.getStyleClass().add(Styles.TEXT_MUTED);
            last.setMinWidth(USE_PREF_SIZE);
            Label name = new Label(source.name(), new FontIcon("mdi2d-database-outline"));
            name.setMinWidth(USE_PREF_SIZE);
            if (source.silent()) {
                last.setText(desk.text("start.silent", desk.formats().full(source.last())));
                last.setGraphic(new FontIcon("mdi2a-alert-outline"));
                last.getStyleClass().add(Styles.WARNING);
            }
            grid.add(name, 0, row);
            grid.add(last, 1, row++);
        }
        return grid;
    }

    /** What the person worked on last: cases first, then searches of the log. */
    private VBox recent() {
        VBox box = new VBox(2);
        model.recentCases().get().stream().limit(MOST_CASES).forEach(c -> {
            Hyperlink link = recent(
                    "mdi2n-notebook-outline",
                    desk.text(
                            "start.case",
                            c.id(),
                            desk.person(c.name()),
                            desk.text(c.answered() ? "cases.answered" : "cases.open"),
                            desk.formats().minute(c.updated())),
                    new Place.Cases(c.id()));
            link.setId("recent-case-" + c.id());
            box.getChildren().add(link);
        });
        List<String> searches = model.recentSearches();
        for (int i = 0; i < Math.min(MOST_RECENT, searches.size()); i++) {
            Hyperlink link = recent("mdi2h-history", desk.person(searches.get(i)), new Place.Activity(searches.get(i)));
            link.setId("recent-" + i);
            box.getChildren().add(link);
        }
        return box;
    }

    private Hyperlink recent(String icon, String words, Place place) {
        Hyperlink link = new Hyperlink(words, new FontIcon(icon));
        link.setWrapText(true);
        link.setMinHeight(USE_PREF_SIZE);
        link.setOnAction(e -> desk.navigator().go(place));
        return link;
    }

    private VBox holes(List<Coverage.Hole> holes) {
        VBox box = new VBox(4);
        for (Coverage.Hole hole : holes.subList(0, Math.min(MOST_REQUESTS, holes.size()))) {
            Label label = new Label(
                    RequestText.of(hole, desk.session().fileToAskFor(hole), desk.words()),
                    new FontIcon("mdi2a-alert-outline"));
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
            label.getStyleClass().add(Styles.WARNING);
            box.getChildren().add(label);
        }
        Hyperlink all = new Hyperlink(desk.text("start.coverage"));
        all.setId("start-coverage");
        all.setOnAction(e -> desk.navigator().go(new Place.Data(Place.Data.Part.COVERAGE)));
        box.getChildren().add(all);
        return box;
    }
}
