package dev.rebound.console.message;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Sheet;
import dev.rebound.console.kit.story.RawText;
import dev.rebound.console.kit.story.Story;
import dev.rebound.insight.ChainEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** Every raw record that tells of a message, in the order of its events; one record of two events stands once. */
final class RawRecords extends ScrollPane {
    private final Desk desk;
    private final VBox content = new VBox(14);

    RawRecords(Desk desk) {
        this.desk = desk;
        setId("raw-records");
        content.getStyleClass().add("message-pane");
        setContent(content);
        setFitToWidth(true);
        getStyleClass().add("details");
    }

    /** The first event of each record. */
    static List<ChainEvent> of(Story story) {
        Set<String> seen = new HashSet<>();
        List<ChainEvent> first = new ArrayList<>();
        for (ChainEvent event : story.details().chain()) {
            if (seen.add(event.importId() + "." + event.rawIndex())) {
                first.add(event);
            }
        }
        return first;
    }

    void show(Story story) {
        content.getChildren().clear();
        int number = 0;
        for (ChainEvent event : of(story)) {
            RawText text = new RawText(desk, "message-raw-" + number++);
            Label what = Sheet.sentence(desk.text(
                    "message.raw.of",
                    desk.formats().time(event.time()),
                    desk.text("kind." + event.kind().name().toLowerCase(Locale.ROOT)),
                    event.source()));
            what.getStyleClass().add(Styles.TEXT_BOLD);
            content.getChildren().add(new VBox(2, what, text));
            text.show(event);
        }
    }
}
