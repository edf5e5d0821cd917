package dev.rebound.console.compare;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.Desk;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Figures beneath one another: what was claimed, what is ours, the difference, its causes and what they leave. */
final class FigureGrid extends GridPane {
    /** Two grids stand in line, however short their words. */
    private static final double[] LEAST_WIDTHS = {170, 120, 90, 90};

    private static final int OURS = 2;
    private static final int DIFFERENCE = 3;
    private static final int CAUSES = 4;
    private static final int REST = 5;

    private final Desk desk;

    FigureGrid(Desk desk) {
        super(10, 8);
        this.desk = desk;
        for (int i = 0; i < LEAST_WIDTHS.length; i++) {
            getColumnConstraints().add(new ColumnConstraints());
        }
        getColumnConstraints().get(OURS).setHalignment(HPos.RIGHT);
        getColumnConstraints().get(DIFFERENCE).setHalignment(HPos.RIGHT);
        ColumnConstraints causes = new ColumnConstraints();
        causes.setHgrow(Priority.ALWAYS);
        // What is wanted beyond the room is taken from all columns alike: so the causes want no more than their
        // longest, and grow.
        ColumnConstraints rest = new ColumnConstraints(100, USE_COMPUTED_SIZE, Double.MAX_VALUE);
        getColumnConstraints().addAll(causes, rest);
    }

    /** Shows these lines beneath the headings, and no others. */
    void show(Collection<FigureLine> lines) {
        getChildren().clear();
        header();
        int row = 1;
        for (FigureLine line : lines) {
            line.into(this, row++);
        }
    }

    private void header() {
        Label[] heads = Arrays.stream(new String[] {"figure", "claimed", "ours", "difference", "causes", "rest"})
                .map(k -> new Label(desk.text("compare.column." + k)))
                .toArray(Label[]::new);
        for (Label head : heads) {
            head.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
            head.setMinWidth(USE_PREF_SIZE);
        }
        // The last two give way as what stands under them does.
        for (Label head : List.of(heads[CAUSES], heads[REST])) {
            head.setMinWidth(0);
            head.setWrapText(true);
            head.setMinHeight(USE_PREF_SIZE);
        }
        addRow(0, heads);
        for (int i = 0; i < LEAST_WIDTHS.length; i++) {
            Region least = new Region();
            least.setMinWidth(LEAST_WIDTHS[i]);
            add(least, i, 0);
        }
    }
}
