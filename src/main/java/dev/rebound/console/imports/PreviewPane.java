package dev.rebound.console.imports;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.ColumnFit;
import dev.rebound.console.kit.Columns;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.RowMenu;
import dev.rebound.console.kit.Sheet;
import dev.rebound.domain.BounceClass;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.Reason;
import dev.rebound.domain.Verdict;
import dev.rebound.insight.InvalidAddress;
import dev.rebound.intake.FileContents;
import dev.rebound.intake.FileReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What a file tells that was only checked: how much, from when to when, what it would change, and its first events. */
final class PreviewPane extends VBox {
    private final Desk desk;
    private final Label told = Sheet.sentence("");
    private final Label change = Sheet.sentence("");
    private final TableView<FileContents.Event> table = new TableView<>();

    PreviewPane(Desk desk) {
        super(4);
        this.desk = desk;
        told.setId("preview-told");
        change.setId("preview-change");
        change.getStyleClass().add(Styles.TEXT_MUTED);
        table.setId("preview-events");
        table.setFixedCellSize(28);
        table.getStyleClass().add(Styles.DENSE);
        ColumnFit.of(table);
        RowMenu.of(table, desk);
        table.setMinHeight(80);
        table.setPlaceholder(new Label(desk.text("imports.preview.none")));
        table.getColumns()
                .addAll(List.of(
                        Columns.times(
                                desk,
                                desk.text("imports.preview.time"),
                                150,
                                FileContents.Event::time,
                                at -> desk.formats().full(at)),
                        Columns.addresses(desk, desk.text("imports.preview.address"), 200, FileContents.Event::address),
                        Columns.text(desk.text("imports.preview.kind"), 110, e -> word(e.kind())),
                        Columns.longText(
                                desk.text("imports.preview.reply"),
                                e -> e.reply() == null ? "" : desk.person(e.reply())),
                        Columns.text(desk.text("imports.preview.stored"), 180, e -> stored(e.verdict()))));
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(told, change, table);
    }

    private String word(EventKind kind) {
        return desk.text("kind." + kind.name().toLowerCase(Locale.ROOT));
    }

    /** What is read in a reply: class and reason; nothing where nothing failed. */
    private String stored(Verdict verdict) {
        if (!verdict.isRecognised()) {
            return "";
        }
        String reason = desk.text("reason." + verdict.reason().code());
        return verdict.bounceClass() == BounceClass.UNDETERMINED || verdict.reason() == Reason.UNDETERMINED
                ? reason
                : desk.text(
                        "activity.chip.term",
                        desk.text("class." + verdict.bounceClass().code()),
                        reason);
    }

    void show(FileReport report, FileContents contents) {
        told.setText(told(report, contents));
        change.setText(change(report, contents));
        table.getItems().setAll(contents.begins());
    }

    private String told(FileReport report, FileContents contents) {
        List<String> parts = new ArrayList<>();
        parts.add(desk.text("imports.preview.records", report.read()));
        Instant first = contents.first();
        Instant last = contents.last();
        if (first != null && last != null) {
            parts.add(desk.formats().full(first) + " – " + desk.formats().full(last));
        }
        contents.kinds()
                .forEach((kind, count) -> parts.add(desk.text(
                        "imports.preview.count", word(kind), desk.formats().count(count))));
        return String.join(" · ", parts);
    }

    private String change(FileReport report, FileContents contents) {
        List<String> parts = new ArrayList<>();
        parts.add(desk.text("imports.preview.new", report.added(), report.duplicates()));
        if (report.statuses() > 0) {
            parts.add(desk.text("imports.preview.statuses", report.statuses()));
        }
        if (!contents.marked().isEmpty()) {
            Set<String> invalid = desk.picture().getValue().addresses().invalid().stream()
                    .map(InvalidAddress::address)
                    .collect(Collectors.toSet());
            long fresh =
                    contents.marked().stream().filter(a -> !invalid.contains(a)).count();
            parts.add(
                    desk.text("imports.preview.marks", fresh, contents.marked().size() - fresh));
        }
        return String.join(" ", parts);
    }
}
