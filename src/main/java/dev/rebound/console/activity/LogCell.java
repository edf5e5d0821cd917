package dev.rebound.console.activity;

import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Hint;
import dev.rebound.console.kit.LongText;
import dev.rebound.console.kit.StateLook;
import dev.rebound.domain.MessageState;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** A cell of the log; pointed at it tells all, a time with its offset and in UTC. */
final class LogCell extends TableCell<LogRow, LogRow> {
    private final LogColumn column;
    private final Desk desk;
    private @Nullable MessageState shown;

    LogCell(LogColumn column, Desk desk) {
        this.column = column;
        this.desk = desk;
        if (column.isLong()) {
            LongText.of(this);
        }
        Hint.on(this, this::hint);
    }

    /** What the cell is of. */
    LogColumn column() {
        return column;
    }

    @Override
    protected void updateItem(@Nullable LogRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setText(null);
            setGraphic(null);
            return;
        }
        String text = column.text(row, desk);
        String seen = column == LogColumn.ADDRESS ? desk.address(text) : text;
        setText(seen.indexOf('\n') < 0 ? seen : seen.replace('\n', ' '));
        setAccessibleText(column.name(desk) + ", " + text);
        if (column == LogColumn.STATE && (getGraphic() == null || row.message().state() != shown)) {
            shown = row.message().state();
            setGraphic(StateLook.icon(shown));
        }
    }

    private String hint() {
        LogRow row = isEmpty() ? null : getItem();
        String text = row == null ? "" : column.text(row, desk);
        return row == null || text.isEmpty() ? "" : whole(row, text);
    }

    private String whole(LogRow row, String text) {
        return switch (column) {
            case TIME -> desk.formats().everywhere(row.time());
            case FIRST -> desk.formats().everywhere(row.message().firstEvent());
            case STATE -> {
                MessageState state = row.message().state();
                yield state == null ? text : desk.text("state." + state.code());
            }
            default -> text;
        };
    }
}
