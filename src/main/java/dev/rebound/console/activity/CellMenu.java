package dev.rebound.console.activity;

import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.FilterWords;
import dev.rebound.console.kit.MenuItems;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.keys.KeyAct;
import dev.rebound.console.kit.story.NoteSheet;
import dev.rebound.console.kit.story.Reclassification;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import java.util.Objects;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;

/** The menu of a cell: its value in the filter, where it leads, copying, what can be decided, where it is written. */
final class CellMenu extends ContextMenu {
    private final LogTable table;
    private final LogRow row;
    private final ActivityModel model;
    private final Desk desk;

    /**
     * The menu of a row.
     *
     * @param column the cell that is pointed at; null where the menu was asked for by keys, which know no cell: then every value of the
     *     row is offered
     */
    CellMenu(LogTable table, LogRow row, @Nullable LogColumn column, ActivityModel model, Desk desk) {
        this.table = table;
        this.row = row;
        this.model = model;
        this.desk = desk;
        setId("cell-menu");
        if (column == null) {
            valuesOfRow();
        } else {
            values(column);
        }
        getItems().add(new SeparatorMenuItem());
        places();
        Menu copy = new Menu(desk.text("activity.copy"));
        copy.getItems().setAll(new Copying(table, model, desk).items(column == null ? table.currentColumn() : column));
        getItems().addAll(new SeparatorMenuItem(), copy, new SeparatorMenuItem(), pin(), note(), reclassify());
        MenuItem raw = MenuItems.withKeys(
                desk.text("activity.menu.raw"), desk.keysOf(KeyAct.RAW), () -> table.fireEvent(new RawWanted()));
        MenuItem same = MenuItems.of(
                desk.text("activity.menu.fingerprint"),
                () -> model.show(Filter.is(Field.PATTERN, Objects.requireNonNull(pattern()))));
        same.setDisable(pattern() == null);
        getItems().addAll(new SeparatorMenuItem(), raw, same);
    }

    private void values(LogColumn column) {
        Field field = column.field();
        String value = column.value(row);
        boolean narrowing = field != null && column.isNarrowing();
        FilterWords words = new FilterWords(desk.words());
        String shown = narrowing ? shortened(words.value(Objects.requireNonNull(field), value)) : column.name(desk);
        MenuItem keep = MenuItems.of(
                desk.text("activity.menu.keep", shown),
                () -> model.show(FilterEdits.keepOnly(model.filter(), Objects.requireNonNull(field), value)));
        MenuItem exclude = MenuItems.of(
                desk.text("activity.menu.exclude", shown),
                () -> model.show(FilterEdits.exclude(model.filter(), Objects.requireNonNull(field), value)));
        MenuItem add = MenuItems.of(
                desk.text("activity.menu.add"),
                () -> model.show(FilterEdits.add(model.filter(), Objects.requireNonNull(field), value)));
        for (MenuItem item : new MenuItem[] {keep, exclude, add}) {
            item.setDisable(!narrowing);
        }
        getItems().addAll(keep, exclude, add);
    }

    /** Every value that the row shows, to be kept or left out. */
    private void valuesOfRow() {
        FilterWords words = new FilterWords(desk.words());
        Menu keep = new Menu(desk.text("activity.menu.keeponly"));
        Menu exclude = new Menu(desk.text("activity.menu.leaveout"));
        keep.setId("menu-keep");
        exclude.setId("menu-exclude");
        for (LogColumn column : table.shown()) {
            Field field = column.field();
            String value = column.value(row);
            if (field == null || !column.isNarrowing() || value.isEmpty()) {
                continue;
            }
            String named = desk.text("pair", column.name(desk), shortened(desk.person(words.value(field, value))));
            keep.getItems()
                    .add(MenuItems.of(named, () -> model.show(FilterEdits.keepOnly(model.filter(), field, value))));
            exclude.getItems()
                    .add(MenuItems.of(named, () -> model.show(FilterEdits.exclude(model.filter(), field, value))));
        }
        getItems().addAll(keep, exclude);
    }

    private static String shortened(String value) {
        return value.length() > 60 ? value.substring(0, 60) + " …" : value;
    }

    private void places() {
        MenuItem message = MenuItems.of(desk.text("activity.menu.message"), table::open);
        message.setDisable(row.message().message() < 0);
        MenuItem campaign = MenuItems.of(
                desk.text("activity.menu.campaign"),
                () -> desk.navigator().go(new Place.Campaigns(row.message().campaign())));
        campaign.setDisable(row.message().campaign().isEmpty());
        getItems()
                .addAll(
                        message,
                        MenuItems.of(
                                desk.text("activity.menu.address"),
                                () -> desk.navigator()
                                        .go(new Place.Address(row.message().address()))),
                        campaign);
    }

    private MenuItem pin() {
        MenuItem item = MenuItems.withKeys(
                desk.text("cases.pin.open"), desk.keysOf(KeyAct.PIN), () -> table.fireEvent(new PinWanted()));
        item.setId("menu-pin");
        item.setDisable(row.message().message() < 0 || !isWritable());
        return item;
    }

    private MenuItem note() {
        MenuItem item = MenuItems.of(desk.text("activity.menu.note"), () -> {
            var told = model.toldProperty().get();
            if (told != null) {
                int message = row.message().message();
                NoteSheet.message(
                                desk,
                                told.picture().key(message),
                                told.picture().note(message))
                        .open();
            }
        });
        item.setDisable(row.message().message() < 0 || model.toldProperty().get() == null || !isWritable());
        return item;
    }

    private MenuItem reclassify() {
        String reply = row.reply();
        MenuItem item = MenuItems.of(desk.text("activity.menu.reclassify"), () -> {
            var told = model.toldProperty().get();
            if (told != null && reply != null) {
                new Reclassification(desk, reply, told.event()).open();
            }
        });
        item.setDisable(reply == null || model.toldProperty().get() == null || !isWritable());
        return item;
    }

    private boolean isWritable() {
        return desk.session().isWritable();
    }

    /** The pattern of the row's reply; null where it has none. */
    private @Nullable String pattern() {
        String reply = row.reply();
        return reply == null ? null : dev.rebound.classify.ReplyPattern.of(reply);
    }
}
