package dev.rebound.console.campaigns;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.AfterLayout;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.OpensRows;
import dev.rebound.console.kit.Place;
import dev.rebound.filter.Filter;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** A number of an account with its share and bar; pressed, it opens exactly the messages it counts. */
final class CountLine extends Button implements OpensRows {
    private static final double BAR = 150;

    private static final double LEAST_REMARK = 120;
    private static final double INSETS = 16;

    private final Filter rows;

    /**
     * A line.
     *
     * @param whole what the share is of
     * @param scale the count whose bar is as long as there is room
     * @param barStyle the style class of the bar's colour
     */
    CountLine(
            Desk desk,
            Node icon,
            String name,
            long count,
            long whole,
            long scale,
            String remark,
            Filter rows,
            String barStyle) {
        this.rows = rows;
        Label what = new Label(name, icon);
        what.getStyleClass().add("gap-name");
        Label number = right(desk.formats().count(count), 72);
        number.getStyleClass().add("gap-count");
        Label share = right(desk.formats().percent(count, whole), 76);
        share.getStyleClass().addAll(Styles.TEXT_MUTED, "gap-share");
        Label words = new Label(remark);
        words.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL, "gap-remark");
        words.setWrapText(true);
        HBox line = new HBox(10, what, number, share, track(count, scale, barStyle), words);
        line.setAlignment(Pos.CENTER_LEFT);
        InvalidationListener wrap = o -> AfterLayout.run(() -> {
            if (getWidth() > 0 && words.getLayoutX() > 0) {
                double room = Math.max(LEAST_REMARK, getWidth() - words.getLayoutX() - INSETS);
                words.setMinWidth(room);
                words.setPrefWidth(room);
            }
        });
        widthProperty().addListener(wrap);
        words.layoutXProperty().addListener(wrap);
        setGraphic(line);
        setMaxWidth(Double.MAX_VALUE);
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().addAll(Styles.FLAT, "gap-line");
        setAccessibleText(name + " " + number.getText() + " " + share.getText());
        setTooltip(new Tooltip(desk.text("campaigns.open", rows.toText())));
        setOnAction(e -> desk.navigator().go(rows()));
        setFocusTraversable(true);
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
        track.setMinWidth(BAR);
        track.setMaxWidth(BAR);
        return track;
    }
}
