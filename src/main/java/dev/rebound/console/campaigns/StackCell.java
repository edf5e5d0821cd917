package dev.rebound.console.campaigns;

import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.StateLook;
import dev.rebound.domain.MessageState;
import dev.rebound.insight.GapGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** What became of a group's messages as one bar of several colours; pointed at, it says each number. */
final class StackCell<R> extends TableCell<R, R> {
    private final Desk desk;
    private final Function<R, GapGroup> group;
    private final List<MessageState> states;
    private final LongSupplier scale;
    private final HBox bar = new HBox();

    StackCell(Desk desk, Function<R, GapGroup> group, List<MessageState> states, LongSupplier scale) {
        this.desk = desk;
        this.group = group;
        this.states = states;
        this.scale = scale;
        bar.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable R row, boolean empty) {
        super.updateItem(row, empty);
        bar.getChildren().clear();
        if (empty || row == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        GapGroup g = group.apply(row);
        double room = Math.max(0, getTableColumn().getWidth() - 20);
        bar.getChildren().setAll(pieces(g, states, room, scale.getAsLong()));
        String words = words(desk, g, states);
        setGraphic(bar);
        setTooltip(words.isEmpty() ? null : new Tooltip(words));
        setAccessibleText(words);
    }

    /** The pieces of a bar: one a state that has messages, none so narrow that it is not seen. */
    static List<Region> pieces(GapGroup g, List<MessageState> states, double room, long scale) {
        List<Region> pieces = new ArrayList<>();
        for (MessageState state : states) {
            long n = g.count(state);
            if (n > 0) {
                Region piece = new Region();
                double width = Math.max(1.5, room * n / Math.max(1, scale));
                piece.setMinWidth(width);
                piece.setPrefWidth(width);
                piece.getStyleClass().addAll("stack-piece", StateLook.style(state));
                pieces.add(piece);
            }
        }
        return pieces;
    }

    /** The same in words. */
    static String words(Desk desk, GapGroup g, List<MessageState> states) {
        return states.stream()
                .filter(s -> g.count(s) > 0)
                .map(s -> desk.text("state.short." + s.code()) + " "
                        + desk.formats().count(g.count(s)))
                .collect(Collectors.joining(" · "));
    }
}
