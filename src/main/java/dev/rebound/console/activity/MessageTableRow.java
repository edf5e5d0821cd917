package dev.rebound.console.activity;

import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Place;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.insight.MessageRow;
import java.util.List;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableRow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.jspecify.annotations.Nullable;

/** A line of the list with its menu: keep or exclude a value, go to the address or the campaign, copy. */
final class MessageTableRow extends TableRow<MessageRow> {
    private final ActivityModel model;
    private final Desk desk;
    private final ChipText names;

    MessageTableRow(ActivityModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
        this.names = new ChipText(desk.words());
        setOnContextMenuRequested(e -> {
            MessageRow row = getItem();
            if (row != null) {
                menu(row).show(this, e.getScreenX(), e.getScreenY());
                e.consume();
            }
        });
    }

    private ContextMenu menu(MessageRow row) {
        ContextMenu menu = new ContextMenu();
        for (Field field : List.of(Field.CAMPAIGN, Field.STATE, Field.REASON, Field.PROVIDER, Field.DOMAIN)) {
            String value = value(field, row);
            if (value != null && !value.isEmpty()) {
                String words = names.field(field) + ": " + names.value(field, value);
                menu.getItems().add(item(desk.text("activity.menu.keep", words), () -> model.keepOnly(field, value)));
            }
        }
        menu.getItems().add(new SeparatorMenuItem());
        for (Field field : List.of(Field.CAMPAIGN, Field.REASON, Field.DOMAIN)) {
            String value = value(field, row);
            if (value != null && !value.isEmpty()) {
                String words = names.field(field) + ": " + names.value(field, value);
                menu.getItems().add(item(desk.text("activity.menu.exclude", words), () -> model.exclude(field, value)));
            }
        }
        menu.getItems()
                .addAll(
                        new SeparatorMenuItem(),
                        item(
                                desk.text("activity.menu.address"),
                                () -> desk.navigator().go(Place.Activity.of(Filter.is(Field.ADDRESS, row.address())))),
                        item(
                                desk.text("activity.menu.campaign"),
                                () -> desk.navigator().go(new Place.Campaigns(row.campaign()))),
                        new SeparatorMenuItem(),
                        item(desk.text("activity.menu.copyaddress"), () -> copy(row.address())),
                        item(desk.text("activity.menu.copyreply"), () -> copy(row.reply())));
        return menu;
    }

    private static @Nullable String value(Field field, MessageRow row) {
        return switch (field) {
            case CAMPAIGN -> row.campaign();
            case STATE -> row.state() == null ? null : row.state().code();
            case REASON -> row.reason() == null ? null : row.reason().code();
            case PROVIDER -> row.provider();
            default -> row.domain();
        };
    }

    private static void copy(@Nullable String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text == null ? "" : text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static MenuItem item(String text, Runnable act) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(e -> act.run());
        return item;
    }
}
