package dev.rebound.console.activity;

import dev.rebound.console.kit.Remembered;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.scene.control.TableColumn;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** Order, width, visibility of the log's columns and how many of them stay when it is scrolled; kept between starts. */
final class ColumnMemory {
    private static final String NAME = "log.columns";

    private final LogTable table;
    private final Remembered remembered;
    private final PauseTransition soon = new PauseTransition(Duration.millis(400));
    private final Set<LogColumn> insisted = EnumSet.noneOf(LogColumn.class);
    private int frozen;
    private boolean events;
    private boolean reading;

    ColumnMemory(LogTable table, Remembered remembered) {
        this.table = table;
        this.remembered = remembered;
        soon.setOnFinished(e -> keep());
        remembered.get(NAME).ifPresent(this::read);
        table.getColumns().forEach(c -> {
            c.widthProperty().addListener((o, before, now) -> changed());
            c.visibleProperty().addListener((o, before, now) -> {
                if (now && !reading && !table.fit().isFitting()) {
                    table.fit().insist(c);
                    insisted.add(of(c));
                }
                changed();
            });
        });
        table.getColumns().addListener((ListChangeListener<TableColumn<LogRow, ?>>) c -> changed());
    }

    private void changed() {
        if (!reading && !table.fit().isFitting()) {
            soon.playFromStart();
        }
    }

    /** Keeps what is now; a column that only events have is kept as it was among events. */
    private void keep() {
        remembered.put(
                NAME,
                frozen + ";"
                        + table.getColumns().stream()
                                .map(c -> of(c).name().toLowerCase(Locale.ROOT) + ":" + width(c) + ":" + wanted(c))
                                .collect(Collectors.joining(",")));
    }

    /** A width that a person set; nothing where the column is as wide as what it shows. */
    private long width(TableColumn<LogRow, ?> column) {
        return table.fit().isByHand(column) ? Math.round(column.getWidth()) : 0;
    }

    /** 0 for a column that is not wanted, 1 for one that is where there is room, 2 for one that is in any case. */
    private int wanted(TableColumn<LogRow, ?> column) {
        boolean shown = column.isVisible()
                || table.fit().isSpared(column)
                || (of(column).isOfEvents() && !events);
        return !shown ? 0 : insisted.contains(of(column)) ? 2 : 1;
    }

    private static LogColumn of(TableColumn<LogRow, ?> column) {
        return (LogColumn) column.getUserData();
    }

    private void read(String kept) {
        reading = true;
        int semicolon = kept.indexOf(';');
        List<TableColumn<LogRow, ?>> order = new ArrayList<>();
        for (String part : kept.substring(semicolon + 1).split(",", -1)) {
            String[] words = part.split(":", -1);
            TableColumn<LogRow, ?> column = words.length == 3 ? named(words[0]) : null;
            if (column != null && words[1].matches("\\d{1,4}")) {
                if (Integer.parseInt(words[1]) > 0) {
                    column.setPrefWidth(Math.max(30, Integer.parseInt(words[1])));
                    table.fit().keep(column);
                }
                column.setVisible(!words[2].equals("0") && !of(column).isOfEvents());
                if (words[2].equals("2")) {
                    table.fit().insist(column);
                    insisted.add(of(column));
                }
                order.add(column);
            }
        }
        table.getColumns().stream().filter(c -> !order.contains(c)).forEach(order::add);
        table.getColumns().setAll(order);
        frozen = semicolon > 0 && kept.substring(0, semicolon).matches("\\d{1,2}")
                ? Integer.parseInt(kept.substring(0, semicolon))
                : 0;
        reading = false;
    }

    private @Nullable TableColumn<LogRow, ?> named(String name) {
        return table.getColumns().stream()
                .filter(c -> of(c).name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElse(null);
    }

    /** The columns that only events have come and go with them. */
    void showEvents(boolean now) {
        events = now;
        reading = true;
        for (LogColumn column : LogColumn.values()) {
            if (column.isOfEvents()) {
                table.columnOf(column).setVisible(now && column != LogColumn.EVENT);
            }
        }
        if (now) {
            TableColumn<LogRow, ?> kind = table.columnOf(LogColumn.KIND);
            table.getColumns().remove(kind);
            table.getColumns().add(Math.min(1, table.getColumns().size()), kind);
        }
        reading = false;
    }

    /** How many columns at the left stay where they are. */
    int frozen() {
        return frozen;
    }

    void freeze(int columns) {
        frozen = columns;
        table.frozen().headers();
        table.refresh();
        changed();
    }

    /** As at the first start. */
    void reset() {
        List<TableColumn<LogRow, ?>> order = new ArrayList<>();
        for (LogColumn column : LogColumn.values()) {
            TableColumn<LogRow, ?> c = table.columnOf(column);
            c.setPrefWidth(column.width());
            table.fit().release(c);
            c.setVisible(column.isShown() || (events && column.isOfEvents() && column != LogColumn.EVENT));
            order.add(c);
        }
        table.getColumns().setAll(order);
        insisted.clear();
        table.fit().spareAgain();
        freeze(0);
    }
}
