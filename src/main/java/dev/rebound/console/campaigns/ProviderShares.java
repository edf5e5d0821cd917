package dev.rebound.console.campaigns;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.ColumnFit;
import dev.rebound.console.kit.Columns;
import dev.rebound.console.kit.CountColumn;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Opening;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.RowMenu;
import dev.rebound.filter.Filter;
import dev.rebound.insight.GapGroup;
import dev.rebound.insight.UsualGap;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** A campaign by mailbox provider, with what each provider usually leaves undelivered. */
final class ProviderShares extends TableView<ProviderShares.Line> {
    /** One provider; without history there is nothing usual. */
    record Line(GapGroup group, @Nullable UsualGap usual) {
        double share() {
            return group.sends() == 0 ? 0 : (double) group.gap() / group.sends();
        }

        /** How far the share is above the usual one. */
        double change() {
            return usual == null ? 0 : share() - usual.share();
        }
    }

    private final Desk desk;
    private long most = 1;

    ProviderShares(Desk desk) {
        this.desk = desk;
        setId("by-provider");
        setFixedCellSize(26);
        getStyleClass().add(Styles.DENSE);
        ColumnFit.of(this);
        TableColumn<Line, Line> bar = new TableColumn<>(desk.text("campaigns.column.gapby"));
        bar.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(c.getValue()));
        bar.setSortable(false);
        bar.setPrefWidth(300);
        bar.setCellFactory(c -> new StackCell<>(desk, Line::group, GapBlock.ORDER, () -> most));
        getColumns()
                .addAll(List.of(
                        Columns.text(
                                desk.text("field.provider"),
                                170,
                                l -> l.group().key().isEmpty()
                                        ? desk.text("campaigns.noname")
                                        : l.group().key()),
                        count("sends", 90, GapGroup::sends, GapGroup::rows),
                        count("delivered", 100, GapGroup::deliveries, GapBlock::delivered),
                        count("gap", 80, GapGroup::gap, GapBlock::missing),
                        Columns.number(
                                desk.text("campaigns.column.share"),
                                90,
                                Line::share,
                                l -> desk.formats()
                                        .percent(l.group().gap(), l.group().sends())),
                        Columns.number(desk.text("campaigns.column.usual"), 190, Line::change, this::usual),
                        bar));
        Opening.of(this, l -> desk.navigator().go(Place.Activity.of(l.group().rows())));
        RowMenu.of(this, desk);
    }

    private CountColumn<Line> count(
            String name, double width, ToLongFunction<GapGroup> count, Function<GapGroup, Filter> rows) {
        return new CountColumn<>(
                desk,
                desk.text("campaigns.column." + name),
                width,
                l -> count.applyAsLong(l.group()),
                l -> Place.Activity.of(rows.apply(l.group())));
    }

    private String usual(Line l) {
        UsualGap usual = l.usual();
        return usual == null
                ? "–"
                : desk.text(
                        "campaigns.usual",
                        desk.formats().percent(Math.round(usual.share() * 10_000), 10_000),
                        usual.days());
    }

    void show(List<Line> lines) {
        most = Math.max(1, lines.stream().mapToLong(l -> l.group().gap()).max().orElse(1));
        getItems().setAll(lines);
    }
}
