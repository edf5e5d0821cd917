package dev.rebound.console.kit.story;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Hint;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.StateLook;
import dev.rebound.insight.MessageRow;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** What became of a message in a line, who and what it is, and what contradicts itself. */
public final class StoryHeading extends VBox {
    private final HBox line = new HBox(8);

    /** The heading of a story. */
    public StoryHeading(Story story, Desk desk) {
        super(4);
        MessageRow row = story.details().row();
        Label words = new Label(story.headline(desk));
        words.setId("story-headline");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.getStyleClass().add(Styles.TITLE_4);
        line.getChildren().setAll(StateLook.icon(row.state()), words);
        line.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        getChildren().setAll(line, facts(story, desk));
        said(story.picture().note(row.message()), "story-note", desk);
        said(story.picture().addressNote(row.address()), "story-address-note", desk);
        story.reading(desk).ifPresent(r -> {
            Label said = new Label(r, new FontIcon("mdi2e-email-open-outline"));
            said.setId("story-reading");
            said.setWrapText(true);
            getChildren().add(said);
        });
        story.contradiction(desk).ifPresent(c -> {
            Label said = new Label(c, new FontIcon("mdi2a-alert-outline"));
            said.setWrapText(true);
            said.getStyleClass().add(Styles.WARNING);
            getChildren().add(said);
        });
    }

    /** The operator's own words, where there are some. */
    private void said(@Nullable String note, String id, Desk desk) {
        if (note != null) {
            getChildren().add(NoteSheet.told(note, id, desk));
        }
    }

    /** Puts a button at the end of the line. */
    void beside(Button button) {
        button.setMinWidth(Region.USE_PREF_SIZE);
        line.getChildren().add(button);
    }

    private static FlowPane facts(Story story, Desk desk) {
        MessageRow row = story.details().row();
        FlowPane facts = new FlowPane(14, 4);
        facts.setMinWidth(0);
        Hyperlink address = new Hyperlink(desk.address(row.address()));
        Hint.on(address, () -> Desk.isHash(row.address()) ? row.address() : "");
        address.setId("story-address");
        address.setOnAction(e -> desk.navigator().go(new Place.Address(row.address())));
        facts.getChildren().add(address);
        if (!row.campaign().isEmpty()) {
            Hyperlink campaign = new Hyperlink(row.campaign(), new FontIcon("mdi2b-bullhorn-outline"));
            campaign.setOnAction(e -> desk.navigator().go(new Place.Campaigns(row.campaign())));
            facts.getChildren().add(campaign);
        }
        fact(facts, "mdi2s-server-outline", row.esp() + (row.ip() == null ? "" : " · " + row.ip()));
        fact(
                facts,
                "mdi2c-card-account-mail-outline",
                ValidityWords.of(story.picture(), row.address(), row.validity(), desk));
        fact(
                facts,
                "mdi2b-bell-outline",
                desk.text(
                        "activity.pane.subscription",
                        desk.text("subscription." + row.subscription().code())));
        fact(facts, "mdi2f-format-title", row.subject());
        fact(facts, "mdi2i-identifier", row.messageId() == null ? row.dispatchId() : row.messageId());
        return facts;
    }

    private static void fact(FlowPane facts, String icon, @Nullable String text) {
        if (text != null && !text.isBlank()) {
            Label label = new Label(text, new FontIcon(icon));
            label.getStyleClass().add("fact");
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            label.maxWidthProperty().bind(facts.widthProperty());
            facts.getChildren().add(label);
        }
    }
}
