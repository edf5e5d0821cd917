package dev.rebound.console.campaigns;

import dev.rebound.console.kit.CountLink;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Place;
import dev.rebound.insight.GapGroup;
import java.util.function.LongSupplier;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/** The gap as a number and as a bar of its states; pointed at, it says each. */
final class GapCell extends TableCell<GapGroup, GapGroup> {
    private static final double NUMBER = 62;

    private final Desk desk;
    private final LongSupplier scale;
    private final CountLink number;
    private final HBox bar = new HBox();
    private final HBox line;

    GapCell(Desk desk, LongSupplier scale) {
        this.desk = desk;
        this.scale = scale;
        number = new CountLink(desk);
        number.setFocusTraversable(false);
        line = new HBox(6, number, bar);
        number.setMinWidth(NUMBER);
        number.setAlignment(Pos.CENTER_RIGHT);
        bar.setAlignment(Pos.CENTER_LEFT);
        line.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable GapGroup g, boolean empty) {
        super.updateItem(g, empty);
        if (empty || g == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        number.show(g.gap(), Place.Activity.of(GapBlock.missing(g)));
        double room = Math.max(0, getTableColumn().getWidth() - NUMBER - 30);
        bar.getChildren().setAll(StackCell.pieces(g, GapBlock.ORDER, room, scale.getAsLong()));
        String words = StackCell.words(desk, g, GapBlock.ORDER);
        setTooltip(words.isEmpty() ? null : new Tooltip(words));
        setGraphic(line);
        setAccessibleText(number.getText() + ". " + words);
    }
}
