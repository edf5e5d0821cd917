package dev.rebound.console.data;

import dev.rebound.insight.Coverage;
import javafx.geometry.Pos;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The sign of an hour: a shape of its own beside the colour, so that colour is never the only sign. */
final class HourMark extends StackPane {
    HourMark(Coverage.@Nullable Status status) {
        setAlignment(Pos.CENTER);
        setMinSize(20, 16);
        setPrefSize(20, 16);
        setMaxSize(20, 16);
        getStyleClass().addAll("hour", "hour-" + (status == null ? "quiet" : status.code()));
        if (status == Coverage.Status.MISSING) {
            getChildren().add(new FontIcon("mdi2c-close"));
        } else if (status == Coverage.Status.PARTIAL) {
            getChildren().add(new FontIcon("mdi2c-circle-half"));
        }
    }
}
