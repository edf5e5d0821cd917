package dev.rebound.console.activity;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import dev.rebound.console.activity.ActivityModel.Sort;
import dev.rebound.console.kit.ColumnFit;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.FirstRow;
import dev.rebound.console.kit.PagedRows;
import dev.rebound.console.kit.Place;
import dev.rebound.filter.Field;
import dev.rebound.insight.MessageKey;
import java.util.List;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The list of messages or events: rows are read as they are looked at. */
final class LogTable extends TableView<LogRow> {
    private static final PseudoClass ALL = PseudoClass.getPseudoClass("all");
    /** So many rows are chosen one by one; more are chosen as a whole. */
    private static final int ONE_BY_ONE = 1_000;

    private final ActivityModel model;
    private final Desk desk;
    private final ColumnFit<LogRow> fit;
    private final ColumnMemory memory;
    private final FrozenColumns frozen;
    private boolean telling;

    LogTable(ActivityModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
        setId("messages");
        setFixedCellSize(28);
        getStyleClass().addAll(Styles.DENSE, "messages");
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        for (LogColumn column : LogColumn.values()) {
            getColumns().add(column(column));
        }
        fit = ColumnFit.of(this).sparing(List.of(columnOf(LogColumn.TRIES), columnOf(LogColumn.CAMPAIGN)));
        memory = new ColumnMemory(this, desk.remembered());
        frozen = new FrozenColumns(this);
        getColumns().forEach(c -> c.setContextMenu(new HeaderMenu(this, c, memory, model, desk)));
        setRowFactory(t -> new LogTableRow(this, model, desk));
        setSortPolicy(t -> {
            order();
            return true;
        });
        setPlaceholder(new NothingMatches(model, desk));
        model.rowsProperty().addListener((o, before, now) -> show(now));
        model.eventsProperty().addListener((o, before, now) -> memory.showEvents(now));
        model.selectionProperty().addListener((o, before, now) -> follow(now));
        getSelectionModel().getSelectedIndices().addListener((javafx.collections.ListChangeListener<Integer>)
                c -> tell());
        FirstRow.of(this);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        setOnMouseClicked(e -> {
            if (e.getClickCount() == 2 && e.getPickResult().getIntersectedNode() != this) {
                open();
            }
        });
        setOnContextMenuRequested(e -> {
            if (e.isKeyboardTrigger()) {
                menuOfRow();
                e.consume();
            }
        });
        getSortOrder().setAll(List.of(columnOf(LogColumn.TIME)));
        show(model.rowsProperty().get());
    }

    private TableColumn<LogRow, LogRow> column(LogColumn of) {
        TableColumn<LogRow, LogRow> column = new TableColumn<>(of.name(desk));
        column.setId(of.code());
        column.setUserData(of);
        column.setPrefWidth(of.width());
        column.setVisible(of.isShown());
        column.setSortable(of.isSortable());
        column.setSortType(TableColumn.SortType.DESCENDING);
        column.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(c.getValue()));
        column.setCellFactory(c -> new LogCell(of, desk));
        if (of.isRight()) {
            column.getStyleClass().add(Tweaks.ALIGN_RIGHT);
        }
        return column;
    }

    /** The column of a kind. */
    TableColumn<LogRow, ?> columnOf(LogColumn wanted) {
        return getColumns().stream()
                .filter(c -> c.getUserData() == wanted)
                .findFirst()
                .orElseThrow();
    }

    private void order() {
        TableColumn<LogRow, ?> first =
                getSortOrder().isEmpty() ? null : getSortOrder().getFirst();
        Field field = first == null ? null : ((LogColumn) first.getUserData()).field();
        model.sortProperty()
                .set(
                        first == null || field == null
                                ? Sort.NEWEST
                                : new Sort(field, first.getSortType() == TableColumn.SortType.DESCENDING));
    }

    /** A selection in a long list would be searched through all rows of the next one; so it goes first. */
    private void show(PagedRows<LogRow> rows) {
        telling = true;
        getSelectionModel().clearSelection();
        setItems(rows);
        if (!rows.isEmpty()) {
            scrollTo(0);
        }
        telling = false;
    }

    private void tell() {
        if (!telling) {
            pseudoClassStateChanged(ALL, false);
            telling = true;
            model.select(new Selection(
                    getSelectionModel().getSelectedIndices().stream()
                            .filter(i -> i >= 0 && i < getItems().size())
                            .distinct()
                            .map(i -> getItems().get(i))
                            .toList(),
                    false));
            telling = false;
        }
    }

    /** Another part of the window chose a row. */
    private void follow(Selection now) {
        pseudoClassStateChanged(ALL, now.all());
        LogRow one = now.one();
        if (one == null || telling) {
            return;
        }
        int index = getItems().indexOf(one);
        MessageKey key = model.placeProperty().get().chosen();
        OptionalInt known = key == null ? OptionalInt.empty() : model.indexOf(key);
        telling = true;
        getSelectionModel().clearAndSelect(known.orElse(Math.max(0, index)));
        scrollTo(Math.max(0, known.orElse(index) - 3));
        telling = false;
    }

    private void key(KeyEvent e) {
        if (e.getCode() == KeyCode.A && e.isShortcutDown() && !e.isShiftDown()) {
            if (getItems().size() > ONE_BY_ONE) {
                telling = true;
                getSelectionModel().clearSelection();
                telling = false;
                model.select(new Selection(List.of(), true));
            } else {
                getSelectionModel().selectAll();
            }
        } else if (e.getCode() == KeyCode.ENTER && !e.isShortcutDown() && !e.isAltDown()) {
            open();
        } else if (e.getCode() == KeyCode.F10 && e.isShiftDown() && e.isShortcutDown()) {
            menuOfColumns();
        } else if (e.getCode() == KeyCode.F10 && e.isShiftDown()) {
            menuOfRow();
        } else if (e.getCode() == KeyCode.ESCAPE
                && !model.selectionProperty().get().equals(Selection.NONE)) {
            getSelectionModel().clearSelection();
            model.select(Selection.NONE);
            pseudoClassStateChanged(ALL, false);
        } else {
            return;
        }
        e.consume();
    }

    /** The menu of the chosen row, beneath it: keys know no cell. */
    private void menuOfRow() {
        LogRow row = getSelectionModel().getSelectedItem();
        if (row == null) {
            return;
        }
        Node beneath = lookupAll(".table-row-cell").stream()
                .filter(n -> n instanceof TableRow<?> line && row.equals(line.getItem()))
                .findFirst()
                .orElse(this);
        new CellMenu(this, row, null, model, desk).show(beneath, Side.BOTTOM, 40, 0);
    }

    /** The menus of all headers as one, for who has no mouse. */
    private void menuOfColumns() {
        ContextMenu columns = new ContextMenu();
        columns.setId("columns-menu");
        for (TableColumn<LogRow, ?> column : getVisibleLeafColumns()) {
            HeaderMenu header = new HeaderMenu(this, column, memory, model, desk);
            List<MenuItem> acts = List.copyOf(header.getItems());
            header.getItems().clear();
            Menu menu = new Menu(((LogColumn) column.getUserData()).name(desk));
            menu.getItems().setAll(acts);
            columns.getItems().add(menu);
        }
        columns.show(this, Side.TOP, 40, 40);
    }

    /** Opens the chosen message in full. */
    void open() {
        LogRow row = getSelectionModel().getSelectedItem();
        if (row != null && row.message().message() >= 0) {
            model.remember();
            desk.navigator()
                    .go(new Place.Message(
                            java.util.Objects.requireNonNull(
                                            model.resultProperty().get())
                                    .picture()
                                    .key(row.message().message()),
                            model.placeProperty().get()));
        }
    }

    /** The column that has the cursor; the first where none has. */
    LogColumn currentColumn() {
        TablePosition<?, ?> at = getFocusModel().getFocusedCell();
        TableColumn<?, ?> column = at == null ? null : at.getTableColumn();
        return column == null
                ? (LogColumn) getVisibleLeafColumns().getFirst().getUserData()
                : (LogColumn) column.getUserData();
    }

    /** The columns that are wanted, from left to right: those without room beside the others too. */
    List<LogColumn> shown() {
        return getColumns().stream()
                .filter(c -> c.isVisible() || fit.isSpared(c))
                .map(c -> (LogColumn) c.getUserData())
                .toList();
    }

    /** Goes to the row before or after the chosen one. */
    void step(int by) {
        int from = getSelectionModel().getSelectedIndex();
        int to = Math.clamp(from + by, 0, Math.max(0, getItems().size() - 1));
        if (!getItems().isEmpty() && to != from) {
            getSelectionModel().clearAndSelect(to);
            scrollTo(Math.max(0, to - 3));
        }
    }

    /** Which columns there are, how wide, in what order. */
    ColumnMemory memory() {
        return memory;
    }

    /** How wide columns are. */
    ColumnFit<LogRow> fit() {
        return fit;
    }

    /** The columns that stay in sight. */
    FrozenColumns frozen() {
        return frozen;
    }
}
