package dev.rebound.console.imports;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Sheet;
import dev.rebound.domain.Rejection;
import dev.rebound.intake.FileReport;
import dev.rebound.words.Sentences;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Asks whether files are stored of which much cannot be read, and shows of each how much and a first reason. */
final class UnreadableSheet {
    private static final int SHOWN = 8;

    private final Desk desk;
    private final List<FileReport> files;
    private final Runnable store;

    UnreadableSheet(Desk desk, List<FileReport> files, Runnable store) {
        this.desk = desk;
        this.files = files;
        this.store = store;
    }

    void open() {
        VBox rows = new VBox(10);
        Sentences sentences = Sentences.in(desk.words().locale());
        files.stream().limit(SHOWN).forEach(f -> {
            Label name = new Label(String.valueOf(f.file().getFileName()));
            name.getStyleClass().add(Styles.TEXT_BOLD);
            Label share = new Label(desk.text(
                    "imports.withheld.share",
                    desk.formats().count(f.rejected()),
                    desk.formats().count(f.read()),
                    desk.formats().percent(f.rejected(), f.read())));
            VBox row = new VBox(2, name, share);
            f.rejections().stream().findFirst().map(Rejection::reason).ifPresent(reason -> {
                Label why = new Label(sentences.of(reason));
                why.getStyleClass().add(Styles.TEXT_MUTED);
                why.setWrapText(true);
                row.getChildren().add(why);
            });
            rows.getChildren().add(row);
        });
        if (files.size() > SHOWN) {
            rows.getChildren().add(new Label(desk.text("imports.withheld.more", files.size() - SHOWN)));
        }
        new Sheet(
                        desk,
                        desk.text("imports.withheld.ask", files.size()),
                        640,
                        Sheet.sentence(desk.text("imports.withheld.words")),
                        rows)
                .deciding("mdi2f-file-import-outline", desk.text("imports.withheld.do"), store)
                .open();
    }
}
