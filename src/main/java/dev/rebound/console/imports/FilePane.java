package dev.rebound.console.imports;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.Buttons;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Sheet;
import dev.rebound.console.kit.Tabs;
import dev.rebound.domain.Rejection;
import dev.rebound.feeds.Recognition;
import dev.rebound.intake.FileContents;
import dev.rebound.intake.FileReport;
import dev.rebound.store.ImportRun;
import dev.rebound.words.Sentences;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The chosen file: why it was recognised so, what is to be said of it, what it would bring, what could not be read. */
final class FilePane extends VBox {
    /** What is shown of a file. */
    private enum Side {
        PREVIEW,
        UNREADABLE
    }

    private final Desk desk;
    private final Sentences sentences;
    private final Label heading = new Label();
    private final Label why = Sheet.sentence("");
    private final Label told = Sheet.sentence("");
    private final Tabs<Side> tabs;
    private final PreviewPane preview;
    private final RejectionPane rejections;
    private final Button save;
    private @Nullable ImportLine chosen;

    /** @param saving writes all unreadable records of a file */
    FilePane(Desk desk, BiConsumer<ImportLine, Path> saving) {
        super(4);
        this.desk = desk;
        sentences = Sentences.in(desk.words().locale());
        preview = new PreviewPane(desk);
        rejections = new RejectionPane(desk);
        tabs = new Tabs<>(List.of(Side.values()), s -> desk.text("imports.side." + code(s)), this::show);
        tabs.managedProperty().bind(tabs.visibleProperty());
        getStyleClass().addAll("part", "file-pane");
        heading.getStyleClass().addAll("pane-section", Styles.TEXT_CAPTION);
        why.setId("import-why");
        why.getStyleClass().add(Styles.TEXT_MUTED);
        why.managedProperty().bind(why.visibleProperty());
        told.setId("import-told");
        told.setGraphic(new FontIcon("mdi2a-alert-outline"));
        told.getStyleClass().add(Styles.WARNING);
        told.managedProperty().bind(told.visibleProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        save = Buttons.of("mdi2c-content-save-outline", desk.text("imports.unreadable.save"), () -> save(saving));
        save.setId("save-unreadable");
        save.getStyleClass().add(Styles.SMALL);
        save.managedProperty().bind(save.visibleProperty());
        HBox head = new HBox(8, heading, gap, save, tabs);
        head.setAlignment(Pos.CENTER_LEFT);
        StackPane sides = new StackPane(preview, rejections);
        VBox.setVgrow(sides, Priority.ALWAYS);
        getChildren().addAll(head, why, told, sides);
        clear();
    }

    private static String code(Side side) {
        return side.name().toLowerCase(Locale.ROOT);
    }

    private void save(BiConsumer<ImportLine, Path> saving) {
        ImportLine line = chosen;
        if (line != null) {
            String name = desk.text("imports.unreadable.file", line.name());
            desk.files().fileToWrite(desk.text("imports.unreadable.save"), name).ifPresent(f -> saving.accept(line, f));
        }
    }

    private void show(Side side) {
        tabs.show(side);
        preview.setVisible(side == Side.PREVIEW);
        rejections.setVisible(side == Side.UNREADABLE);
    }

    /** No file is chosen. */
    void clear() {
        why.setVisible(false);
        told.setVisible(false);
        tabs.setVisible(false);
        save.setVisible(false);
        chosen = null;
        heading.setText(desk.text("imports.rejections"));
        rejections.show(List.of(), desk.text("imports.rejections.choose"));
        show(Side.UNREADABLE);
    }

    /** Shows why an import that is in the store was recognised, and its unreadable records. */
    void show(ImportLine line, ImportRun run, ImportsModel.Reading reading) {
        show(line, reading.rejections(), run.rejected(), true);
        explain(reading.recognitions());
    }

    private void explain(List<Recognition> recognitions) {
        why.setText(new RecognitionWords(desk).of(recognitions));
        why.setVisible(!recognitions.isEmpty());
    }

    /** Shows what became of a file of this window. */
    void show(ImportLine line, FileReport report) {
        show(line, report.rejections(), report.rejected(), report.read() > 0);
        explain(report.recognitions());
        FileContents contents = report.contents();
        String message = contents == null ? report.message() : "";
        told.setVisible(!message.isEmpty());
        String sentence = sentences.of(message);
        told.setText(
                sentence.startsWith(line.name()) ? sentence : desk.text("activity.chip.term", line.name(), sentence));
        if (contents != null) {
            tabs.setVisible(true);
            tabs.text(
                    Side.UNREADABLE,
                    desk.text("imports.side.unreadable.n", desk.formats().count(report.rejected())));
            heading.setText(desk.text("imports.preview.of", line.name()));
            preview.show(report, contents);
            show(Side.PREVIEW);
        }
    }

    private void show(ImportLine line, List<Rejection> list, long rejected, boolean read) {
        clear();
        chosen = line;
        save.setVisible(rejected > 0);
        String file = line.name();
        heading.setText(
                read
                        ? desk.text(
                                "imports.rejections.of", file, desk.formats().count(rejected))
                        : desk.text("imports.rejections.unread", file));
        rejections.show(list, desk.text(read ? "imports.rejections.none" : "imports.rejections.nothing"));
    }
}
