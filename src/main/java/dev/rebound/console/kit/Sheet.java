package dev.rebound.console.kit;

import atlantafx.base.theme.Styles;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A sheet's usual shape: heading, parts, a row of buttons. Enter presses the default button, Escape goes away. */
public final class Sheet extends VBox {
    private final Desk desk;
    private final ActRow acts;
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
        Button close = new Button(desk.text("sheet.close"));
        close.setId("sheet-close");
        close.setOnAction(e -> desk.sheets().close());
        acts = new ActRow(close);
        getChildren().add(acts);
        getStyleClass().add("sheet");
        setPrefWidth(width);
        setMaxWidth(width);
        setMaxHeight(USE_PREF_SIZE);
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

    /** Adds a button for something beside what the sheet is for. */
    public Sheet with(Button button) {
        acts.beside(button);
        return this;
    }

    /** Adds a button that does what the sheet is for, and leaves it open. */
    public Sheet doing(Button button) {
        acts.deciding(button);
        return this;
    }

    /** Adds the button that does what the sheet is for, then closes. */
    public Sheet deciding(String icon, String text, Runnable act) {
        Button button = decision(icon, text, act);
        button.setDefaultButton(true);
        button.getStyleClass().add(Styles.ACCENT);
        return doing(button);
    }

    /** The same for what should be wanted knowingly: Enter alone does not press it. */
    public Sheet permitting(String icon, String text, Runnable act) {
        return doing(decision(icon, text, act));
    }

    /** The same for what cannot be taken back: Enter alone does not press it, one has to go to it. */
    public Sheet destroying(String icon, String text, Runnable act) {
        Button button = decision(icon, text, act);
        button.getStyleClass().add(Styles.DANGER);
        return doing(button);
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

    /** Shows it, with the cursor on its first button. */
    public void open() {
        open(acts.first());
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
