package dev.rebound.console.invalid;

import atlantafx.base.theme.Styles;
import dev.rebound.console.invalid.InvalidModel.Line;
import dev.rebound.console.kit.Buttons;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Sheet;
import dev.rebound.report.RemovalRequests;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import org.kordamp.ikonli.javafx.FontIcon;

/** Which addresses are written as requests to remove them at Braze: those in doubt, and the certain ones if somebody insists. */
final class RemovalSheet {
    private final InvalidModel model;
    private final Desk desk;
    private final List<Line> lines;
    private final List<Line> doubtful;
    private final CheckBox only;
    private final Label certain = Sheet.sentence("");
    private final Label hashed = Sheet.sentence("");
    private final Label warning;
    private final Button copy;

    RemovalSheet(InvalidModel model, Desk desk, List<Line> lines) {
        this.model = model;
        this.desk = desk;
        this.lines = lines;
        doubtful = InvalidModel.doubtful(lines);
        only = new CheckBox(desk.text("invalid.bodies.only", doubtful.size()));
        only.setId("bodies-only");
        boolean both = !doubtful.isEmpty() && doubtful.size() < lines.size();
        only.setSelected(both);
        shown(only, both);
        certain.setId("bodies-certain");
        certain.getStyleClass().add(Styles.TEXT_BOLD);
        warning = Sheet.sentence(desk.text("invalid.bodies.warning"));
        warning.setGraphic(new FontIcon("mdi2a-alert-outline"));
        warning.getStyleClass().add(Styles.WARNING);
        copy = Buttons.of("mdi2c-content-copy", desk.text("invalid.bodies.copy"), () -> {
            desk.copy(RemovalRequests.body(wanted().stream().map(Line::address).toList()));
            desk.notices().tell(desk.text("message.copied"));
        });
        copy.setId("copy-body");
    }

    void open() {
        Sheet sheet = new Sheet(
                        desk,
                        "",
                        560,
                        certain,
                        hashed,
                        warning,
                        only,
                        Sheet.sentence(desk.text("invalid.bodies.words")))
                .with(copy)
                .deciding("mdi2e-export-variant", desk.text("invalid.bodies.do"), this::write);
        only.selectedProperty().addListener((o, before, now) -> tell(sheet));
        tell(sheet);
        sheet.open();
    }

    private List<Line> wanted() {
        return only.isSelected() ? doubtful : lines;
    }

    /** Everything that is said is said of what would be written. */
    private void tell(Sheet sheet) {
        List<Line> wanted = wanted();
        int nameable = InvalidModel.nameable(wanted);
        int sure = InvalidModel.certain(wanted);
        sheet.head(desk.text("invalid.bodies.heading", wanted.size(), RemovalRequests.files(wanted.size())));
        certain.setText(
                sure == 0
                        ? desk.text("invalid.bodies.none", wanted.size())
                        : wanted.size() == 1
                                ? desk.text("invalid.bodies.certain.one")
                                : desk.text("invalid.bodies.certain", sure));
        hashed.setText(desk.text("invalid.bodies.hashed", wanted.size() - nameable));
        shown(hashed, nameable < wanted.size());
        shown(warning, sure > 0);
        shown(copy, RemovalRequests.files(nameable) == 1);
    }

    private static void shown(Node node, boolean is) {
        node.setVisible(is);
        node.setManaged(is);
    }

    private void write() {
        List<Line> wanted = wanted();
        desk.files()
                .folderToRead(desk.text("invalid.bodies.do"))
                .ifPresent(folder -> model.bodies(
                        wanted,
                        folder,
                        n -> desk.notices().tell(desk.text("invalid.bodies.done", n, folder.getFileName()))));
    }
}
