package dev.rebound.console.message;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.FilterWords;
import dev.rebound.console.kit.story.RawText;
import dev.rebound.console.kit.story.Story;
import dev.rebound.domain.Reason;
import dev.rebound.filter.Field;
import dev.rebound.insight.ChainEvent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** One event as it was read, and beneath it the source's own words in which the read parts are marked. */
final class ParsedEvent extends ScrollPane {
    private final Desk desk;
    private final FilterWords words;
    private final GridPane read = new GridPane(14, 4);
    private final RawText raw;
    private int row;

    ParsedEvent(Desk desk) {
        this.desk = desk;
        this.words = new FilterWords(desk.words());
        this.raw = new RawText(desk, "message-raw");
        ColumnConstraints name = new ColumnConstraints();
        name.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints value = new ColumnConstraints();
        value.setHgrow(Priority.ALWAYS);
        read.getColumnConstraints().setAll(name, value);
        VBox content = new VBox(8, read, heading("activity.pane.raw"), raw);
        content.getStyleClass().add("message-pane");
        setContent(content);
        setFitToWidth(true);
        getStyleClass().add("details");
    }

    private Label heading(String key) {
        Label label = new Label(desk.text(key));
        label.getStyleClass().addAll("pane-section", Styles.TEXT_CAPTION);
        return label;
    }

    void show(ChainEvent event) {
        setVvalue(0);
        read.getChildren().clear();
        row = 0;
        add(words.field(Field.TIME), desk.formats().full(event.time()));
        add("UTC", event.time().toString());
        add(words.field(Field.KIND), Story.kind(event, desk));
        add(words.field(Field.RAW_KIND), event.rawKind());
        add(words.field(Field.SOURCE), event.source());
        add(words.field(Field.REPLY), event.reply());
        add(words.field(Field.SMTP_CODE), event.smtpCode() == 0 ? null : Integer.toString(event.smtpCode()));
        add(words.field(Field.ENHANCED_CODE), event.enhancedCode());
        if (failed(event)) {
            add(words.field(Field.REASON), desk.text("reason." + event.reason().code()));
            add(
                    words.field(Field.CLASS),
                    desk.text("class." + event.bounceClass().code()));
            add(
                    desk.text("message.rule"),
                    event.rule().equals("none")
                            ? desk.text("activity.pane.norule")
                            : desk.text("activity.pane.rule", event.rule(), event.matched()));
        }
        raw.show(event);
    }

    private static boolean failed(ChainEvent event) {
        return switch (event.kind()) {
            case HARD_BOUNCE, SOFT_BOUNCE, BLOCK, BOUNCE, DEFERRAL, DROP, REJECTION -> true;
            default -> event.reason() != Reason.UNDETERMINED;
        };
    }

    private void add(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return;
        }
        Label key = new Label(name);
        key.getStyleClass().add(Styles.TEXT_MUTED);
        key.setMinWidth(Region.USE_PREF_SIZE);
        GridPane.setValignment(key, javafx.geometry.VPos.TOP);
        Label text = new Label(desk.person(value));
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        read.addRow(row++, key, text);
    }
}
