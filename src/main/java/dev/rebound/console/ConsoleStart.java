package dev.rebound.console;

import dev.rebound.classify.Classifier;
import dev.rebound.console.kit.Clip;
import dev.rebound.console.kit.FirstWindow;
import dev.rebound.console.kit.Look;
import dev.rebound.console.kit.Toolkit;
import dev.rebound.feeds.provider.StandardFeeds;
import dev.rebound.journal.Journal;
import dev.rebound.journal.SupportReport;
import dev.rebound.journal.Trouble;
import dev.rebound.keystore.KeptPassword;
import dev.rebound.keystore.KeyStore;
import dev.rebound.session.DataFolder;
import dev.rebound.session.Session;
import dev.rebound.store.PasswordSource;
import dev.rebound.store.StoreException;
import dev.rebound.words.Sentences;
import dev.rebound.words.Words;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import javafx.event.ActionEvent;
import javafx.scene.Scene;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/**
 * From the start of the program until the window stands: asks for a password, offers the last backup.
 *
 * @param folder where the data lies
 * @param showSample whether the sample is imported into the folder first
 * @param files what is imported once the window stands
 * @param readOnly whether nothing in the store can be changed
 */
public record ConsoleStart(
        Path folder, boolean showSample, List<Path> files, Clock clock, ZoneId zone, Locale locale, boolean readOnly) {
    /** The data is open already, and its window was brought to the front. */
    public static final int RAISED = -1;

    /**
     * Opens the window and returns when the last one is closed.
     *
     * @return the exit code: 0, or 3 where the store cannot be opened; {@link #RAISED} where another window has it open
     */
    public int run() {
        int[] code = {0};
        Toolkit.run(end -> new Begun(FinderFiles.heard(), end, code).open(new Stage(), kept(), null, null));
        return code[0];
    }

    private Words words() {
        return new Words(locale, ConsoleApp.class);
    }

    private KeptPassword kept() {
        return new KeptPassword(
                KeyStore.ofThisComputer(DataFolder.ofThisPerson().usual()), folder);
    }

    /** The start on the screen's thread. */
    private final class Begun {
        private final FinderFiles opened;
        private final Runnable end;
        private final int[] code;

        Begun(FinderFiles opened, Runnable end, int[] code) {
            this.opened = opened;
            this.end = end;
            this.code = code;
        }

        /**
         * @param asked the sheet that gave the password; null where the key store did
         * @param keep what the key store shall keep once it has opened the store
         */
        private void open(Stage stage, PasswordSource passwords, @Nullable Unlock asked, char @Nullable [] keep) {
            try {
                DataFolder places = DataFolder.ofThisPerson();
                places.refuseMissing(folder);
                Session session = readOnly
                        ? Session.openToRead(
                                folder, StandardFeeds.catalog(folder), Classifier.standard(), clock, zone, passwords)
                        : Session.open(
                                folder, StandardFeeds.catalog(folder), Classifier.standard(), clock, zone, passwords);
                if (!readOnly && session.folder().equals(places.path())) {
                    places.finishMove();
                }
                ConsoleApp app = new ConsoleApp(session, zone, locale, end);
                app.open(showSample);
                stage.hide();
                app.importFiles(files);
                opened.to(app::importFiles);
                app.hearSecondStarts();
                if (keep != null) {
                    app.background()
                            .job(
                                    () -> {
                                        kept().keep(keep);
                                        return true;
                                    },
                                    done -> {});
                }
            } catch (StoreException e) {
                switch (e.trouble()) {
                    case LOCKED -> unlock(stage);
                    case WRONG_PASSWORD -> {
                        if (asked == null) {
                            unlock(stage);
                        } else {
                            asked.refuse(words().of("unlock.wrong"));
                        }
                    }
                    case IN_USE ->
                        FirstWindow.call(folder, files, raised -> {
                            if (raised) {
                                code[0] = RAISED;
                                stage.hide();
                                end.run();
                            } else {
                                cannotOpen(e);
                            }
                        });
                    default -> cannotOpen(e);
                }
            }
        }

        private void unlock(Stage stage) {
            Unlock[] sheet = new Unlock[1];
            sheet[0] = new Unlock(
                    words(),
                    kept().keys().name(),
                    (typed, keep) -> open(stage, typed::clone, sheet[0], keep ? typed : null),
                    () -> {
                        stage.hide();
                        end.run();
                    });
            Scene scene = new Scene(new StackPane(sheet[0]), 560, 340);
            Look.usual().dress(scene);
            stage.setTitle("Rebound");
            stage.setScene(scene);
            stage.setOnCloseRequest(e -> end.run());
            stage.show();
        }

        private void cannotOpen(StoreException e) {
            code[0] = 3;
            Journal journal = Journal.of(folder, Clock.systemUTC());
            Trouble trouble = journal.trouble(e);
            ButtonType copy = new ButtonType(words().of("trouble.copy"), ButtonBar.ButtonData.LEFT);
            Alert alert = new Alert(
                    Alert.AlertType.ERROR,
                    Sentences.in(words().locale()).of(String.valueOf(e.getMessage())) + " (" + trouble.code() + ")",
                    copy,
                    ButtonType.CLOSE);
            alert.getDialogPane().lookupButton(copy).addEventFilter(ActionEvent.ACTION, pressed -> {
                pressed.consume();
                Clip.copy(SupportReport.of(journal, trouble));
            });
            alert.setTitle("Rebound");
            alert.setHeaderText(words().of("trouble.cannotopen"));
            alert.setOnHidden(h -> end.run());
            alert.show();
        }
    }
}
