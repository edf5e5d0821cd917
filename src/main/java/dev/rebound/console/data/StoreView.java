package dev.rebound.console.data;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.Buttons;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Sheet;
import dev.rebound.keystore.KeyStore;
import dev.rebound.session.DataFolder;
import dev.rebound.store.CheckReport;
import dev.rebound.store.StoreFacts;
import dev.rebound.words.Sentences;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The store as files: where it lies, how large it is, and what can be done with it as a whole. */
final class StoreView extends BorderPane {
    private final Desk desk;
    private final Consumer<String> replaced;
    private final Sentences sentences;
    private final GridPane facts = new GridPane(16, 6);
    private final VBox losses = new VBox(4);
    private final Label result = Sheet.sentence("");
    private final Button backup;
    private final Button compact;
    private final Button encrypt;
    private final Button plain;
    private final Button elsewhere;
    private final Button access;
    private final Button restore;
    private final Encryption encryption;

    /**
     * @param places names the folder at the next start; empty where the data stays where it is
     * @param keys may keep the password
     */
    StoreView(Desk desk, Consumer<String> replaced, Optional<DataFolder> places, KeyStore keys) {
        this.desk = desk;
        this.replaced = replaced;
        sentences = Sentences.in(desk.words().locale());
        backup = Buttons.main("mdi2c-content-save-outline", desk.text("store.backup"), this::backup);
        backup.setId("store-backup");
        Button check = Buttons.of("mdi2s-shield-check-outline", desk.text("store.check"), this::check);
        check.setId("store-check");
        compact = Buttons.of("mdi2a-arrow-collapse-vertical", desk.text("store.compact"), this::compact);
        compact.setId("store-compact");
        encryption = new Encryption(desk, keys, result::setText, this::tell);
        encrypt = Buttons.of("mdi2l-lock-outline", desk.text("store.encrypt"), encryption::ask);
        encrypt.setId("store-encrypt");
        plain = Buttons.of("mdi2l-lock-open-outline", desk.text("store.plain"), encryption::askPlain);
        plain.setId("store-plain");
        restore = Buttons.of("mdi2b-backup-restore", desk.text("store.restore"), this::chooseBackup);
        restore.setId("store-restore");
        elsewhere = Buttons.of(
                "mdi2f-folder-move-outline",
                desk.text("store.folder"),
                () -> places.ifPresent(p -> new FolderChange(desk, p, replaced, result::setText).ask()));
        elsewhere.setId("store-folder");
        elsewhere.setVisible(places.isPresent());
        elsewhere.setManaged(places.isPresent());
        access =
                Buttons.of("mdi2b-book-lock-outline", desk.text("store.toread"), new StoreAccess(desk, replaced)::turn);
        access.setId("store-access");
        FlowPane acts = new FlowPane(8, 8, backup, restore, check, compact, elsewhere, encrypt, plain, access);
        acts.setAlignment(Pos.CENTER_LEFT);
        result.setId("store-result");
        Label title = new Label(desk.text("store.title"));
        title.getStyleClass().add(Styles.TEXT_BOLD);
        setCenter(new VBox(12, title, Sheet.sentence(desk.text("store.words")), losses, facts, acts, result));
        desk.picture().addListener((o, before, now) -> look());
        look();
    }

    private void look() {
        desk.background().latest("store", () -> desk.session().storeFacts(), this::show);
    }

    private void show(StoreFacts f) {
        facts.getChildren().clear();
        Path backedUp = f.lastBackup();
        Instant at = f.lastBackupAt();
        line("store.place", f.folder().toString());
        line("store.size", desk.formats().bytes(f.bytes()));
        line("store.format", String.valueOf(f.format()));
        line("store.encryption", desk.text(f.encrypted() ? "store.encrypted" : "store.open"));
        if (f.encrypted()) {
            HBox kept = new HBox(12);
            kept.setAlignment(Pos.CENTER_LEFT);
            encryption.showKept(kept);
            line("store.keystore", kept);
        }
        line("store.access", desk.text(f.writable() ? "store.writable" : "store.readonly"));
        line(
                "store.lastbackup",
                backedUp == null || at == null
                        ? desk.text("store.nobackup")
                        : desk.text("store.backedup", desk.formats().full(at), backedUp));
        if (!f.ownBackups().isEmpty()) {
            line("store.own", String.valueOf(f.ownBackups().size()));
        }
        if (f.network()) {
            line("store.network", desk.text("store.network.words"));
        }
        if (f.synchronised()) {
            line("store.synchronised", desk.text("store.synchronised.words"));
        }
        losses.getChildren()
                .setAll(f.losses().stream()
                        .map(sentences::of)
                        .map(StoreView::loss)
                        .toList());
        if (f.damaged() && backedUp != null && at != null && Files.isRegularFile(backedUp)) {
            Button last = Buttons.main(
                    "mdi2b-backup-restore",
                    desk.text("store.restore.last", desk.formats().full(at)),
                    () -> askRestore(backedUp));
            last.setId("store-restore-last");
            losses.getChildren().add(last);
        }
        losses.setManaged(!f.losses().isEmpty());
        access.setText(desk.text(f.writable() ? "store.toread" : "store.towork"));
        access.setDisable(f.damaged());
        // A backup is what helps a damaged store; one that may not be written to takes none.
        restore.setDisable(!f.writable() && !f.damaged());
        compact.setDisable(!f.writable());
        elsewhere.setDisable(!f.writable());
        encrypt.setDisable(!f.writable());
        encrypt.setText(desk.text(f.encrypted() ? "store.password" : "store.encrypt"));
        plain.setVisible(f.encrypted());
        plain.setManaged(f.encrypted());
        plain.setDisable(!f.writable());
    }

    private static Label loss(String sentence) {
        Label label = Sheet.sentence(sentence);
        label.setGraphic(new FontIcon("mdi2a-alert-outline"));
        label.getStyleClass().add(Styles.DANGER);
        return label;
    }

    private void line(String key, String value) {
        line(key, Sheet.sentence(value));
    }

    private void line(String key, Node value) {
        Label name = new Label(desk.text(key));
        name.getStyleClass().add(Styles.TEXT_MUTED);
        name.setMinWidth(USE_PREF_SIZE);
        facts.addRow(facts.getRowCount(), name, value);
    }

    private void tell(String sentence) {
        result.setText(sentence);
        look();
    }

    private void backup() {
        desk.files()
                .fileToWrite(desk.text("store.backup"), desk.text("store.backup.name"))
                .ifPresent(file -> {
                    result.setText(desk.text("store.running"));
                    desk.background()
                            .job(
                                    () -> desk.session().backup(file),
                                    r -> tell(desk.text(
                                            "store.backup.done",
                                            r.file(),
                                            desk.formats().bytes(r.bytes()))));
                });
    }

    private void chooseBackup() {
        desk.files().filesToRead(desk.text("store.restore")).stream()
                .findFirst()
                .ifPresent(this::askRestore);
    }

    private void askRestore(Path file) {
        PasswordField password = field("restore-password", desk.text("store.restore.password"));
        new Sheet(
                        desk,
                        desk.text("store.restore"),
                        520,
                        Sheet.sentence(desk.text("store.restore.words", file)),
                        password)
                .deciding(
                        "mdi2b-backup-restore",
                        desk.text("store.restore.now"),
                        () -> restore(file, password.getText().toCharArray()))
                .open(password);
    }

    private void restore(Path file, char[] password) {
        result.setText(desk.text("store.running"));
        desk.background()
                .job(
                        () -> {
                            try {
                                return desk.session()
                                        .restore(file, () -> password.length == 0 ? null : password.clone());
                            } finally {
                                Arrays.fill(password, '\0');
                                desk.background().onScreen(() -> result.setText(""));
                            }
                        },
                        r -> replaced.accept(desk.text(
                                "store.restored",
                                desk.formats().full(r.from().at()),
                                r.check().imports(),
                                r.check().events())));
    }

    private void check() {
        result.setText(desk.text("store.running"));
        desk.background().job(() -> desk.session().check(), this::checked);
    }

    private void checked(CheckReport r) {
        tell(
                r.isSound()
                        ? desk.text("store.sound", r.imports(), r.events(), r.pages())
                        : desk.text("store.damaged") + "\n"
                                + r.problems().stream().map(sentences::of).collect(Collectors.joining("\n")));
    }

    private void compact() {
        result.setText(desk.text("store.running"));
        desk.background()
                .job(
                        () -> {
                            long before = desk.session().storeFacts().bytes();
                            desk.session().compact();
                            return new long[] {
                                before, desk.session().storeFacts().bytes()
                            };
                        },
                        sizes -> tell(desk.text(
                                "store.compacted",
                                desk.formats().bytes(sizes[0]),
                                desk.formats().bytes(sizes[1]))));
    }

    static PasswordField field(String id, String words) {
        PasswordField field = new PasswordField();
        field.setId(id);
        field.setPromptText(words);
        field.setAccessibleText(words);
        return field;
    }
}
