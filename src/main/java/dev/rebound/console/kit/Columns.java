package dev.rebound.console.kit;

import atlantafx.base.theme.Tweaks;
import java.time.Instant;
import java.util.Comparator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** Columns of tables: a text tells all when pointed at, a number stands right and is sorted as a number. */
public final class Columns {
    private static final String COPIED = "rebound.copied";

    private Columns() {}

    /** A column of texts. */
    public static <R> TableColumn<R, String> text(String name, double width, Function<R, String> text) {
        TableColumn<R, String> column = new TableColumn<>(name);
        column.setPrefWidth(width);
        column.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(text.apply(c.getValue())));
        column.setCellFactory(c -> new TextCell<>());
        return column;
    }

    /** A column of addresses: a hash in the place of one is seen by its beginning, and whole where one points at it. */
    public static <R> TableColumn<R, String> addresses(Desk desk, String name, double width, Function<R, String> text) {
        TableColumn<R, String> column = text(name, width, row -> desk.person(text.apply(row)));
        column.setCellFactory(c -> new TextCell<>(desk::address));
        return column;
    }

    /** A column of values that are longer than a column by their nature, shortened at a word. */
    public static <R> TableColumn<R, String> longText(String name, Function<R, String> text) {
        TableColumn<R, String> column = text(name, 320, text);
        column.setCellFactory(c -> longCell());
        return column;
    }

    /** A cell of such a column. */
    public static <R> TableCell<R, String> longCell() {
        return LongText.of(new TextCell<>());
    }

    /** A column of sentences: they take as many lines as they need, in a table that is {@link #wrapping}. */
    public static <R> TableColumn<R, String> sentences(String name, Function<R, String> text) {
        TableColumn<R, String> column = new TableColumn<>(name);
        column.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(text.apply(c.getValue())));
        return wrap(column);
    }

    /** Makes a column one of sentences. */
    public static <R> TableColumn<R, String> wrap(TableColumn<R, String> column) {
        column.setCellFactory(WrappedCell::new);
        return column;
    }

    /** Lets the rows of a table be as high as their sentences, or not. */
    public static void wrapping(TableView<?> table, boolean wanted) {
        table.getStyleClass().remove("wrapping");
        if (wanted) {
            table.getStyleClass().add("wrapping");
        }
    }

    /**
     * A column of moments, in the order of time. They are shown shortly, tell their offset and what they are in UTC when
     * pointed at, and leave for the clipboard with their year and their offset.
     */
    public static <R> TableColumn<R, Instant> times(
            Desk desk,
            String name,
            double width,
            Function<R, @Nullable Instant> moment,
            Function<Instant, String> shown) {
        TableColumn<R, Instant> column = new TableColumn<>(name);
        column.setPrefWidth(width);
        column.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(moment.apply(c.getValue())));
        column.setCellFactory(c -> new TimeCell<>(desk, shown));
        return copiedAs(column, row -> {
            Instant at = moment.apply(row);
            return at == null ? "" : desk.formats().iso(at);
        });
    }

    /** A column of times to the minute, of a list that keeps its own order. */
    public static <R> TableColumn<R, Instant> minutes(
            Desk desk, String name, double width, Function<R, @Nullable Instant> moment) {
        TableColumn<R, Instant> column =
                times(desk, name, width, moment, at -> desk.formats().minute(at));
        column.setSortable(false);
        return column;
    }

    /** Lets a column whose cells are short say more in what is copied. */
    public static <R, V> TableColumn<R, V> copiedAs(TableColumn<R, V> column, Function<R, String> words) {
        column.getProperties().put(COPIED, words);
        return column;
    }

    /** What a row says in a column when it is copied; null where that is what the cell shows. */
    @SuppressWarnings("unchecked")
    static <R> @Nullable Function<R, String> copied(TableColumn<R, ?> column) {
        return (Function<R, String>) column.getProperties().get(COPIED);
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

    private static final class TimeCell<R> extends TableCell<R, Instant> {
        private final Function<Instant, String> shown;

        TimeCell(Desk desk, Function<Instant, String> shown) {
            this.shown = shown;
            Hint.on(
                    this,
                    () -> isEmpty() || getItem() == null ? "" : desk.formats().everywhere(getItem()));
        }

        @Override
        protected void updateItem(@Nullable Instant item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : shown.apply(item));
        }
    }

    private static final class TextCell<R> extends TableCell<R, String> {
        private final UnaryOperator<String> seen;

        TextCell() {
            this(UnaryOperator.identity());
        }

        TextCell(UnaryOperator<String> seen) {
            this.seen = seen;
            Hint.on(this, () -> isEmpty() || getItem() == null ? "" : getItem());
        }

        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : seen.apply(item));
        }
    }
}
