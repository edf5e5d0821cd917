package dev.rebound.console.data;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.Blank;
import dev.rebound.console.kit.Buttons;
import dev.rebound.console.kit.Choice;
import dev.rebound.console.kit.ColumnFit;
import dev.rebound.console.kit.Columns;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Sheet;
import dev.rebound.session.RetentionPreview;
import dev.rebound.store.PastCount;
import dev.rebound.store.RetentionReport;
import dev.rebound.store.StoreException;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Removes messages for their age, after saying how many would go; what is kept of them stands below. */
final class RetentionView extends BorderPane {
    private static final int PROPOSED_MONTHS = 13;

    /** What is kept of one campaign's messages of one month. */
    record Past(String month, String campaign, long messages, long delivered) {}

    private final Desk desk;
    private final RetentionQuestion question;
    private final CheckBox atStart = new CheckBox();
    private final Choice<Integer> months;
    private final Label preview = Sheet.sentence("");
    private final Button remove;
    private final TableView<Past> past = new TableView<>();
    private final Label done = Sheet.sentence("");
    private @Nullable RetentionPreview previewed;

    RetentionView(Desk desk) {
        this.desk = desk;
        question = new RetentionQuestion(desk);
        months = new Choice<>(
                desk.text("retention.age"),
                List.of(0, 6, PROPOSED_MONTHS, 18, 24, 36),
                n -> n == 0 ? desk.text("retention.everything") : desk.text("retention.months", n));
        months.setId("retention-age");
        months.setValue(months.getItems().contains(question.months()) ? question.months() : 0);
        months.valueProperty().addListener((o, before, now) -> look());
        atStart.setId("retention-at-start");
        atStart.setText(desk.text("retention.atstart"));
        atStart.setSelected(months.getValue() != 0);
        atStart.visibleProperty().bind(months.valueProperty().isNotEqualTo(0));
        atStart.setOnAction(e -> question.askFor(atStart.isSelected() ? months.getValue() : 0));
        months.valueProperty().addListener((o, before, now) -> {
            atStart.setSelected(atStart.isSelected() && now != 0);
            question.askFor(atStart.isSelected() ? now : 0);
        });
        remove = Buttons.of("mdi2d-delete-clock-outline", desk.text("retention.remove"), this::ask);
        remove.setId("retention-remove");
        remove.setDisable(true);
        preview.setId("retention-preview");
        HBox line = new HBox(8, new Label(desk.text("retention.keep")), months, remove, atStart);
        line.setAlignment(Pos.CENTER_LEFT);
        Label title = new Label(desk.text("retention.title"));
        title.getStyleClass().add(Styles.TEXT_BOLD);
        Label kept = new Label(desk.text("retention.kept"));
        kept.getStyleClass().addAll("pane-section", Styles.TEXT_CAPTION);
        past.setId("past-counts");
        past.setFixedCellSize(28);
        past.getStyleClass().add(Styles.DENSE);
        ColumnFit.of(past);
        past.getColumns()
                .addAll(List.of(
                        Columns.text(desk.text("retention.month"), 130, Past::month),
                        Columns.text(desk.text("retention.campaign"), 420, Past::campaign),
                        Columns.number(
                                desk.text("retention.messages"),
                                140,
                                Past::messages,
                                p -> desk.formats().count(p.messages())),
                        Columns.number(
                                desk.text("retention.delivered"),
                                140,
                                Past::delivered,
                                p -> desk.formats().count(p.delivered()))));
        past.setPlaceholder(
                new Blank("mdi2c-clock-outline", desk.text("retention.none"), desk.text("retention.none.words")));
        VBox.setVgrow(past, Priority.ALWAYS);
        setCenter(new VBox(10, title, Sheet.sentence(desk.text("retention.words")), line, preview, kept, done, past));
        desk.picture().addListener((o, before, now) -> look());
        look();
    }

    private Period age() {
        return Period.ofMonths(months.getValue());
    }

    private void look() {
        boolean all = months.getValue() == 0;
        remove.setDisable(true);
        if (all) {
            preview.setText(desk.text("retention.all", PROPOSED_MONTHS));
        } else {
            Period age = age();
            desk.background()
                    .latest(
                            "retention",
                            () -> desk.session().retentionPreview(desk.session().before(age)),
                            this::show);
        }
        desk.background().latest("past", this::past, past.getItems()::setAll);
        desk.background().latest("retentions", () -> desk.session().retentions(), this::showDone);
    }

    private void show(RetentionPreview p) {
        previewed = p;
        remove.setDisable(p.events() == 0);
        preview.setText(question.words(p));
    }

    private void showDone(List<RetentionReport> all) {
        done.setText(
                all.isEmpty()
                        ? ""
                        : desk.text(
                                "retention.last",
                                desk.formats().full(all.getFirst().at()),
                                all.getFirst().messages(),
                                desk.formats().day(all.getFirst().cutoff())));
        done.setVisible(!all.isEmpty());
        done.setManaged(!all.isEmpty());
    }

    private List<Past> past() throws StoreException {
        Map<String, Past> byMonth = new LinkedHashMap<>();
        for (PastCount c : desk.session().pastCounts()) {
            String month = c.day().substring(0, 7);
            long delivered = c.state().equals("delivered") || c.state().equals("returned") ? c.messages() : 0;
            byMonth.merge(
                    month + c.campaign(),
                    new Past(month, c.campaign(), c.messages(), delivered),
                    (a, b) ->
                            new Past(month, a.campaign(), a.messages() + b.messages(), a.delivered() + b.delivered()));
        }
        return new ArrayList<>(byMonth.values());
    }

    private void ask() {
        RetentionPreview p = previewed;
        if (p == null) {
            return;
        }
        question.open(p, null);
    }
}
