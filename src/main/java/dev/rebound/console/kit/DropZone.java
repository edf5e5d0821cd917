package dev.rebound.console.kit;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Says where files are dropped, which is anywhere in the window, and has the buttons that choose them. */
public final class DropZone extends WrappingLine {
    private static final double LEAST_WORDS = 220;

    /** A zone that hands on the files that were chosen. */
    public DropZone(Desk desk, Consumer<List<Path>> take) {
        super(16);
        getStyleClass().add("drop-zone");
        FontIcon icon = new FontIcon("mdi2t-tray-arrow-down");
        icon.getStyleClass().add("drop-icon");
        Label words = new Label(desk.text("imports.drop"));
        Label kinds = new Label(desk.text("imports.kinds"));
        kinds.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        for (Label wrapping : List.of(words, kinds)) {
            wrapping.setWrapText(true);
            wrapping.setMinHeight(Label.USE_PREF_SIZE);
        }
        VBox text = new VBox(2, words, kinds);
        text.setMinWidth(LEAST_WORDS);
        text.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(text, javafx.scene.layout.Priority.ALWAYS);
        getChildren()
                .addAll(
                        icon,
                        text,
                        Changing.button(
                                desk,
                                Buttons.of(
                                        "mdi2c-content-paste",
                                        desk.text("imports.paste"),
                                        () -> take.accept(PastedExport.files()))),
                        Changing.button(
                                desk,
                                Buttons.of(
                                        "mdi2f-folder-outline",
                                        desk.text("imports.folder"),
                                        () -> desk.files()
                                                .folderToRead(desk.text("imports.folder"))
                                                .ifPresent(f -> take.accept(List.of(f))))),
                        Changing.button(
                                desk,
                                Buttons.main(
                                        "mdi2f-file-import-outline",
                                        desk.text("imports.files"),
                                        () -> take.accept(desk.files().filesToRead(desk.text("imports.files"))))));
    }
}
