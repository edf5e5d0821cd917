package dev.rebound.console.campaigns;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.CountSentence;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.OpensRows;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.WrappingLine;
import dev.rebound.filter.Filter;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/** A number of an account with its share and bar; pressed, it opens exactly the messages it counts. */
final class CountLine extends Button implements OpensRows {
    private static final double BAR = 150;
    private static final double LEAST_REMARK = 180;

    private final Filter rows;

    /**
     * A line.
     *
     * @param whole what the share is of
     * @param scale the count whose bar is as long as there is room
     * @param barStyle the style class of the bar's colour
     */
    CountLine(Desk desk, Node icon, String name, long count, long whole, long scale, Filter rows, String barStyle) {
        this.rows = rows;
        Label what = new Label(name, icon);
        what.getStyleClass().add("gap-name");
        Label number = right(desk.formats().count(count), 72);
        number.getStyleClass().add("gap-count");
        Label share = right(desk.formats().percent(count, whole), 76);
        share.getStyleClass().addAll(Styles.TEXT_MUTED, "gap-share");
        HBox line = new HBox(10, what, number, share, track(count, scale, barStyle));
        line.setAlignment(Pos.CENTER_LEFT);
        setGraphic(line);
        setMinWidth(0);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().addAll(Styles.FLAT, "gap-line");
        setAccessibleText(name + " " + number.getText() + " " + share.getText());
        setTooltip(new Tooltip(desk.text("campaigns.open", rows.toText())));
        setOnAction(e -> desk.navigator().go(rows()));
        setFocusTraversable(true);
    }

    /** The line with what is said beyond its number; numbers in the words open their own rows. */
    WrappingLine with(CountSentence remark) {
        remark.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL, "gap-remark");
        HBox.setHgrow(remark, Priority.ALWAYS);
        remark.setMinWidth(remark.getChildren().isEmpty() ? 0 : LEAST_REMARK);
        return new WrappingLine(4, this, remark);
    }

    @Override
    public Place rows() {
        return Place.Activity.of(rows);
    }

    private static Label right(String text, double width) {
        Label label = new Label(text);
        label.setMinWidth(width);
        label.setAlignment(Pos.CENTER_RIGHT);
        return label;
    }

    private static HBox track(long count, long scale, String barStyle) {
        Region bar = new Region();
        double width = scale <= 0 || count <= 0 ? 0 : Math.max(2, BAR * Math.min(count, scale) / scale);
        bar.setMinWidth(width);
        bar.setPrefWidth(width);
        bar.setMaxWidth(width);
        bar.getStyleClass().addAll("gap-bar", barStyle);
        HBox track = new HBox(bar);
        track.setAlignment(Pos.CENTER_LEFT);
        track.setMinWidth(0);
        track.setPrefWidth(BAR);
        Rectangle seen = new Rectangle();
        seen.widthProperty().bind(track.widthProperty());
        seen.heightProperty().bind(track.heightProperty());
        track.setClip(seen);
        track.setMaxWidth(BAR);
        return track;
    }
}
