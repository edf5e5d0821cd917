package dev.rebound.console.shell;

import dev.rebound.console.kit.Desk;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Files and folders that are dragged onto the window, wherever it is: while they hang over it the window says what becomes
 * of them. They are copied, never moved. Where they are not wanted the system's sign beside the pointer says so, and nothing is
 * taken. The screen's thread only.
 */
final class DroppedFiles extends StackPane {
    private final BooleanSupplier wanted;
    private final Consumer<List<Path>> take;

    /**
     * What is shown over the window while files hang there; it lets the pointer through.
     *
     * @param wanted whether files may come just now
     */
    DroppedFiles(Desk desk, BooleanSupplier wanted, Consumer<List<Path>> take) {
        this.wanted = wanted;
        this.take = take;
        Label words = new Label(desk.text("shell.drop"), new FontIcon("mdi2t-tray-arrow-down"));
        words.setWrapText(true);
        words.getStyleClass().add("drop-words");
        getChildren().add(words);
        setAlignment(Pos.CENTER);
        getStyleClass().add("drop-hint");
        setId("drop-hint");
        setMouseTransparent(true);
        setVisible(false);
    }

    /** Takes what is dropped on a node and all that stands in it. */
    void from(Node window) {
        window.addEventHandler(DragEvent.DRAG_OVER, e -> {
            boolean come = isTaken(e);
            if (come) {
                e.acceptTransferModes(TransferMode.COPY);
            }
            setVisible(come);
            e.consume();
        });
        window.addEventHandler(DragEvent.DRAG_EXITED, e -> setVisible(false));
        window.addEventHandler(DragEvent.DRAG_DROPPED, e -> {
            setVisible(false);
            boolean come = isTaken(e);
            if (come) {
                take.accept(
                        e.getDragboard().getFiles().stream().map(File::toPath).toList());
            }
            e.setDropCompleted(come);
            e.consume();
        });
    }

    private boolean isTaken(DragEvent e) {
        return e.getDragboard().hasFiles() && wanted.getAsBoolean();
    }
}
