package dev.rebound.console.kit.story;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.ColumnFit;
import dev.rebound.console.kit.Columns;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.FilterWords;
import dev.rebound.console.kit.Opening;
import dev.rebound.console.kit.PagedRows;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.RowMenu;
import dev.rebound.console.kit.StateLook;
import dev.rebound.filter.Field;
import dev.rebound.insight.MessageRow;
import dev.rebound.insight.Picture;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.jspecify.annotations.Nullable;

/** Messages of one address or of one reply: when, subject, campaign, service, state, reason. Enter opens one in full. */
public final class MessageList extends TableView<MessageRow> {
    private final Desk desk;
    private boolean ofOne;

    /** No message yet. */
    public MessageList(Desk desk, String id) {
        this.desk = desk;
        FilterWords words = new FilterWords(desk.words());
        setId(id);
        setFixedCellSize(28);
        getStyleClass().addAll(Styles.DENSE, "messages");
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        List<TableColumn<MessageRow, ?>> columns = List.of(
                Columns.times(
                        desk,
                        words.field(Field.TIME),
                        132,
                        MessageRow::time,
                        at -> desk.formats().time(at)),
                Columns.addresses(desk, words.field(Field.ADDRESS), 190, r -> r.address()),
                Columns.longText(words.field(Field.SUBJECT), r -> r.subject() == null ? "" : r.subject()),
                Columns.text(words.field(Field.CAMPAIGN), 160, MessageRow::campaign),
                Columns.text(words.field(Field.ESP), 140, MessageRow::esp),
                state(words.field(Field.STATE)),
                Columns.text(
                        words.field(Field.REASON),
                        170,
                        r -> r.reason() == null
                                ? "–"
                                : words.value(Field.REASON, r.reason().code())));
        columns.forEach(c -> c.setSortable(false));
        getColumns().setAll(columns);
        ColumnFit.of(this);
        RowMenu<MessageRow> menu = RowMenu.of(this, desk);
        menu.offering(
                desk.text("activity.copy.addresses"),
                rows -> rows.stream().map(MessageRow::address).distinct().collect(Collectors.joining("\n")));
        Tickets.of(desk)
                .forEach((name, sentence) -> menu.offering(
                        name,
                        rows -> rows.stream()
                                .map(r ->
                                        sentence.apply(desk.picture().getValue().message(r.message())))
                                .distinct()
                                .collect(Collectors.joining("\n"))));
        setPlaceholder(new javafx.scene.control.Label(""));
    }

    private TableColumn<MessageRow, MessageRow> state(String name) {
        TableColumn<MessageRow, MessageRow> column = new TableColumn<>(name);
        column.setPrefWidth(130);
        column.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(c.getValue()));
        column.setCellFactory(c -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable MessageRow row, boolean empty) {
                super.updateItem(row, empty);
                setGraphic(empty || row == null ? null : StateLook.icon(row.state()));
                setText(empty || row == null ? null : told(row));
            }
        });
        return column;
    }

    /** The state, and for one person the tries where one was not enough: among ten mails that came one sees which came late. */
    private String told(MessageRow row) {
        String state = row.state() == null
                ? desk.text("activity.nosend")
                : desk.text("state.short." + row.state().code());
        return ofOne && row.tries() > 1 ? desk.text("story.tries", state, row.tries()) : state;
    }

    /** Leaves out the column of addresses, where all are one. */
    public MessageList ofOneAddress() {
        ofOne = true;
        getColumns().remove(1);
        return this;
    }

    /** Shows messages by their numbers. */
    public void show(Picture picture, int[] messages) {
        getSelectionModel().clearSelection();
        setItems(new PagedRows<>(
                messages.length,
                (offset, limit) -> Arrays.stream(messages, offset, Math.min(messages.length, offset + limit))
                        .mapToObj(picture::row)
                        .toList()));
    }

    /** Lets Enter and a double click open a message among these. */
    public MessageList opening(java.util.function.Supplier<Place.Activity> among) {
        Opening.of(
                this,
                row -> desk.navigator()
                        .go(new Place.Message(desk.picture().getValue().key(row.message()), among.get())));
        return this;
    }
}
