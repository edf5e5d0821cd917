package dev.rebound.console.data;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.Buttons;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Sheet;
import dev.rebound.keystore.KeptPassword;
import dev.rebound.keystore.KeyStore;
import dev.rebound.store.StoreException;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The store's password: set, changed, taken off, kept in the key store of the system, forgotten there. */
final class Encryption {
    private final Desk desk;
    private final KeyStore keys;
    private final Consumer<String> progress;
    private final Consumer<String> tell;

    Encryption(Desk desk, KeyStore keys, Consumer<String> progress, Consumer<String> tell) {
        this.desk = desk;
        this.keys = keys;
        this.progress = progress;
        this.tell = tell;
    }

    /** Asks for a new password. */
    void ask() {
        PasswordField once = StoreView.field("store-password", desk.text("store.password.new"));
        PasswordField again = StoreView.field("store-password-again", desk.text("store.password.again"));
        CheckBox keep = new CheckBox(desk.text("store.password.keep", keys.name()));
        keep.setId("store-password-keep");
        keep.setWrapText(true);
        Label warning = Sheet.sentence(desk.text("store.password.lost"));
        warning.setGraphic(new FontIcon("mdi2a-alert-outline"));
        warning.getStyleClass().add(Styles.DANGER);
        new Sheet(
                        desk,
                        desk.text("store.password.title"),
                        520,
                        Sheet.sentence(desk.text("store.password.words")),
                        once,
                        again,
                        keep,
                        warning)
                .deciding(
                        "mdi2l-lock-outline",
                        desk.text("store.password.now"),
                        () -> encrypt(once.getText(), again.getText(), keep.isSelected()))
                .open(once);
    }

    private void encrypt(String once, String again, boolean keep) {
        if (once.isEmpty() || !once.equals(again)) {
            desk.notices().tell(desk.text("store.password.differ"));
            return;
        }
        char[] password = once.toCharArray();
        progress.accept(desk.text("store.running"));
        desk.background()
                .job(
                        () -> {
                            Optional<String> before = kept().mark();
                            desk.session().encrypt(password);
                            return remember(before, password, keep);
                        },
                        refused -> {
                            tell.accept(desk.text("store.encrypted.done"));
                            refused.ifPresent(e -> desk.notices().trouble(e));
                        });
    }

    /** The store is encrypted by now: what the key store refuses is said beside that. */
    private Optional<StoreException> remember(Optional<String> before, char[] password, boolean keep) {
        try {
            if (keep) {
                kept().keep(password);
            }
        } catch (StoreException e) {
            return Optional.of(e);
        } finally {
            Arrays.fill(password, '\0');
            forgetQuietly(before);
        }
        return Optional.empty();
    }

    /** A password that holds no longer opens nothing, wherever it is kept. */
    private void forgetQuietly(Optional<String> mark) {
        try {
            kept().forget(mark);
        } catch (StoreException e) {
            return;
        }
    }

    private KeptPassword kept() {
        return new KeptPassword(keys, desk.session().folder());
    }

    /** Asks whether the store shall be plain again. */
    void askPlain() {
        new Sheet(desk, desk.text("store.plain"), 520, Sheet.sentence(desk.text("store.plain.words")))
                .deciding(
                        "mdi2l-lock-open-outline",
                        desk.text("store.plain"),
                        () -> desk.background()
                                .job(
                                        () -> {
                                            Optional<String> before = kept().mark();
                                            desk.session().encrypt(null);
                                            forgetQuietly(before);
                                            return true;
                                        },
                                        done -> tell.accept(desk.text("store.plain.done"))))
                .open();
    }

    /** Shows whether the password is kept, and the button that forgets it. */
    void showKept(HBox line) {
        desk.background().latest("kept-password", () -> kept().isKept(), isKept -> {
            line.getChildren()
                    .setAll(new Label(
                            isKept
                                    ? desk.text("store.keystore.kept", keys.name())
                                    : desk.text("store.keystore.asked")));
            if (isKept) {
                Button forget = Buttons.of("mdi2k-key-remove", desk.text("store.keystore.forget"), this::forget);
                forget.setId("store-forget");
                line.getChildren().add(forget);
            }
        });
    }

    private void forget() {
        desk.background()
                .job(
                        () -> {
                            kept().forget(kept().mark());
                            return true;
                        },
                        done -> tell.accept(desk.text("store.keystore.forgotten")));
    }
}
