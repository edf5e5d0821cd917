package dev.rebound.console.activity;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.PagedRows;
import dev.rebound.console.kit.StateLook;
import dev.rebound.domain.MessageState;
import dev.rebound.filter.Field;
import dev.rebound.insight.MessageRow;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/** The list of messages: rows are read as they are looked at. */
final class MessageTableView extends TableView<MessageRow> {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final ActivityModel model;
    private final Desk desk;

    MessageTableView(ActivityModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
        setId("messages");
        setFixedCellSize(28);
        setTableMenuButtonVisible(true);
        getStyleClass().addAll(Styles.DENSE, "messages");
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        columns();
        setRowFactory(t -> new MessageTableRow(model, desk));
        setSortPolicy(t -> {
            sort(t.getSortOrder());
            return true;
        });
        model.rowsProperty().addListener((o, before, now) -> show(now));
        getSelectionModel().selectedItemProperty().addListener((o, before, now) -> model.select(now));
        setOnKeyPressed(e -> {
            if (COPY.match(e)) {
                copy();
                e.consume();
            }
        });
        setPlaceholder(new NothingMatches(model, desk));
        show(model.rowsProperty().get());
    }

    private void sort(List<TableColumn<MessageRow, ?>> order) {
        model.newestFirstProperty()
                .set(order.isEmpty() || order.getFirst().getSortType() == TableColumn.SortType.DESCENDING);
    }

    private void columns() {
        TableColumn<MessageRow, String> time =
                column(Field.TIME, 132, true, r -> desk.formats().time(r.time()));
        time.setSortable(true);
        time.setSortType(TableColumn.SortType.DESCENDING);
        ChipText names = new ChipText(desk.words());
        getColumns()
                .addAll(List.of(
                        time,
                        column(Field.ADDRESS, 186, true, MessageRow::address),
                        column(Field.CAMPAIGN, 126, true, MessageRow::campaign),
                        state(),
                        column(
                                Field.REASON,
                                152,
                                true,
                                r -> r.reason() == null
                                        ? "–"
                                        : names.value(Field.REASON, r.reason().code())),
                        column(Field.TRIES, 66, true, r -> desk.formats().count(r.tries())),
                        column(Field.SUBJECT, 180, false, r -> text(r.subject())),
                        column(Field.REPLY, 320, false, r -> text(r.reply())),
                        column(Field.SMTP_CODE, 60, false, r -> r.smtpCode() == 0 ? "" : "" + r.smtpCode()),
                        column(Field.ENHANCED_CODE, 70, false, r -> text(r.enhancedCode())),
                        column(Field.PROVIDER, 110, false, MessageRow::provider),
                        column(Field.DOMAIN, 140, false, MessageRow::domain),
                        column(Field.ESP, 110, false, MessageRow::esp),
                        column(Field.IP, 110, false, r -> text(r.ip())),
                        column(Field.POOL, 100, false, r -> text(r.pool())),
                        column(Field.DISPATCH_ID, 220, false, r -> text(r.dispatchId())),
                        column(Field.MESSAGE_ID, 220, false, r -> text(r.messageId())),
                        column(
                                Field.VALIDITY,
                                110,
                                false,
                                r -> names.value(Field.VALIDITY, r.validity().code())),
                        column(
                                Field.SUBSCRIPTION,
                                120,
                                false,
                                r -> names.value(
                                        Field.SUBSCRIPTION, r.subscription().code())),
                        column(Field.FILE, 200, false, MessageRow::source)));
        getSortOrder().setAll(List.of(time));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private TableColumn<MessageRow, String> column(
            Field field, double width, boolean shown, Function<MessageRow, String> text) {
        TableColumn<MessageRow, String> column = new TableColumn<>(new ChipText(desk.words()).field(field));
        column.setId(field.code());
        column.setUserData(field);
        column.setPrefWidth(width);
        column.setVisible(shown);
        column.setSortable(false);
        column.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(text.apply(c.getValue())));
        if (field == Field.TRIES || field == Field.SMTP_CODE) {
            column.getStyleClass().add(Tweaks.ALIGN_RIGHT);
        }
        return column;
    }

    private TableColumn<MessageRow, MessageRow> state() {
        TableColumn<MessageRow, MessageRow> column = new TableColumn<>(new ChipText(desk.words()).field(Field.STATE));
        column.setId(Field.STATE.code());
        column.setUserData(Field.STATE);
        column.setPrefWidth(150);
        column.setSortable(false);
        column.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(c.getValue()));
        column.setCellFactory(c -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable MessageRow row, boolean empty) {
                super.updateItem(row, empty);
                if (empty || row == null) {
                    setText(null);
                    setGraphic(null);
                } else {
                    MessageState state = row.state();
                    setText(state == null ? desk.text("activity.nosend") : desk.text("state.short." + state.code()));
                    setGraphic(StateLook.icon(state));
                }
            }
        });
        return column;
    }

    /** A selection in a long list would be searched through all rows of the next one; so it goes first. */
    private void show(PagedRows<MessageRow> rows) {
        getSelectionModel().clearSelection();
        setItems(rows);
        if (!rows.isEmpty()) {
            scrollTo(0);
        }
    }

    private void copy() {
        StringBuilder text = new StringBuilder();
        for (MessageRow row : getSelectionModel().getSelectedItems()) {
            for (TableColumn<MessageRow, ?> column : getVisibleLeafColumns()) {
                Object cell = column.getUserData() == Field.STATE
                        ? (row.state() == null
                                ? ""
                                : desk.text("state." + row.state().code()))
                        : column.getCellObservableValue(row).getValue();
                text.append(cell).append('\t');
            }
            text.setCharAt(text.length() - 1, '\n');
        }
        ClipboardContent content = new ClipboardContent();
        content.putString(text.toString());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
