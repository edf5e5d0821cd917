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
import java.util.List;
import javafx.scene.control.TableView;

/** Why the messages of a gap are missing: reason by reason, with the most frequent pattern of replies. */
final class ReasonTable extends TableView<ReasonTable.Line> {
    /**
     * One reason.
     *
     * @param reason its code; empty for messages that nothing was replied to
     * @param of messages of the whole gap
     */
    record Line(String reason, String bounceClass, long count, long of, String pattern, Filter rows) {}

    ReasonTable(Desk desk) {
        setId("by-reason");
        setFixedCellSize(26);
        getStyleClass().add(Styles.DENSE);
        ColumnFit.of(this);
        Columns.wrapping(this, true);
        getColumns()
                .addAll(List.of(
                        Columns.text(
                                desk.text("field.reason"),
                                230,
                                l -> desk.text(l.reason().isEmpty() ? "campaigns.noreason" : "reason." + l.reason())),
                        Columns.text(
                                desk.text("field.class"),
                                140,
                                l -> l.bounceClass().isEmpty() ? "" : desk.text("class." + l.bounceClass())),
                        new CountColumn<>(
                                desk,
                                desk.text("campaigns.column.messages"),
                                100,
                                Line::count,
                                l -> Place.Activity.of(l.rows())),
                        Columns.number(
                                desk.text("campaigns.column.ofgap"),
                                110,
                                Line::count,
                                l -> desk.formats().percent(l.count(), l.of())),
                        Columns.sentences(desk.text("campaigns.column.pattern"), Line::pattern)));
        RowMenu.of(this, desk);
        Opening.of(this, l -> desk.navigator().go(Place.Activity.of(l.rows())));
    }

    void show(List<Line> lines) {
        getItems().setAll(lines);
    }
}
