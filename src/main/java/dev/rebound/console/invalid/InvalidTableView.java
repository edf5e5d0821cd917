package dev.rebound.console.invalid;

import atlantafx.base.theme.Styles;
import dev.rebound.console.invalid.InvalidModel.Line;
import dev.rebound.console.kit.Blank;
import dev.rebound.console.kit.ColumnFit;
import dev.rebound.console.kit.Columns;
import dev.rebound.console.kit.CountColumn;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.RowMenu;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.filter.Match;
import dev.rebound.insight.Contradiction;
import dev.rebound.insight.InvalidAddress;
import dev.rebound.insight.SendAfterInvalidation;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** The list itself: each tab has the columns that answer its question. */
final class InvalidTableView extends TableView<Line> {
    private static final Map<Place.Invalid.Tab, List<String>> SHOWN = Map.of(
            Place.Invalid.Tab.ALL, List.of("since", "address", "reason", "cause", "subscription", "later", "verdict"),
            Place.Invalid.Tab.QUESTIONABLE, List.of("since", "address", "reason", "cause", "why"),
            Place.Invalid.Tab.SENT_AFTER, List.of("since", "address", "reason", "sent", "split", "campaign"),
            Place.Invalid.Tab.TYPOS, List.of("since", "address", "meant", "cause", "subscription"),
            Place.Invalid.Tab.CONTRADICTIONS, List.of("address", "contradiction", "at", "detail"));

    private final Desk desk;
    private final MoreColumns more;
    private InvalidModel.@Nullable Lines told;

    InvalidTableView(Desk desk) {
        this.desk = desk;
        setId("invalid");
        setFixedCellSize(28);
        getStyleClass().add(Styles.DENSE);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        ColumnFit.of(this);
        getColumns()
                .addAll(List.of(
                        times(
                                "since",
                                l -> l.invalid() == null ? null : l.invalid().since()),
                        addresses(),
                        column(
                                "reason",
                                170,
                                l -> of(l, a -> desk.text("reason." + a.reason().code()))),
                        column("cause", 146, l -> of(l, this::cause)),
                        column(
                                "subscription",
                                130,
                                l -> of(
                                        l,
                                        a -> desk.text("subscription."
                                                + a.subscription().code()))),
                        new CountColumn<>(
                                desk,
                                desk.text("invalid.column.later"),
                                180,
                                l -> l.invalid() == null ? 0 : l.invalid().eventsSince(),
                                InvalidTableView::later),
                        column("verdict", 96, l -> of(l, this::verdict)),
                        sentences("why", this::why),
                        times("sent", l -> l.send() == null ? null : l.send().sentAt()),
                        column(
                                "split",
                                226,
                                l -> l.send() == null
                                        ? ""
                                        : split(desk, l.send().split())),
                        column(
                                "campaign",
                                150,
                                l -> l.send() == null ? "" : l.send().campaign()),
                        column(
                                "meant",
                                210,
                                l -> l.typo() == null
                                        ? ""
                                        : desk.text("invalid.meant", l.typo().meant())),
                        sentences(
                                "contradiction", l -> l.contradiction() == null ? "" : words(desk, l.contradiction())),
                        times(
                                "at",
                                l -> l.contradiction() == null
                                        ? null
                                        : l.contradiction().at()),
                        column(
                                "detail",
                                240,
                                l -> l.contradiction() == null
                                        ? ""
                                        : desk.person(l.contradiction().detail()))));
        getColumns().get(5).setId("later");
        more = new MoreColumns(desk, () -> told);
        more.onChange(this::settleColumns);
        getColumns().addAll(more.columns());
        ContextMenu choose = new ContextMenu();
        choose.getItems().setAll(more.ticks());
        choose.setOnShowing(e -> choose.getItems().setAll(more.ticks()));
        getColumns().forEach(c -> c.setContextMenu(choose));
        RowMenu.of(this, desk)
                .offering(
                        desk.text("activity.copy.addresses"),
                        rows -> rows.stream().map(Line::address).distinct().collect(Collectors.joining("\n")));
    }

    /** The events of an address after it was marked. */
    private static Place later(Line line) {
        Filter events = Filter.is(Field.ADDRESS, line.address());
        InvalidAddress a = line.invalid();
        if (a != null) {
            events = Filter.and(
                    events,
                    new Filter.Term(
                            Field.TIME,
                            new Match.Compare(Match.Operator.GREATER, a.since().toString())));
        }
        return new Place.Activity(events.toText(), true, Place.Activity.Grouping.NONE, null);
    }

    private static String of(Line line, Function<InvalidAddress, String> text) {
        return line.invalid() == null ? "" : text.apply(line.invalid());
    }

    private TableColumn<Line, String> sentences(String name, Function<Line, String> text) {
        TableColumn<Line, String> column = Columns.sentences(desk.text("invalid.column." + name), text);
        column.setId(name);
        return column;
    }

    private TableColumn<Line, String> addresses() {
        TableColumn<Line, String> column =
                Columns.addresses(desk, desk.text("invalid.column.address"), 240, Line::address);
        column.setId("address");
        return column;
    }

    private TableColumn<Line, String> column(String name, double width, Function<Line, String> text) {
        TableColumn<Line, String> column = Columns.text(desk.text("invalid.column." + name), width, text);
        column.setId(name);
        return column;
    }

    private TableColumn<Line, Instant> times(String name, Function<Line, @Nullable Instant> moment) {
        TableColumn<Line, Instant> column = Columns.minutes(desk, desk.text("invalid.column." + name), 116, moment);
        column.setId(name);
        return column;
    }

    private String cause(InvalidAddress a) {
        return a.message() < 0 ? desk.text("invalid.cause.list") : a.causedBy();
    }

    private String verdict(InvalidAddress a) {
        return desk.text(
                a.confirmed()
                        ? "invalid.verdict.confirmed"
                        : a.isQuestionable() ? "invalid.verdict.doubt" : "invalid.verdict.certain");
    }

    private String why(Line line) {
        return line.doubts().stream()
                .map(d -> desk.text("invalid.doubt." + d.name().toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(" · "));
    }

    static String split(Desk desk, SendAfterInvalidation.Split split) {
        return desk.text("split." + split.name().toLowerCase(Locale.ROOT));
    }

    /** A contradiction in words. */
    static String words(Desk desk, Contradiction c) {
        return desk.text("contradiction." + c.kind().code(), desk.person(c.detail()));
    }

    /** The columns of the tab and those that the person added; a contradiction may name an address that is not invalid. */
    private void settleColumns() {
        Place.Invalid.Tab tab = told == null ? Place.Invalid.Tab.ALL : told.tab();
        List<String> shown = SHOWN.getOrDefault(tab, List.of());
        getColumns()
                .forEach(c -> c.setVisible(
                        shown.contains(c.getId()) || (tab != Place.Invalid.Tab.CONTRADICTIONS && more.isWanted(c))));
        Columns.wrapping(this, shown.contains("why") || shown.contains("contradiction"));
    }

    /** The columns that a person may add. */
    MoreColumns more() {
        return more;
    }

    private Set<String> chosen() {
        return getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .map(Line::address)
                .collect(Collectors.toSet());
    }

    /** Shows the lines of a tab; who was chosen on it before stays chosen. */
    void show(InvalidModel.Lines answer) {
        Set<String> chosen = told != null && answer.tab() == told.tab() ? chosen() : Set.of();
        told = answer;
        settleColumns();
        getSelectionModel().clearSelection();
        getItems().setAll(answer.lines());
        for (int i = 0; i < getItems().size(); i++) {
            if (getItems().size() == 1 || chosen.contains(getItems().get(i).address())) {
                getSelectionModel().select(i);
            }
        }
        boolean nobody = answer.sizes().getOrDefault(answer.tab(), 0) == 0;
        setPlaceholder(new Blank(
                "mdi2e-email-check-outline",
                desk.text("invalid.empty." + answer.tab().name().toLowerCase(Locale.ROOT)),
                desk.text(nobody ? "invalid.empty.sentence" : "invalid.empty.filtered")));
    }
}
