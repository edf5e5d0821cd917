package dev.rebound.console.data;

import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Sheet;
import dev.rebound.session.DataFolder;
import dev.rebound.store.StoreException;
import dev.rebound.store.StoreFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.PasswordField;

/** Another folder for the data: it goes there, or, where a store lies there already, that one is opened instead. */
final class FolderChange {
    /** What the folder is called that is made in one that holds other things. */
    private static final String OWN = "Rebound";

    private final Desk desk;
    private final DataFolder places;
    private final Consumer<String> replaced;
    private final Consumer<String> progress;

    FolderChange(Desk desk, DataFolder places, Consumer<String> replaced, Consumer<String> progress) {
        this.desk = desk;
        this.places = places;
        this.replaced = replaced;
        this.progress = progress;
    }

    /** Asks for the folder, then whether to go there. */
    void ask() {
        desk.files().folderToRead(desk.text("store.folder")).ifPresent(this::offer);
    }

    private void offer(Path chosen) {
        Path folder = chosen.toAbsolutePath().normalize();
        if (folder.equals(desk.session().folder())) {
            desk.notices().tell(desk.text("store.folder.same"));
            return;
        }
        // The folder may lie on a disk that is slow or asleep.
        desk.background().latest("folder-offer", () -> Found.in(folder), found -> {
            switch (found) {
                case STORE -> offerToOpen(folder);
                case NOTHING -> offerToMove(folder);
                case OTHERS -> offerToMove(folder.resolve(OWN));
            }
        });
    }

    /** What lies in a folder that was chosen. */
    private enum Found {
        STORE,
        NOTHING,
        OTHERS;

        static Found in(Path folder) throws StoreException, IOException {
            return StoreFolder.isIn(folder) ? STORE : isEmpty(folder) ? NOTHING : OTHERS;
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.findAny().isEmpty();
        }
    }

    private void offerToMove(Path to) {
        new Sheet(
                        desk,
                        desk.text("store.folder.move"),
                        520,
                        Sheet.sentence(desk.text(
                                "store.folder.move.words", to, desk.session().folder())))
                .deciding(
                        "mdi2f-folder-move-outline",
                        desk.text("store.folder.move.now"),
                        () -> run(() -> desk.session().moveTo(to, places), "store.folder.moved", to))
                .open();
    }

    private void offerToOpen(Path folder) {
        PasswordField password = StoreView.field("folder-password", desk.text("store.folder.password"));
        new Sheet(
                        desk,
                        desk.text("store.folder.open"),
                        520,
                        Sheet.sentence(desk.text(
                                "store.folder.open.words",
                                folder,
                                desk.session().folder())),
                        password)
                .deciding("mdi2f-folder-open-outline", desk.text("store.folder.open.now"), () -> {
                    char[] typed = password.getText().toCharArray();
                    run(() -> opened(folder, typed), "store.folder.opened", folder);
                })
                .open(password);
    }

    private boolean opened(Path folder, char[] password) throws StoreException {
        try {
            return desk.session().openInstead(folder, () -> password.length == 0 ? null : password.clone(), places);
        } finally {
            Arrays.fill(password, '\0');
        }
    }

    /** Where the next start does not find the folder by itself, because this one was named by hand, that is said too. */
    private void run(Callable<Boolean> act, String done, Path folder) {
        progress.accept(desk.text("store.running"));
        desk.background()
                .job(
                        () -> {
                            try {
                                return act.call();
                            } finally {
                                desk.background().onScreen(() -> progress.accept(""));
                            }
                        },
                        found -> replaced.accept(
                                found
                                        ? desk.text(done, folder)
                                        : desk.text(done, folder) + " " + desk.text("store.folder.named", folder)));
    }
}
