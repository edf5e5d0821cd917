package dev.rebound.console.imports;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.ColumnFit;
import dev.rebound.console.kit.Columns;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.RowMenu;
import dev.rebound.domain.Rejection;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;

/** The records of one file that could not be read: line, reason, text. */
final class RejectionPane extends StackPane {
    private final Desk desk;
    private final Label empty = new Label();
    private final TableView<Rejection> table = new TableView<>();

    RejectionPane(Desk desk) {
        this.desk = desk;
        RejectionReasons reasons = new RejectionReasons(desk);
        table.setId("rejections");
        table.setFixedCellSize(28);
        table.getStyleClass().add(Styles.DENSE);
        ColumnFit.of(table);
        RowMenu.of(table, desk);
        Columns.wrapping(table, true);
        table.setPlaceholder(empty);
        table.setMinHeight(74);
        TableColumn<Rejection, String> line = new TableColumn<>(desk.text("imports.rejections.line"));
        line.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(place(c.getValue())));
        line.setPrefWidth(120);
        TableColumn<Rejection, String> reason = new TableColumn<>(desk.text("imports.rejections.reason"));
        reason.setCellValueFactory(
                c -> new ReadOnlyObjectWrapper<>(reasons.of(c.getValue().reason())));
        Columns.wrap(reason);
        TableColumn<Rejection, String> text = new TableColumn<>(desk.text("imports.rejections.text"));
        text.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(c.getValue().text()));
        text.setCellFactory(c -> Columns.longCell());
        table.getColumns().addAll(List.of(line, reason, text));
        getChildren().add(table);
    }

    private String place(Rejection r) {
        String line = desk.formats().count(r.line());
        return r.part().isEmpty() ? line : desk.text("activity.chip.term", r.part(), line);
    }

    /**
     * Shows records.
     *
     * @param nothing what is said where there are none
     */
    void show(List<Rejection> rejections, String nothing) {
        empty.setText(nothing);
        table.getItems().setAll(rejections);
    }
}
