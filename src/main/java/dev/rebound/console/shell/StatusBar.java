package dev.rebound.console.shell;

import dev.rebound.console.kit.Appearance;
import dev.rebound.console.kit.Buttons;
import dev.rebound.console.kit.CountLink;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.keys.KeyAct;
import dev.rebound.insight.Picture;
import java.time.Instant;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/** How much data there is, from when to when, what is missing, the time zone, running jobs. Never hides. */
final class StatusBar extends HBox {
    private static final double WIDEST = 10_000;

    private final Desk desk;
    private final CountLink messages;
    private final Label span = new Label();
    private final Hyperlink holes = new Hyperlink();

    StatusBar(Desk desk, Zones zone, Appearance appearance) {
        super(14);
        this.desk = desk;
        messages = new CountLink(desk);
        messages.setId("status-messages");
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("status");
        holes.setGraphic(new FontIcon("mdi2a-alert-outline"));
        holes.setOnAction(e -> desk.navigator().go(new Place.Data(Place.Data.Part.COVERAGE)));
        holes.managedProperty().bind(holes.visibleProperty());
        Button mask = Buttons.icon(
                appearance.isMasked() ? "mdi2l-lock-outline" : "mdi2e-eye-outline",
                desk.text(appearance.isMasked() ? "shell.mask.on" : "shell.mask.off"),
                () -> appearance.mask(!appearance.isMasked()));
        Buttons.withKey(mask, mask.getAccessibleText(), desk.keysOf(KeyAct.MASK));
        mask.setId("mask-status");
        mask.getStyleClass().add("status-button");
        mask.setText(appearance.isMasked() ? desk.text("shell.masked") : "");
        FlowPane facts = new FlowPane(14, 2, messages, span, holes);
        facts.setMinWidth(0);
        facts.setAlignment(Pos.CENTER_LEFT);
        facts.setPrefWrapLength(WIDEST);
        HBox.setHgrow(facts, Priority.ALWAYS);
        zone.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(facts, new JobsButton(desk), zone, mask);
        desk.picture().addListener((o, before, now) -> show(now));
        show(desk.picture().getValue());
    }

    private void show(Picture picture) {
        messages.show(desk.text("shell.messages", picture.messages().size()), new Place.Activity(""));
        Instant start = picture.dataStart();
        Instant end = picture.dataEnd();
        span.setText(
                start == null || end == null
                        ? ""
                        : desk.text(
                                "shell.span",
                                desk.formats().day(start),
                                desk.formats().day(end)));
        int missing = picture.coverage().requests().size();
        holes.setVisible(missing > 0);
        holes.setText(desk.text("shell.holes", missing));
    }
}
