package dev.rebound.console.data;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.Blank;
import dev.rebound.console.kit.Buttons;
import dev.rebound.console.kit.Changing;
import dev.rebound.console.kit.ColumnFit;
import dev.rebound.console.kit.Columns;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.RowMenu;
import dev.rebound.console.kit.Sheet;
import dev.rebound.domain.Verdict;
import dev.rebound.insight.DataSettings;
import dev.rebound.insight.Picture;
import dev.rebound.report.OwnersFile;
import dev.rebound.report.RuleFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What the operator decided against the sources or the rule book; each line can be taken back. */
final class DecisionsView extends BorderPane {
    /** One decision: its setting, and it in words. */
    record Decision(String setting, String what, String about, String decided) {}

    private final Desk desk;
    private final TableView<Decision> table = new TableView<>();
    private final Button export;

    DecisionsView(Desk desk) {
        this.desk = desk;
        table.setId("decisions");
        table.setFixedCellSize(28);
        table.getStyleClass().add(Styles.DENSE);
        ColumnFit.of(table);
        RowMenu.of(table, desk);
        Columns.wrapping(table, true);
        table.getColumns()
                .addAll(List.of(
                        Columns.text(desk.text("decisions.what"), 190, Decision::what),
                        Columns.sentences(desk.text("decisions.about"), Decision::about),
                        Columns.sentences(desk.text("decisions.decided"), Decision::decided)));
        table.setPlaceholder(
                new Blank("mdi2g-gavel", desk.text("decisions.none"), desk.text("decisions.none.sentence")));
        Button back = Buttons.of("mdi2u-undo-variant", desk.text("decisions.takeback"), this::takeBack);
        back.setId("take-back");
        back.disableProperty()
                .bind(table.getSelectionModel().selectedItemProperty().isNull());
        export = Buttons.of("mdi2e-export-variant", desk.text("decisions.export"), this::export);
        export.setId("export-rules");
        HBox acts = new HBox(8, Changing.button(desk, back), export);
        acts.setAlignment(Pos.CENTER_LEFT);
        setTop(new VBox(8, Sheet.sentence(desk.text("decisions.words")), acts));
        setCenter(table);
        BorderPane.setMargin(table, new javafx.geometry.Insets(8, 0, 0, 0));
        desk.picture().addListener((o, before, now) -> show(now));
        show(desk.picture().getValue());
    }

    private void show(Picture picture) {
        DataSettings settings = picture.settings();
        List<Decision> all = new ArrayList<>();
        settings.corrections()
                .forEach((pattern, v) -> all.add(new Decision(
                        DataSettings.CORRECTION + pattern, desk.text("decisions.reply"), pattern, words(v))));
        settings.addressMarks()
                .forEach((address, mark) -> all.add(new Decision(
                        DataSettings.ADDRESS + address,
                        desk.text("decisions.address"),
                        address,
                        desk.text(
                                mark.valid() ? "decisions.valid" : "decisions.invalid",
                                desk.formats().full(mark.at())))));
        settings.dismissedIncidents()
                .forEach(id -> all.add(new Decision(
                        DataSettings.NO_INCIDENT + id,
                        desk.text("decisions.incident"),
                        id,
                        desk.text("decisions.noincident"))));
        all.sort(Comparator.comparing(Decision::what).thenComparing(Decision::about));
        table.getItems().setAll(all);
        export.setDisable(settings.corrections().isEmpty());
    }

    private String words(Verdict v) {
        return desk.text("class." + v.bounceClass().code()) + " · "
                + desk.text("reason." + v.reason().code());
    }

    private void takeBack() {
        Decision chosen = table.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            desk.changes()
                    .make(desk.text("decisions.tookback", chosen.about()), Map.of(chosen.setting(), Optional.empty()));
        }
    }

    private void export() {
        Map<String, Verdict> corrections = desk.picture().getValue().settings().corrections();
        desk.files()
                .fileToWrite(desk.text("decisions.export"), "rebound-rules.json")
                .ifPresent(file -> desk.background()
                        .job(
                                () -> write(file, corrections),
                                written -> desk.notices().tell(desk.text("activity.exported", written.getFileName()))));
    }

    private static Path write(Path file, Map<String, Verdict> corrections) throws java.io.IOException {
        OwnersFile.write(file, RuleFile.of(corrections));
        return file;
    }
}
