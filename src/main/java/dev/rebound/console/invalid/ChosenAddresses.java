package dev.rebound.console.invalid;

import atlantafx.base.theme.Styles;
import dev.rebound.console.invalid.InvalidModel.Line;
import dev.rebound.console.kit.Buttons;
import dev.rebound.console.kit.Changing;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.InsideWindow;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.Sheet;
import dev.rebound.console.kit.WrappingLine;
import java.util.List;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.javafx.FontIcon;

/** How many addresses are chosen, and what can be done with them. Marks concern this store only, and say so. */
final class ChosenAddresses extends WrappingLine {
    private static final int NAMED = 6;

    private final InvalidModel model;
    private final Desk desk;
    private final ObservableList<Line> chosen;
    private final Runnable list;
    private final Label count = new Label();

    /**
     * @param list takes the cursor when the decided addresses are gone from it
     * @param pin pins the chosen addresses to a case
     */
    ChosenAddresses(InvalidModel model, Desk desk, ObservableList<Line> chosen, Runnable list, Runnable pin) {
        super(8);
        this.model = model;
        this.desk = desk;
        this.chosen = chosen;
        this.list = list;
        getStyleClass().add("chosen");
        Button valid = Buttons.of("mdi2c-check-circle-outline", desk.text("invalid.mark.valid"), () -> ask(true));
        valid.setId("mark-valid");
        Button keep = Buttons.of("mdi2a-account-cancel-outline", desk.text("invalid.mark.keep"), () -> ask(false));
        keep.setId("keep-invalid");
        MenuItem rows = new MenuItem(desk.text("invalid.export.list"));
        rows.setOnAction(e -> export());
        MenuItem bodies = new MenuItem(desk.text("invalid.export.bodies"));
        bodies.setId("export-bodies");
        bodies.setOnAction(e -> new RemovalSheet(model, desk, lines()).open());
        MenuItem freed = new MenuItem(desk.text("invalid.export.freed"));
        freed.setId("export-freed");
        freed.setOnAction(e -> new RemovalSheet(model, desk, model.freed()).open());
        MenuButton export =
                new MenuButton(desk.text("invalid.export"), new FontIcon("mdi2e-export-variant"), rows, bodies, freed);
        export.setOnShowing(e -> freed.setDisable(model.freed().isEmpty()));
        InsideWindow.keep(export).setId("invalid-export");
        Button toCase = Buttons.of("mdi2p-pin-outline", desk.text("cases.pin.open"), pin);
        toCase.setId("invalid-case");
        getChildren()
                .addAll(
                        count,
                        Changing.button(desk, valid),
                        Changing.button(desk, keep),
                        spring(),
                        Changing.button(desk, toCase),
                        export);
        Runnable settle = () -> {
            List<Line> now = lines();
            count.setText(desk.text("invalid.chosen", desk.formats().count(now.size())));
            valid.setDisable(now.isEmpty());
            keep.setDisable(now.isEmpty());
            toCase.setDisable(now.isEmpty());
            bodies.setDisable(now.isEmpty());
        };
        chosen.addListener((ListChangeListener<Line>) c -> settle.run());
        settle.run();
    }

    /** The list that a table reports may hold nulls while it changes. */
    private List<Line> lines() {
        return chosen.stream().filter(java.util.Objects::nonNull).toList();
    }

    private void ask(boolean valid) {
        List<Line> lines = lines();
        Label local = Sheet.sentence(desk.text("invalid.mark.local"));
        local.getStyleClass().add(Styles.TEXT_MUTED);
        new Sheet(
                        desk,
                        desk.text(valid ? "invalid.mark.valid.ask" : "invalid.mark.keep.ask", lines.size()),
                        520,
                        named(lines),
                        Sheet.sentence(desk.text(
                                valid ? "invalid.mark.valid.words" : "invalid.mark.keep.words", lines.size())),
                        local)
                .deciding(
                        valid ? "mdi2c-check-circle-outline" : "mdi2a-account-cancel-outline",
                        desk.text(valid ? "invalid.mark.valid.do" : "invalid.mark.keep.do"),
                        () -> {
                            model.mark(lines, valid);
                            desk.background().later(list);
                        })
                .open();
    }

    /** Which addresses it is about: a selection may reach out of sight. */
    private Label named(List<Line> lines) {
        String names =
                lines.stream().limit(NAMED).map(l -> desk.person(l.address())).collect(Collectors.joining("\n"));
        Label label = Sheet.sentence(
                lines.size() <= NAMED ? names : names + "\n" + desk.text("invalid.mark.more", lines.size() - NAMED));
        label.setId("marked-addresses");
        label.getStyleClass().add(Styles.TEXT_BOLD);
        return label;
    }

    private void export() {
        Place.Export rows = model.export();
        if (rows != null) {
            desk.navigator().go(rows);
        }
    }
}
