package dev.rebound.console.kit;

import dev.rebound.filter.Filter;
import javafx.scene.control.ContextMenu;

/** What can be done with the messages that a mark of a chart counts. */
public final class MarkMenu {
    private MarkMenu() {}

    /**
     * The menu of a mark. What is kept or left out here is so in every view, until it is unpinned.
     *
     * @param words what the mark says
     * @param rows its messages
     * @param opening what it is called to open them
     */
    public static ContextMenu of(Desk desk, String words, Filter rows, String opening, Runnable open) {
        ContextMenu menu = new ContextMenu(
                MenuItems.of("mdi2f-format-list-bulleted", opening, open),
                MenuItems.of(
                        "mdi2f-filter-plus-outline",
                        desk.text("chart.keep"),
                        () -> desk.pins().pin(rows)),
                MenuItems.of(
                        "mdi2f-filter-minus-outline",
                        desk.text("chart.exclude"),
                        () -> desk.pins().pin(new Filter.Not(rows))),
                MenuItems.of("mdi2c-content-copy", desk.text("chart.copywords"), () -> desk.copy(words)));
        menu.setId("chart-menu");
        menu.getItems().get(0).setId("chart-open");
        menu.getItems().get(1).setId("chart-keep");
        menu.getItems().get(2).setId("chart-exclude");
        menu.getItems().get(3).setId("chart-copy");
        return menu;
    }
}
