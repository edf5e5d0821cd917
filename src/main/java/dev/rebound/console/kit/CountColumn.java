package dev.rebound.console.kit;

import atlantafx.base.theme.Tweaks;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/**
 * A column of numbers each of which opens exactly the rows it counts: pressed with the mouse, or chosen from the menu of
 * its line, which the menu key opens.
 *
 * @param <R> a line of the table
 */
public final class CountColumn<R> extends TableColumn<R, R> {
    private final Desk desk;
    private final ToLongFunction<R> count;
    private final Function<R, Place> rows;
    private Function<R, String> words;

    /** A column of this name. */
    public CountColumn(Desk desk, String name, double width, ToLongFunction<R> count, Function<R, Place> rows) {
        super(name);
        this.desk = desk;
        this.count = count;
        this.rows = rows;
        words = line -> Long.toString(count.applyAsLong(line));
        setPrefWidth(width);
        setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(c.getValue()));
        setComparator(Comparator.comparingLong(count));
        getStyleClass().add(Tweaks.ALIGN_RIGHT);
        setCellFactory(c -> new Cell());
    }

    /** What a line says in this column, where that is more than its number. */
    public CountColumn<R> saying(Function<R, String> more) {
        words = more;
        return this;
    }

    /** What the line at a place of the table says as it leaves for the clipboard. */
    String wordsAt(int line) {
        return words.apply(getTableView().getItems().get(line));
    }

    /** The number of the line at a place of the table. */
    public long countAt(int line) {
        return count.applyAsLong(getTableView().getItems().get(line));
    }

    /** What the number of the line at a place of the table opens. */
    public Place rowsAt(int line) {
        return rows.apply(getTableView().getItems().get(line));
    }

    /** The numbers of the chosen line of a table as items of a menu, each opening its rows. */
    static List<MenuItem> items(TableView<?> table, Desk desk) {
        int line = table.getSelectionModel().getSelectedIndex();
        List<MenuItem> items = new ArrayList<>();
        for (TableColumn<?, ?> column : line < 0 ? List.<TableColumn<?, ?>>of() : table.getVisibleLeafColumns()) {
            if (column instanceof CountColumn<?> counts) {
                String words = desk.text(
                        "activity.chip.term", column.getText(), desk.formats().count(counts.countAt(line)));
                items.add(MenuItems.of(words, () -> desk.navigator().go(counts.rowsAt(line))));
            }
        }
        return items;
    }

    private final class Cell extends TableCell<R, R> {
        private final CountLink link = new CountLink(desk);

        Cell() {
            link.setFocusTraversable(false);
        }

        @Override
        protected void updateItem(@Nullable R line, boolean empty) {
            super.updateItem(line, empty);
            setGraphic(empty || line == null ? null : link.show(count.applyAsLong(line), rows.apply(line)));
        }
    }
}
