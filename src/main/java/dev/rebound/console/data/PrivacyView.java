package dev.rebound.console.data;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.Blank;
import dev.rebound.console.kit.Buttons;
import dev.rebound.console.kit.ColumnFit;
import dev.rebound.console.kit.Columns;
import dev.rebound.console.kit.CountSentence;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.Sheet;
import dev.rebound.domain.EmailAddress;
import dev.rebound.evidence.PersonalData;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.store.ErasureReport;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Erases a person after showing what that would change, and lists who was erased, by pseudonym. */
final class PrivacyView extends BorderPane {
    private final Desk desk;
    private final TextField address = new TextField();
    private final TableView<ErasureReport> done = new TableView<>();

    PrivacyView(Desk desk) {
        this.desk = desk;
        address.setId("erase-address");
        address.setPromptText(desk.text("privacy.address"));
        address.setAccessibleText(desk.text("privacy.address"));
        address.setOnAction(e -> preview());
        HBox.setHgrow(address, Priority.ALWAYS);
        Button erase = Buttons.of("mdi2a-account-remove-outline", desk.text("privacy.erase"), this::preview);
        erase.setId("erase-preview");
        erase.setMinWidth(USE_PREF_SIZE);
        erase.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !EmailAddress.isPresent(address.getText().strip()), address.textProperty()));
        Button export = Buttons.of("mdi2a-account-arrow-down-outline", desk.text("privacy.export"), this::export);
        export.setId("person-export");
        export.setMinWidth(USE_PREF_SIZE);
        export.disableProperty().bind(erase.disableProperty());
        HBox line = new HBox(8, address, export, erase);
        line.setAlignment(Pos.CENTER_LEFT);
        Label title = new Label(desk.text("privacy.person"));
        title.getStyleClass().add(Styles.TEXT_BOLD);
        Label earlier = new Label(desk.text("privacy.done"));
        earlier.getStyleClass().addAll("pane-section", Styles.TEXT_CAPTION);
        done.setId("erasures");
        done.setFixedCellSize(28);
        done.getStyleClass().add(Styles.DENSE);
        ColumnFit.of(done);
        done.getColumns()
                .addAll(List.of(
                        Columns.times(
                                desk,
                                desk.text("privacy.at"),
                                240,
                                ErasureReport::at,
                                at -> desk.formats().full(at)),
                        Columns.text(desk.text("privacy.pseudonym"), 360, ErasureReport::pseudonym),
                        Columns.number(
                                desk.text("privacy.events"),
                                110,
                                ErasureReport::events,
                                r -> desk.formats().count(r.events())),
                        Columns.number(
                                desk.text("privacy.records"),
                                150,
                                ErasureReport::records,
                                r -> desk.formats().count(r.records()))));
        done.setPlaceholder(
                new Blank("mdi2s-shield-account-outline", desk.text("privacy.none"), desk.text("privacy.none.words")));
        VBox.setVgrow(done, Priority.ALWAYS);
        setCenter(new VBox(10, title, Sheet.sentence(desk.text("privacy.words")), line, earlier, done));
        desk.picture().addListener((o, before, now) -> list());
        list();
    }

    private void list() {
        desk.background().latest("erasures", () -> desk.session().erasures(), done.getItems()::setAll);
    }

    /** The answer to a request for access. */
    private void export() {
        String wanted = address.getText().strip();
        desk.files()
                .fileToWrite(desk.text("privacy.export"), desk.text("privacy.export.name"))
                .ifPresent(file -> desk.background()
                        .job(
                                () -> {
                                    PersonalData data = PersonalData.of(desk.session(), wanted);
                                    data.write(file);
                                    return data;
                                },
                                data -> desk.notices()
                                        .tell(desk.text("privacy.exported", data.messages(), data.others(), file))));
    }

    private void preview() {
        String wanted = address.getText().strip();
        if (EmailAddress.isPresent(wanted)) {
            desk.background().job(() -> desk.session().erasurePreview(wanted), r -> ask(wanted, r));
        }
    }

    private void ask(String wanted, ErasureReport r) {
        if (!r.isAnywhere()) {
            desk.notices().tell(desk.text("privacy.nowhere", wanted));
            return;
        }
        CountSentence count = new CountSentence(desk)
                .show(
                        desk.text(
                                "privacy.would",
                                messages(wanted),
                                r.events(),
                                r.texts(),
                                r.records(),
                                r.lines(),
                                r.others()),
                        Place.Activity.of(Filter.is(Field.ADDRESS, wanted)));
        count.setId("erase-count");
        Label warning = Sheet.sentence(desk.text("privacy.noway"));
        warning.setGraphic(new FontIcon("mdi2a-alert-outline"));
        warning.getStyleClass().add(Styles.WARNING);
        new Sheet(
                        desk,
                        desk.text("privacy.ask", wanted),
                        600,
                        count,
                        Sheet.sentence(desk.text("privacy.becomes", r.pseudonym())),
                        warning)
                .destroying(
                        "mdi2a-account-remove-outline",
                        desk.text("privacy.do"),
                        () -> desk.background().job(() -> desk.session().erase(wanted), this::erased))
                .open();
    }

    private int messages(String wanted) {
        return desk.picture()
                .getValue()
                .questions()
                .select(Filter.is(Field.ADDRESS, wanted))
                .cardinality();
    }

    private void erased(ErasureReport r) {
        address.clear();
        desk.notices().tell(desk.text("privacy.erased", r.pseudonym(), r.events()));
    }
}
