package dev.rebound.console.campaigns;

import dev.rebound.console.kit.CountLink;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Place;
import dev.rebound.insight.GapGroup;
import dev.rebound.insight.MainCause;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Why most messages of a gap are missing, and how many those are, which opens them; pointed at, of how many. */
final class CauseCell extends TableCell<GapGroup, GapGroup> {
    private final Desk desk;
    private final Supplier<Map<String, MainCause>> causes;
    private final Label words = new Label();
    private final CountLink number;
    private final HBox line;

    CauseCell(Desk desk, Supplier<Map<String, MainCause>> causes) {
        this.desk = desk;
        this.causes = causes;
        number = new CountLink(desk);
        number.setFocusTraversable(false);
        words.setMinWidth(Region.USE_PREF_SIZE);
        number.setMinWidth(Region.USE_PREF_SIZE);
        line = new HBox(6, words, number);
        line.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable GapGroup g, boolean empty) {
        super.updateItem(g, empty);
        MainCause cause = empty || g == null ? null : causes.get().get(g.key());
        setGraphic(cause == null ? null : line);
        setText(empty || cause != null ? null : "–");
        setTooltip(null);
        if (cause != null && g != null) {
            words.setText(words(desk, cause));
            number.show(cause.count(), Place.Activity.of(cause.rows()));
            String told = desk.text("campaigns.cause.of", words.getText(), cause.count(), g.gap());
            setTooltip(new Tooltip(told));
            setAccessibleText(told);
        }
    }

    /** A cause by its name. */
    static String words(Desk desk, MainCause cause) {
        String name = cause.state() == null
                ? desk.text("reason." + cause.reason())
                : desk.text("state.short." + cause.state().code().toLowerCase(Locale.ROOT));
        return cause.provider().isEmpty() ? name : desk.text("campaigns.cause.at", name, cause.provider());
    }
}
