package dev.rebound.console.imports;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.FollowingScroll;
import dev.rebound.console.kit.Sheet;
import dev.rebound.domain.Rejection;
import dev.rebound.feeds.profile.DateOrders;
import dev.rebound.intake.FileReport;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * Asks whether files are stored of which much cannot be read, and shows of each how much and a first reason in full. Where
 * the reason is that dates may be read in two ways, the way is chosen here.
 */
final class UnreadableSheet {
    private static final double HIGHEST = 420;
    private static final double WIDTH = 720;
    /** What the sheet has at its sides, and a scroll bar. */
    private static final double AROUND = 56;

    private final Desk desk;
    private final List<FileReport> files;
    private final Consumer<Map<Path, String>> store;
    private final RejectionReasons reasons;
    private final Map<Path, String> readers = new HashMap<>();

    /**
     * The question.
     *
     * @param store is handed the readers that were chosen, by file
     */
    UnreadableSheet(Desk desk, List<FileReport> files, Consumer<Map<Path, String>> store) {
        this.desk = desk;
        this.files = files;
        this.store = store;
        reasons = new RejectionReasons(desk);
    }

    void open() {
        VBox rows = new VBox(10);
        files.forEach(f -> rows.getChildren().add(row(f)));
        ScrollPane scroll = new FollowingScroll(rows, WIDTH - AROUND, HIGHEST);
        scroll.setId("unreadable-files");
        new Sheet(
                        desk,
                        desk.text("imports.withheld.ask", files.size()),
                        WIDTH,
                        Sheet.sentence(desk.text("imports.withheld.words")),
                        scroll)
                .permitting("mdi2f-file-import-outline", desk.text("imports.withheld.do"), () -> store.accept(readers))
                .open();
    }

    private VBox row(FileReport file) {
        Label name = Sheet.sentence(String.valueOf(file.file().getFileName()));
        name.getStyleClass().add(Styles.TEXT_BOLD);
        VBox row = new VBox(
                2,
                name,
                Sheet.sentence(desk.text(
                        "imports.withheld.share",
                        desk.formats().count(file.rejected()),
                        desk.formats().count(file.read()),
                        desk.formats().percent(file.rejected(), file.read()))));
        file.rejections().stream().findFirst().map(Rejection::reason).ifPresent(reason -> {
            DateOrders orders = DateOrders.in(reason).orElse(null);
            Label why = Sheet.sentence(reasons.alone(reason));
            why.getStyleClass().add(Styles.TEXT_MUTED);
            row.getChildren().add(why);
            if (orders != null) {
                row.getChildren().add(choice(file.file(), orders));
            }
        });
        return row;
    }

    private HBox choice(Path file, DateOrders orders) {
        ToggleGroup group = new ToggleGroup();
        return new HBox(
                16,
                order("imports.dates.day", file, orders.dayFirst(), group),
                order("imports.dates.month", file, orders.monthFirst(), group));
    }

    private RadioButton order(String key, Path file, String reader, ToggleGroup group) {
        RadioButton button = new RadioButton(desk.text(key));
        button.setToggleGroup(group);
        button.getStyleClass().add("date-order");
        // Not the press: the arrow keys choose without one.
        button.selectedProperty().addListener((o, before, now) -> {
            if (now) {
                readers.put(file, reader);
            }
        });
        return button;
    }
}
