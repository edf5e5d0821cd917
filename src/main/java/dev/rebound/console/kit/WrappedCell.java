package dev.rebound.console.kit;

import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;
import org.jspecify.annotations.Nullable;

/** A cell of sentences: they take as many lines as they need in the width of their column. */
final class WrappedCell<R> extends TableCell<R, String> {
    /** The room left and right of the words, as in every cell. */
    private static final double PADDING = 12;

    private final Text words = new Text();

    WrappedCell(TableColumn<R, String> column) {
        words.getStyleClass().add("cell-words");
        // As a label has it, so that words stand on one line with the words of other cells.
        words.setBoundsType(TextBoundsType.LOGICAL_VERTICAL_CENTER);
        words.wrappingWidthProperty().bind(column.widthProperty().subtract(PADDING + 1));
        getStyleClass().add("wrapped");
    }

    @Override
    protected void updateItem(@Nullable String item, boolean empty) {
        super.updateItem(item, empty);
        words.setText(empty || item == null ? "" : item);
        setGraphic(empty || item == null || item.isEmpty() ? null : words);
        setAccessibleText(empty ? null : item);
    }

    /** How wide the words would be in one line. */
    double inOneLine() {
        Text line = new Text(words.getText());
        line.setFont(words.getFont());
        return Math.ceil(line.getLayoutBounds().getWidth()) + PADDING + 2;
    }
}
