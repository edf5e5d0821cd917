package dev.rebound.console;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.ActRow;
import dev.rebound.words.Words;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Asks for the password of an encrypted store before the window opens. */
final class Unlock extends VBox {
    /** Takes what was typed. */
    interface Given {
        void take(char[] password, boolean keep);
    }

    private final PasswordField password = new PasswordField();
    private final Label wrong = new Label();
    private final Button open;

    /**
     * @param keyStore what the system calls the place where the password may be kept
     * @param given takes the password, and whether it shall be kept there
     * @param leave ends the program
     */
    Unlock(Words words, String keyStore, Given given, Runnable leave) {
        super(12);
        Label title = new Label(words.of("unlock.title"), new FontIcon("mdi2l-lock-outline"));
        title.getStyleClass().add(Styles.TITLE_3);
        Label sentence = new Label(words.of("unlock.words"));
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        password.setId("unlock-password");
        password.setPromptText(words.of("unlock.password"));
        password.setAccessibleText(words.of("unlock.password"));
        wrong.setId("unlock-wrong");
        wrong.setWrapText(true);
        wrong.getStyleClass().add(Styles.DANGER);
        CheckBox keep = new CheckBox(words.of("unlock.keep", keyStore));
        keep.setId("unlock-keep");
        keep.setWrapText(true);
        keep.setMinHeight(USE_PREF_SIZE);
        open = new Button(words.of("unlock.open"));
        open.setId("unlock-open");
        open.setDefaultButton(true);
        open.getStyleClass().add(Styles.ACCENT);
        open.setOnAction(e -> {
            char[] typed = password.getText().toCharArray();
            password.clear();
            wrong.setText("");
            setBusy(true);
            given.take(typed, keep.isSelected());
        });
        Button quit = new Button(words.of("unlock.quit"));
        quit.setOnAction(e -> leave.run());
        ActRow acts = new ActRow(quit).deciding(open);
        getChildren().addAll(title, sentence, password, keep, wrong, acts);
        setMaxWidth(420);
        setMaxHeight(USE_PREF_SIZE);
        getStyleClass().add("sheet");
    }

    /** Says that the password was wrong, and asks again. */
    void refuse(String sentence) {
        setBusy(false);
        wrong.setText(sentence);
        password.requestFocus();
    }

    private void setBusy(boolean busy) {
        password.setDisable(busy);
        open.setDisable(busy);
    }
}
