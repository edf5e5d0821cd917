package dev.rebound.console.imports;

import dev.rebound.console.kit.Choice;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Formats;
import dev.rebound.console.kit.Sheet;
import dev.rebound.feeds.FeedInfo;
import dev.rebound.store.ImportRun;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;

/** Asks by which reader and in which zone the file of an import is read once more. */
final class ReadAgainSheet {
    private final Desk desk;
    private final ImportRun run;
    private final BiConsumer<String, ZoneId> again;

    /** @param again takes the id of the reader and the zone of times that carry none */
    ReadAgainSheet(Desk desk, ImportRun run, BiConsumer<String, ZoneId> again) {
        this.desk = desk;
        this.run = run;
        this.again = again;
    }

    void open() {
        List<FeedInfo> readers = desk.session().feeds().feeds().stream()
                .sorted(Comparator.comparing(FeedInfo::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
        Choice<FeedInfo> reader = new Choice<>(desk.text("imports.again.reader"), readers, FeedInfo::name);
        reader.setId("again-reader");
        reader.setValue(readers.stream()
                .filter(f -> f.id().equals(run.feedId()))
                .findFirst()
                .orElse(readers.getFirst()));
        ZoneId before = ZoneId.of(run.source().zone()).normalized();
        Choice<ZoneId> zone = new Choice<>(desk.text("imports.again.zone"), ZoneSheet.zones(before), Formats::name);
        zone.setId("again-zone");
        zone.setValue(before);
        GridPane choices = new GridPane(12, 8);
        choices.addRow(0, label("imports.again.reader"), reader);
        choices.addRow(1, label("imports.again.zone"), zone);
        new Sheet(
                        desk,
                        desk.text("imports.again.title", run.source().name()),
                        620,
                        Sheet.sentence(desk.text("imports.again.words")),
                        choices)
                .deciding(
                        "mdi2r-refresh",
                        desk.text("imports.again.do"),
                        () -> again.accept(reader.getValue().id(), zone.getValue()))
                .open(reader);
    }

    private Label label(String key) {
        Label label = new Label(desk.text(key));
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
