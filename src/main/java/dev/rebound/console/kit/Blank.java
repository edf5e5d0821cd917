package dev.rebound.console.kit;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands where there is nothing to show: why, and what to do. */
public final class Blank extends VBox {
    /** An icon, a heading, a sentence and the acts that help. */
    public Blank(String icon, String heading, String sentence, Node... acts) {
        super(10);
        setAlignment(Pos.CENTER);
        getStyleClass().add("blank");
        FontIcon sign = new FontIcon(icon);
        sign.getStyleClass().add("blank-icon");
        Label head = new Label(heading);
        head.getStyleClass().add(Styles.TITLE_4);
        Label words = new Label(sentence);
        words.setWrapText(true);
        words.setAlignment(Pos.CENTER);
        words.setMaxWidth(560);
        words.setMinHeight(USE_PREF_SIZE);
        words.setTextAlignment(TextAlignment.CENTER);
        words.getStyleClass().add(Styles.TEXT_MUTED);
        HBox row = new HBox(8, acts);
        row.setAlignment(Pos.CENTER);
        getChildren().addAll(sign, head, words, row);
        setAccessibleText(heading + ". " + sentence);
    }
}
