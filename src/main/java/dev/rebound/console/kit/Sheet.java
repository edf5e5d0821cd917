package dev.rebound.console.kit;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A sheet's usual shape: heading, parts, a row of buttons. Enter presses the default button, Escape goes away. */
public final class Sheet extends VBox {
    private final Desk desk;
    private final HBox acts = new HBox(8);
    private final Label head;

    /** A sheet without buttons but the one that closes it. */
    public Sheet(Desk desk, String heading, double width, Node... parts) {
        super(12);
        this.desk = desk;
        head = new Label(heading);
        head.setId("sheet-heading");
        head.setWrapText(true);
        head.setMinHeight(USE_PREF_SIZE);
        head.getStyleClass().add(Styles.TITLE_4);
        getChildren().add(head);
        getChildren().addAll(parts);
        acts.setAlignment(Pos.CENTER_RIGHT);
        getChildren().add(acts);
        getStyleClass().add("sheet");
        setPrefWidth(width);
        setMaxWidth(width);
        setMaxHeight(USE_PREF_SIZE);
        Button close = new Button(desk.text("sheet.close"));
        close.setId("sheet-close");
        close.setCancelButton(true);
        close.setOnAction(e -> desk.sheets().close());
        acts.getChildren().add(close);
        addEventHandler(javafx.scene.input.KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                desk.sheets().close();
                e.consume();
            }
        });
    }

    /** Says something else in its heading, where what it is about follows a choice. */
    public void head(String heading) {
        head.setText(heading);
    }

    /** Adds a button before the one that closes. */
    public Sheet with(Button button) {
        acts.getChildren().add(acts.getChildren().size() - 1, button);
        return this;
    }

    /** Adds the button that does what the sheet is for, then closes. */
    public Sheet deciding(String icon, String text, Runnable act) {
        Button button = decision(icon, text, act);
        button.setDefaultButton(true);
        button.getStyleClass().add(Styles.ACCENT);
        return with(button);
    }

    /** The same for what should be wanted knowingly: Enter alone does not press it. */
    public Sheet permitting(String icon, String text, Runnable act) {
        return with(decision(icon, text, act));
    }

    /** The same for what cannot be taken back: Enter alone does not press it, one has to go to it. */
    public Sheet destroying(String icon, String text, Runnable act) {
        Button button = decision(icon, text, act);
        button.getStyleClass().add(Styles.DANGER);
        return with(button);
    }

    private Button decision(String icon, String text, Runnable act) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId("sheet-ok");
        button.setOnAction(e -> {
            desk.sheets().close();
            act.run();
        });
        return button;
    }

    /** The button that decides; the one that closes where there is none, or where it cannot be taken back. */
    private Node first() {
        return acts.getChildren().stream()
                .filter(n -> n instanceof Button b && b.isDefaultButton())
                .findFirst()
                .orElse(acts.getChildren().getLast());
    }

    /** Shows it, with the cursor on its first button. */
    public void open() {
        open(first());
    }

    /** Shows it, with the cursor on a part of it. */
    public void open(Node focus) {
        desk.sheets().open(this, focus::requestFocus);
    }

    /** A sentence that wraps. */
    public static Label sentence(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
