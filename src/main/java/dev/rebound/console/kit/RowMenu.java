package dev.rebound.console.kit;

import dev.rebound.console.kit.keys.KeyAct;
import dev.rebound.report.RowWriter;
import dev.rebound.report.Rows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * What can be done with the chosen rows of a list: its numbers open their rows, and the rows leave for the clipboard as
 * they are shown. Ctrl+C copies text, the keys of "copy as" offer the formats, the menu key offers all of it. The
 * screen's thread only.
 *
 * @param <R> a row of the table
 */
public final class RowMenu<R> {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination MENU = new KeyCodeCombination(KeyCode.F10, KeyCombination.SHIFT_DOWN);
    /** The clipboard is no way for more; an export is. */
    private static final int MOST = 10_000;

    private final TableView<R> table;
    private final Desk desk;
    private final Map<String, Function<List<R>, String>> ways = new LinkedHashMap<>();

    private Function<R, List<MenuItem>> first = row -> List.of();

    private RowMenu(TableView<R> table, Desk desk) {
        this.table = table;
        this.desk = desk;
        ways.put(desk.text("activity.copy.text"), this::text);
        ways.put(desk.text("activity.copy.csv"), rows -> written(RowWriter.CSV, rows));
        ways.put(desk.text("activity.copy.json"), this::json);
        ways.put(desk.text("activity.copy.markdown"), rows -> written(RowWriter.MD, rows));
    }

    /** Gives a table its menu and its keys. */
    public static <R> RowMenu<R> of(TableView<R> table, Desk desk) {
        RowMenu<R> menu = new RowMenu<>(table, desk);
        FirstRow.of(table);
        table.addEventHandler(KeyEvent.KEY_PRESSED, menu::key);
        table.setOnContextMenuRequested(e -> {
            if (e.isKeyboardTrigger()) {
                menu.show(menu.whole());
            } else if (!table.getSelectionModel().isEmpty()) {
                menu.whole().show(table, e.getScreenX(), e.getScreenY());
            }
            e.consume();
        });
        return menu;
    }

    /** One more format, by its name. */
    public RowMenu<R> offering(String name, Function<List<R>, String> way) {
        ways.put(name, way);
        return this;
    }

    /** What else can be done with the chosen row; it stands first. */
    public RowMenu<R> beginning(Function<R, List<MenuItem>> items) {
        first = items;
        return this;
    }

    private void key(KeyEvent e) {
        if (COPY.match(e)) {
            copy(this::text);
        } else if (desk.keys().matches(KeyAct.COPY_AS, e)) {
            ContextMenu formats = new ContextMenu();
            formats.setId("copy-as");
            formats.getItems().setAll(formats());
            show(formats);
        } else if (MENU.match(e)) {
            show(whole());
        } else {
            return;
        }
        e.consume();
    }

    private void show(ContextMenu menu) {
        if (table.getSelectionModel().isEmpty()) {
            desk.notices().tell(desk.text("activity.copy.nothing"));
            return;
        }
        R chosen = table.getSelectionModel().getSelectedItem();
        Node beneath = table.lookupAll(".table-row-cell").stream()
                .filter(n -> n instanceof TableRow<?> row && Objects.equals(chosen, row.getItem()))
                .findFirst()
                .orElse(table);
        menu.show(beneath, Side.BOTTOM, 40, 0);
    }

    /** The numbers of the chosen row, and the formats. */
    private ContextMenu whole() {
        ContextMenu menu = new ContextMenu();
        menu.setId("row-menu");
        R chosen = table.getSelectionModel().getSelectedItem();
        menu.getItems().setAll(chosen == null ? List.of() : first.apply(chosen));
        menu.getItems().addAll(CountColumn.items(table, desk));
        if (!menu.getItems().isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        Menu copy = new Menu(desk.text("activity.copy"));
        copy.setId("row-copy");
        copy.getItems().setAll(formats());
        menu.getItems().add(copy);
        return menu;
    }

    private List<MenuItem> formats() {
        List<MenuItem> items = new ArrayList<>();
        ways.forEach((name, way) -> items.add(MenuItems.of(name, () -> copy(way))));
        return items;
    }

    private void copy(Function<List<R>, String> way) {
        List<R> rows = table.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .toList();
        if (rows.isEmpty()) {
            desk.notices().tell(desk.text("activity.copy.nothing"));
        } else if (rows.size() > MOST) {
            desk.notices().tell(desk.text("activity.copy.toomany", MOST));
        } else {
            desk.copy(way.apply(rows));
            desk.notices().tell(desk.text("activity.copied", rows.size()));
        }
    }

    private String text(List<R> rows) {
        return String.join("\t", names()) + "\n"
                + cells(rows).stream()
                        .map(r -> r.stream()
                                .map(c -> String.valueOf(c).replace('\t', ' ').replace('\n', ' '))
                                .collect(Collectors.joining("\t")))
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    private String written(RowWriter writer, List<R> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            writer.write(new Rows(names(), cells(rows)), desk.words().locale(), out);
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail", e);
        }
        String text = out.toString(StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private String json(List<R> rows) {
        Rows named = new Rows(names(), cells(rows));
        return cells(rows).stream()
                .map(row -> RowWriter.object(named, row).toString())
                .collect(Collectors.joining(",\n", "[\n", "\n]"));
    }

    /** A column without a name shows a sign of what another says in words. */
    private List<TableColumn<R, ?>> columns() {
        return table.getVisibleLeafColumns().stream()
                .filter(c -> c.getText() != null && !c.getText().isEmpty())
                .toList();
    }

    private List<String> names() {
        return columns().stream().map(TableColumn::getText).toList();
    }

    private List<List<@Nullable Object>> cells(List<R> rows) {
        return rows.stream()
                .map(row -> columns().stream()
                        .map(c -> (@Nullable Object) cell(c, row))
                        .toList())
                .toList();
    }

    /** What the cell shows, in words. */
    private <V> String cell(TableColumn<R, V> column, R row) {
        Function<R, String> copied = Columns.copied(column);
        if (copied != null) {
            return copied.apply(row);
        }
        Object value = column.getCellData(row);
        if (value instanceof CharSequence words) {
            return words.toString();
        }
        int line = table.getItems().indexOf(row);
        if ((Object) column instanceof CountColumn<?> counts) {
            return counts.wordsAt(line);
        }
        TableCell<R, V> cell = column.getCellFactory().call(column);
        TableRow<R> parent = new TableRow<>();
        parent.updateTableView(table);
        parent.updateIndex(line);
        cell.updateTableRow(parent);
        cell.updateTableColumn(column);
        cell.updateTableView(table);
        cell.updateIndex(line);
        String told = cell.getText() == null || cell.getText().isEmpty() ? words(cell.getGraphic()) : cell.getText();
        cell.updateIndex(-1);
        return told;
    }

    private static String words(@Nullable Node node) {
        if (node instanceof Labeled label && label.getText() != null) {
            return label.getText();
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .map(RowMenu::words)
                        .filter(w -> !w.isEmpty())
                        .collect(Collectors.joining(" "))
                : "";
    }
}
