package dev.rebound.console.kit;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks for files with the dialogs of the system, which begin where the last file was. */
public final class DialogFileChoice implements FileChoice {
    private final Window owner;
    private final LastFolder folder;

    /** Dialogs stand before this window. */
    public DialogFileChoice(Window owner, LastFolder folder) {
        this.owner = owner;
        this.folder = folder;
    }

    @Override
    public List<Path> filesToRead(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(start());
        List<File> files = chooser.showOpenMultipleDialog(owner);
        List<Path> chosen =
                files == null ? List.of() : files.stream().map(File::toPath).toList();
        chosen.stream().findFirst().ifPresent(folder::used);
        return chosen;
    }

    @Override
    public Optional<Path> folderToRead(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(start());
        Optional<Path> chosen = Optional.ofNullable(chooser.showDialog(owner)).map(File::toPath);
        chosen.ifPresent(folder::used);
        return chosen;
    }

    @Override
    public Optional<Path> fileToWrite(String title, String suggestedName) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(suggestedName);
        chooser.setInitialDirectory(start());
        Optional<Path> chosen =
                Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
        chosen.ifPresent(folder::used);
        return chosen;
    }

    private @Nullable File start() {
        return folder.here().map(Path::toFile).orElse(null);
    }
}
