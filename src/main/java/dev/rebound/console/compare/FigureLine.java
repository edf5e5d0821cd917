package dev.rebound.console.compare;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.CountLink;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Place;
import dev.rebound.insight.compare.Cause;
import dev.rebound.insight.compare.Claim;
import dev.rebound.insight.compare.Comparison;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** One figure: what is claimed, our rows, the difference, its causes, and what remains. */
final class FigureLine {
    private static final double DOUBT_WIDTH = 260;
    /** One cause a line is enough where there is no more room. */
    private static final double NARROW = 130;

    private final Desk desk;
    private final Label name = new Label();
    private final Control claimed;
    private final CountLink ours;
    private final Label difference = new Label();
    private final FlowPane causes = new FlowPane(10, 2);
    private final Label rest = new Label();

    /** A line whose claimed value is a field or a text. */
    FigureLine(Desk desk, String name, Control claimed, String id) {
        this.desk = desk;
        this.claimed = claimed;
        ours = new CountLink(desk);
        this.name.setText(name);
        this.name.setMinWidth(Region.USE_PREF_SIZE);
        ours.setId("ours-" + id);
        ours.setMinWidth(Region.USE_PREF_SIZE);
        difference.setId("difference-" + id);
        difference.setMinWidth(Region.USE_PREF_SIZE);
        difference.getStyleClass().add(Styles.TEXT_BOLD);
        rest.setId("rest-" + id);
        rest.setWrapText(true);
        rest.setMinHeight(Region.USE_PREF_SIZE);
        causes.setId("causes-" + id);
        causes.setAlignment(Pos.CENTER_LEFT);
        causes.setPrefWrapLength(NARROW);
    }

    /** Puts the line into a row of a grid. */
    void into(GridPane grid, int row) {
        HBox right = new HBox(ours);
        right.setAlignment(Pos.CENTER_RIGHT);
        HBox signed = new HBox(difference);
        signed.setAlignment(Pos.CENTER_RIGHT);
        grid.addRow(row, name, claimed, right, signed, causes, rest);
    }

    /** Shows a comparison; without a claim only our number. */
    void show(Comparison.Line line, boolean hasClaim) {
        ours.show(line.ours(), Place.Activity.of(line.rows()));
        causes.getChildren().clear();
        rest.setGraphic(null);
        rest.getStyleClass().removeAll(Styles.SUCCESS, Styles.WARNING);
        if (!hasClaim) {
            difference.setText("");
            rest.setText("");
            return;
        }
        long d = line.difference();
        difference.setText((d > 0 ? "+" : d < 0 ? "−" : "") + desk.formats().count(Math.abs(d)));
        for (Cause cause : line.causes()) {
            CountLink link = new CountLink(desk).show(words(cause), Place.Activity.of(cause.rows()));
            link.getStyleClass().add("cause-" + cause.kind().code());
            causes.getChildren().add(link);
        }
        boolean explained = line.rest() == 0;
        rest.setText(desk.text(explained ? "compare.explained" : "compare.rest", Math.abs(line.rest())));
        rest.setGraphic(new FontIcon(explained ? "mdi2c-check-bold" : "mdi2a-alert-outline"));
        rest.setWrapText(true);
        rest.getStyleClass().add(explained ? Styles.SUCCESS : Styles.WARNING);
    }

    /** Says what is wrong with a claim that is no number. */
    void doubt(String sentence) {
        Label label = new Label(sentence);
        label.setWrapText(true);
        label.setPrefWidth(DOUBT_WIDTH);
        label.getStyleClass().add(Styles.DANGER);
        causes.getChildren().setAll(label);
    }

    private String words(Cause cause) {
        String text = desk.text("cause." + cause.kind().code(), Math.abs(cause.count()));
        return cause.of() == Math.abs(cause.count())
                ? text
                : text + " " + desk.text("compare.of", desk.formats().count(cause.of()));
    }

    /** The id of a figure's nodes. */
    static String id(Claim claim) {
        String day = claim.day() == null ? "" : "-" + claim.day();
        return claim.claimant().toLowerCase(Locale.ROOT).replace(' ', '-')
                + claim.figure().code()
                + day;
    }
}
