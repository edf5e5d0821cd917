package dev.rebound.console.imports;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.ColumnFit;
import dev.rebound.console.kit.Columns;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.RowMenu;
import dev.rebound.console.kit.Sheet;
import dev.rebound.domain.Rejection;
import dev.rebound.words.Sentences;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The records of one file that could not be read: line, reason, text. */
final class RejectionPane extends VBox {
    private final Desk desk;
    private final Sentences sentences;
    private final Label told = Sheet.sentence("");
    private final Label heading = new Label();
    private final Label empty = new Label();
    private final TableView<Rejection> table = new TableView<>();

    RejectionPane(Desk desk) {
        super(4);
        this.desk = desk;
        sentences = Sentences.in(desk.words().locale());
        getStyleClass().add("part");
        heading.getStyleClass().addAll("pane-section", Styles.TEXT_CAPTION);
        table.setId("rejections");
        table.setFixedCellSize(28);
        table.getStyleClass().add(Styles.DENSE);
        ColumnFit.of(table);
        RowMenu.of(table, desk);
        Columns.wrapping(table, true);
        table.setPlaceholder(empty);
        table.setMinHeight(80);
        TableColumn<Rejection, String> line = new TableColumn<>(desk.text("imports.rejections.line"));
        line.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(place(c.getValue())));
        line.setPrefWidth(120);
        TableColumn<Rejection, String> reason = new TableColumn<>(desk.text("imports.rejections.reason"));
        reason.setCellValueFactory(
                c -> new ReadOnlyObjectWrapper<>(sentences.of(c.getValue().reason())));
        Columns.wrap(reason);
        TableColumn<Rejection, String> text = new TableColumn<>(desk.text("imports.rejections.text"));
        text.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(c.getValue().text()));
        text.setCellFactory(c -> Columns.longCell());
        table.getColumns().addAll(List.of(line, reason, text));
        VBox.setVgrow(table, Priority.ALWAYS);
        told.setId("import-told");
        told.setGraphic(new FontIcon("mdi2a-alert-outline"));
        told.getStyleClass().add(Styles.WARNING);
        told.managedProperty().bind(told.visibleProperty());
        getChildren().addAll(heading, told, table);
        clear();
    }

    private String place(Rejection r) {
        String line = desk.formats().count(r.line());
        return r.part().isEmpty() ? line : desk.text("activity.chip.term", r.part(), line);
    }

    /** No file is chosen. */
    void clear() {
        told.setVisible(false);
        heading.setText(desk.text("imports.rejections"));
        empty.setText(desk.text("imports.rejections.choose"));
        table.getItems().clear();
    }

    /**
     * Shows the lines of a file, and what is to be said of the file as a whole.
     *
     * @param read whether records of it were read at all
     */
    void show(String file, String message, List<Rejection> rejections, boolean read) {
        told.setVisible(!message.isEmpty());
        String sentence = sentences.of(message);
        told.setText(sentence.startsWith(file) ? sentence : desk.text("activity.chip.term", file, sentence));
        heading.setText(
                read
                        ? desk.text(
                                "imports.rejections.of", file, desk.formats().count(rejections.size()))
                        : desk.text("imports.rejections.unread", file));
        empty.setText(desk.text(read ? "imports.rejections.none" : "imports.rejections.nothing"));
        table.getItems().setAll(rejections);
    }
}
