package dev.rebound.console.data;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.Buttons;
import dev.rebound.console.kit.Changing;
import dev.rebound.console.kit.ColumnFit;
import dev.rebound.console.kit.Columns;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.RowMenu;
import dev.rebound.filter.FilterValues;
import dev.rebound.insight.DataSettings;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Which mailbox provider stands behind which domain: the built-in table, and the operator's own lines over it. */
final class ProviderTable extends VBox {
    /** A domain and its provider. */
    record Line(String domain, String provider, boolean own) {}

    private final Desk desk;
    private final TableView<Line> table = new TableView<>();
    private final TextField search = new TextField();
    private final TextField domain = new TextField();
    private final TextField provider = new TextField();
    private final Label count = new Label();

    ProviderTable(Desk desk) {
        super(8);
        this.desk = desk;
        Label title = new Label(desk.text("providers.title"));
        title.getStyleClass().add(Styles.TEXT_BOLD);
        search.setPromptText(desk.text("providers.search"));
        search.setAccessibleText(desk.text("providers.search"));
        search.textProperty().addListener((o, before, now) -> show());
        HBox.setHgrow(search, Priority.ALWAYS);
        count.getStyleClass().add(Styles.TEXT_MUTED);
        HBox top = new HBox(10, search, count);
        top.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        table.setId("providers");
        table.setFixedCellSize(28);
        table.getStyleClass().add(Styles.DENSE);
        ColumnFit.of(table);
        RowMenu.of(table, desk);
        table.getColumns()
                .addAll(List.of(
                        Columns.text(desk.text("field.domain"), 220, Line::domain),
                        Columns.text(desk.text("field.provider"), 180, Line::provider),
                        Columns.text(
                                desk.text("providers.from"),
                                140,
                                l -> desk.text(l.own() ? "providers.own" : "providers.builtin"))));
        table.getSelectionModel().selectedItemProperty().addListener((o, before, now) -> {
            if (now != null) {
                domain.setText(now.domain());
                provider.setText(now.provider());
            }
        });
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(title, top, table, edit());
        desk.picture().addListener((o, before, now) -> show());
        show();
    }

    private HBox edit() {
        domain.setId("provider-domain");
        domain.setPromptText(desk.text("field.domain"));
        domain.setAccessibleText(desk.text("field.domain"));
        provider.setId("provider-name");
        provider.setPromptText(desk.text("field.provider"));
        provider.setAccessibleText(desk.text("field.provider"));
        HBox.setHgrow(domain, Priority.ALWAYS);
        HBox.setHgrow(provider, Priority.ALWAYS);
        provider.setOnAction(e -> keep());
        Button keep = Buttons.of("mdi2c-check", desk.text("providers.keep"), this::keep);
        keep.setId("provider-keep");
        keep.disableProperty()
                .bind(domain.textProperty().isEmpty().or(provider.textProperty().isEmpty()));
        Button remove = Buttons.of("mdi2u-undo-variant", desk.text("providers.remove"), this::remove);
        remove.disableProperty()
                .bind(javafx.beans.binding.Bindings.createBooleanBinding(
                        () -> {
                            Line chosen = table.getSelectionModel().getSelectedItem();
                            return chosen == null || !chosen.own();
                        },
                        table.getSelectionModel().selectedItemProperty()));
        keep.setMinWidth(USE_PREF_SIZE);
        remove.setMinWidth(USE_PREF_SIZE);
        return new HBox(8, domain, provider, Changing.button(desk, keep), Changing.button(desk, remove));
    }

    private void keep() {
        String name = domain.getText().strip().toLowerCase(Locale.ROOT);
        String owner = provider.getText().strip();
        if (name.isEmpty() || owner.isEmpty()) {
            return;
        }
        desk.changes()
                .make(
                        desk.text("providers.changed", name, owner),
                        Map.of(DataSettings.PROVIDER + name, Optional.of(owner)));
    }

    private void remove() {
        Line chosen = table.getSelectionModel().getSelectedItem();
        if (chosen != null && chosen.own()) {
            desk.changes()
                    .make(
                            desk.text("providers.removed", chosen.domain()),
                            Map.of(DataSettings.PROVIDER + chosen.domain(), Optional.empty()));
        }
    }

    private void show() {
        Map<String, String> own = desk.picture().getValue().settings().providersByDomain();
        String wanted = FilterValues.folded(search.getText().strip());
        Map<String, String> all = desk.picture().getValue().providers().all();
        List<Line> lines = all.entrySet().stream()
                .map(e -> new Line(e.getKey(), e.getValue(), own.containsKey(e.getKey())))
                .filter(l -> wanted.isEmpty()
                        || FilterValues.folded(l.domain() + " " + l.provider()).contains(wanted))
                .sorted(java.util.Comparator.comparing((Line l) -> !l.own())
                        .thenComparing(Line::provider)
                        .thenComparing(Line::domain))
                .toList();
        table.getItems().setAll(lines);
        count.setText(desk.text("providers.count", all.size()));
    }
}
