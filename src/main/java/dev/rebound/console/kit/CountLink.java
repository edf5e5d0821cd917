package dev.rebound.console.kit;

import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;

/** A number that opens exactly the rows it counts. */
public final class CountLink extends Hyperlink implements OpensRows {
    private final Desk desk;
    private Place rows = new Place.Activity("");

    /** No number yet. */
    public CountLink(Desk desk) {
        this.desk = desk;
        getStyleClass().add("count-link");
    }

    /** Shows a count and remembers what it opens. */
    public CountLink show(long count, Place rows) {
        return show(desk.formats().count(count), rows);
    }

    /** The same with the count among words. */
    public CountLink show(String words, Place counted) {
        rows = counted;
        setText(words);
        String asked = counted instanceof Place.Activity log ? log.filter() : "";
        setTooltip(asked.isEmpty() ? null : new Tooltip(desk.text("campaigns.open", desk.person(asked))));
        setOnAction(e -> {
            setVisited(false);
            desk.navigator().go(counted);
        });
        return this;
    }

    @Override
    public Place rows() {
        return rows;
    }
}
