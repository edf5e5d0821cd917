package dev.rebound.console.kit;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Asks for files with the dialogs of the system. */
public final class DialogFileChoice implements FileChoice {
    private final Window owner;
    /** Where the last file was read or written: the next one is seldom elsewhere. */
    private File folder = new File(System.getProperty("user.home"));

    /** Dialogs stand before this window. */
    public DialogFileChoice(Window owner) {
        this.owner = owner;
    }

    @Override
    public List<Path> filesToRead(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(start());
        List<File> files = chooser.showOpenMultipleDialog(owner);
        if (files != null && !files.isEmpty()) {
            folder = files.getFirst().getParentFile();
        }
        return files == null ? List.of() : files.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> folderToRead(String title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title);
        chooser.setInitialDirectory(start());
        File chosen = chooser.showDialog(owner);
        folder = chosen == null ? folder : chosen;
        return Optional.ofNullable(chosen).map(File::toPath);
    }

    @Override
    public Optional<Path> fileToWrite(String title, String suggestedName) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(suggestedName);
        chooser.setInitialDirectory(start());
        File chosen = chooser.showSaveDialog(owner);
        folder = chosen == null ? folder : chosen.getParentFile();
        return Optional.ofNullable(chosen).map(File::toPath);
    }

    /** The folder, where it is still there: the dialogs refuse another one. */
    private @Nullable File start() {
        return folder.isDirectory() ? folder : null;
    }
}
