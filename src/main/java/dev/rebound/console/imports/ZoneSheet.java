package dev.rebound.console.imports;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.Choice;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Formats;
import dev.rebound.console.kit.Sheet;
import dev.rebound.intake.UnzonedFile;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Asks in which zone times without one are meant, and shows what each answer makes of the first row. */
final class ZoneSheet {
    private final Desk desk;
    private final List<UnzonedFile> files;
    private final boolean checkOnly;
    private final Consumer<ZoneId> answer;
    private final List<Label> moments = new ArrayList<>();

    /** @param checkOnly whether the answer stores nothing */
    ZoneSheet(Desk desk, List<UnzonedFile> files, boolean checkOnly, Consumer<ZoneId> answer) {
        this.desk = desk;
        this.files = files;
        this.checkOnly = checkOnly;
        this.answer = answer;
    }

    void open() {
        VBox rows = new VBox(10);
        for (UnzonedFile f : files) {
            Label name = new Label(String.valueOf(f.file().getFileName()));
            name.getStyleClass().add(Styles.TEXT_BOLD);
            Label record = new Label(f.record().lines().findFirst().orElse(""));
            record.getStyleClass().addAll("mono", Styles.TEXT_MUTED);
            record.setMaxWidth(600);
            Label moment = new Label();
            moment.setId("zone-moment-" + moments.size());
            moment.setMinHeight(Region.USE_PREF_SIZE);
            moments.add(moment);
            rows.getChildren().add(new VBox(2, name, record, moment));
        }
        Choice<ZoneId> zone = new Choice<>(
                desk.text("imports.zone.choice"), zones(desk.formats().zone()), Formats::name);
        zone.setId("zone-choice");
        zone.valueProperty().addListener((o, before, now) -> show(now));
        // Nearly every service writes UTC where it writes no zone; the sheet still asks, and shows what it means.
        zone.setValue(ZoneOffset.UTC);
        GridPane choice = new GridPane(12, 0);
        choice.addRow(0, new Label(desk.text("imports.zone.choice")), zone);
        new Sheet(
                        desk,
                        desk.text("imports.zone.ask"),
                        640,
                        Sheet.sentence(desk.text("imports.zone.words")),
                        choice,
                        rows)
                .deciding(
                        checkOnly ? "mdi2c-clipboard-check-outline" : "mdi2f-file-import-outline",
                        desk.text(checkOnly ? "imports.zone.check" : "imports.zone.do"),
                        () -> answer.accept(zone.getValue()))
                .open(zone);
    }

    /** The zones to choose from, the operator's own and UTC first. */
    static List<ZoneId> zones(ZoneId own) {
        List<ZoneId> all = new ArrayList<>(List.of(own.normalized()));
        if (!all.contains(ZoneOffset.UTC)) {
            all.add(ZoneOffset.UTC);
        }
        new TreeSet<>(ZoneId.getAvailableZoneIds())
                .stream()
                        .filter(z -> z.contains("/") && !z.startsWith("Etc/") && !z.startsWith("SystemV/"))
                        .map(ZoneId::of)
                        .filter(z -> !all.contains(z))
                        .forEach(all::add);
        return all;
    }

    private void show(ZoneId zone) {
        for (int i = 0; i < moments.size(); i++) {
            moments.get(i)
                    .setText(desk.text(
                            "imports.zone.first",
                            desk.formats()
                                    .full(files.get(i).written().atZone(zone).toInstant())));
        }
    }
}
