package dev.rebound.console.kit;

import atlantafx.base.theme.Tweaks;
import java.util.Comparator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** Columns of tables: a text tells all when pointed at, a number stands right and is sorted as a number. */
public final class Columns {
    private Columns() {}

    /** A column of texts. */
    public static <R> TableColumn<R, String> text(String name, double width, Function<R, String> text) {
        TableColumn<R, String> column = new TableColumn<>(name);
        column.setPrefWidth(width);
        column.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(text.apply(c.getValue())));
        column.setCellFactory(c -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable String item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty ? null : item);
                setTooltip(empty || item == null || item.isEmpty() ? null : new Tooltip(item));
            }
        });
        return column;
    }

    /** A column of numbers that are shown in words of their own. */
    public static <R> TableColumn<R, R> number(
            String name, double width, ToDoubleFunction<R> number, Function<R, String> text) {
        TableColumn<R, R> column = new TableColumn<>(name);
        column.setPrefWidth(width);
        column.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(c.getValue()));
        column.setComparator(Comparator.comparingDouble(number));
        column.getStyleClass().add(Tweaks.ALIGN_RIGHT);
        column.setCellFactory(c -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable R item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : text.apply(item));
            }
        });
        return column;
    }
}
