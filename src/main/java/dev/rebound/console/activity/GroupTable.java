package dev.rebound.console.activity;

import atlantafx.base.theme.Styles;
import dev.rebound.console.activity.ActivityResult.Group;
import dev.rebound.console.kit.ColumnFit;
import dev.rebound.console.kit.Columns;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.FilterWords;
import dev.rebound.console.kit.MenuItems;
import dev.rebound.console.kit.Opening;
import dev.rebound.console.kit.Place.Activity.Grouping;
import dev.rebound.console.kit.RowMenu;
import dev.rebound.console.kit.StateLook;
import dev.rebound.domain.MessageState;
import dev.rebound.filter.Field;
import dev.rebound.index.Questions.FacetValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** The rows by the values of one fact: how many, which share, in which states. Enter opens the rows of a group. */
final class GroupTable extends TableView<Group> {
    private static final double BAR = 220;

    private final Desk desk;
    private final FilterWords words;
    private final TableColumn<Group, String> name;
    private Grouping by = Grouping.NONE;
    private long total = 1;

    GroupTable(ActivityModel model, Desk desk) {
        this.desk = desk;
        this.words = new FilterWords(desk.words());
        setId("groups");
        setFixedCellSize(28);
        getStyleClass().addAll(Styles.DENSE, "messages");
        name = Columns.copiedAs(Columns.sentences("", this::name), this::copied);
        TableColumn<Group, Group> count = Columns.number(
                desk.text("activity.groups.count"),
                100,
                Group::count,
                g -> desk.formats().count(g.count()));
        TableColumn<Group, Group> share = Columns.number(
                desk.text("activity.groups.share"),
                90,
                Group::count,
                g -> desk.formats().percent(g.count(), total));
        getColumns().setAll(List.of(name, count, share, states()));
        ColumnFit.of(this);
        RowMenu.of(this, desk).beginning(g -> values(model, g));
        Opening.of(this, model::open);
        setPlaceholder(new Label(""));
        model.resultProperty().addListener((o, before, now) -> show(now));
        show(model.resultProperty().get());
    }

    private void show(@Nullable ActivityResult result) {
        if (result == null || result.by() == Grouping.NONE) {
            getItems().clear();
            return;
        }
        by = result.by();
        total = Math.max(1, result.total());
        Columns.wrapping(this, by == Grouping.PATTERN);
        name.setText(desk.text("activity.group." + by.name().toLowerCase(Locale.ROOT)));
        getItems().setAll(result.groups());
        if (!getItems().isEmpty()) {
            getSelectionModel().select(0);
        }
    }

    /** A group's value kept or left out, as in a facet; a span of time is narrowed by opening it. */
    private List<MenuItem> values(ActivityModel model, Group group) {
        if (by == Grouping.HOUR || by == Grouping.DAY) {
            return List.of();
        }
        Field field = ActivityQuestion.field(by);
        return List.of(
                MenuItems.of(
                        desk.text("activity.menu.keeponly"),
                        () -> model.show(FilterEdits.keepOnly(model.filter(), field, group.value()))),
                MenuItems.of(
                        desk.text("activity.menu.leaveout"),
                        () -> model.show(FilterEdits.exclude(model.filter(), field, group.value()))));
    }

    private String name(Group group) {
        return switch (by) {
            case HOUR -> desk.formats().minute(Instant.parse(group.value()));
            case DAY -> desk.formats().day(Instant.parse(group.value()));
            default -> words.value(ActivityQuestion.field(by), group.value());
        };
    }

    private String copied(Group group) {
        return by == Grouping.HOUR || by == Grouping.DAY
                ? desk.formats().iso(Instant.parse(group.value()))
                : name(group);
    }

    private TableColumn<Group, Group> states() {
        TableColumn<Group, Group> column = new TableColumn<>(desk.text("activity.groups.states"));
        column.setPrefWidth(BAR + 20);
        column.setSortable(false);
        column.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(c.getValue()));
        column.setCellFactory(c -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable Group group, boolean empty) {
                super.updateItem(group, empty);
                setGraphic(empty || group == null ? null : bar(group));
                setTooltip(empty || group == null ? null : new Tooltip(told(group)));
            }
        });
        return column;
    }

    private HBox bar(Group group) {
        HBox bar = new HBox();
        bar.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        for (FacetValue state : group.states()) {
            Region piece = new Region();
            piece.getStyleClass().addAll("stack-piece", StateLook.style(state(state.value())));
            double width = Math.max(1, BAR * state.count() / Math.max(1, group.count()));
            piece.setMinWidth(width);
            piece.setPrefWidth(width);
            piece.setMaxWidth(width);
            bar.getChildren().add(piece);
        }
        return bar;
    }

    private String told(Group group) {
        StringBuilder text = new StringBuilder(name(group));
        for (FacetValue state : group.states()) {
            text.append('\n')
                    .append(desk.text(
                            "pair",
                            words.value(Field.STATE, state.value()),
                            desk.formats().count(state.count())));
        }
        return text.toString();
    }

    private static @Nullable MessageState state(String code) {
        return Stream.of(MessageState.values())
                .filter(s -> s.code().equals(code))
                .findFirst()
                .orElse(null);
    }
}
