package dev.rebound.console.kit;

import javafx.scene.control.Labeled;
import javafx.scene.control.OverrunStyle;

/**
 * A value that is longer than a column by its nature: a server's reply, a subject, a name of a file. It is shortened at a word,
 * never within one, and stands whole in the details and where it is pointed at. No other text may be shortened.
 */
public final class LongText {
    /** The style class of the cells that may. */
    public static final String STYLE = "long-text";

    private LongText() {}

    /** Lets a cell shorten its text. */
    public static <L extends Labeled> L of(L cell) {
        cell.setTextOverrun(OverrunStyle.WORD_ELLIPSIS);
        if (!cell.getStyleClass().contains(STYLE)) {
            cell.getStyleClass().add(STYLE);
        }
        return cell;
    }
}
