package dev.rebound.console.shell;

import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Place;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Where a person is: each part leads back to itself, the last one is the narrowing of now. */
final class Crumbs extends HBox {
    private static final int LONGEST = 34;
    /** A longer way shows its first parts and its last. */
    private static final int MOST = 6;

    private static final int FIRST = 2;

    private final Desk desk;

    Crumbs(Desk desk) {
        super(2);
        this.desk = desk;
        setId("crumbs");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(0);
        getStyleClass().add("crumbs");
    }

    void show(Place place) {
        getChildren().clear();
        List<Crumb> way = Crumb.to(place, desk);
        for (int i = 0; i < way.size(); i++) {
            Crumb crumb = way.get(i);
            boolean last = i == way.size() - 1;
            if (i > 0) {
                getChildren().add(new FontIcon("mdi2c-chevron-right"));
            }
            if (way.size() > MOST && i == FIRST) {
                Label between = new Label("…");
                between.setTooltip(new Tooltip(desk.text("shell.crumb.between", way.size() - MOST + 1)));
                getChildren().add(between);
                i = way.size() - (MOST - FIRST);
                continue;
            }
            if (last) {
                Label here = new Label(shortened(crumb.name()));
                here.setTooltip(new Tooltip(crumb.name()));
                here.getStyleClass().add("crumb-here");
                here.setMinWidth(0);
                getChildren().add(here);
            } else {
                Hyperlink link = new Hyperlink(shortened(crumb.name()));
                link.setTooltip(new Tooltip(crumb.name()));
                link.setOnAction(e -> desk.navigator().go(crumb.place()));
                link.setMinWidth(0);
                getChildren().add(link);
            }
        }
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST - 1).strip() + "…";
    }
}
