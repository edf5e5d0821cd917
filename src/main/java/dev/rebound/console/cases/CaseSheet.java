package dev.rebound.console.cases;

import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.PersonField;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.Sheet;
import dev.rebound.filter.FilterParser;
import dev.rebound.filter.FilterSyntaxException;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/** What a new case is called, asks, and is about. */
final class CaseSheet {
    private final CasesModel model;
    private final Desk desk;
    private final Place.Pin pin;
    private final TextField name;
    private final TextField question;
    private final TextField filter;
    private final CheckBox view;

    /** @param pin what the case holds from its beginning */
    CaseSheet(CasesModel model, Desk desk, Place.Pin pin) {
        this.model = model;
        this.desk = desk;
        this.pin = pin;
        name = new PersonField(desk.formats());
        question = new PersonField(desk.formats());
        filter = new PersonField(desk.formats());
        view = new CheckBox(desk.text("cases.pin.view"));
    }

    void open() {
        name.setId("new-case-name");
        question.setId("new-case-question");
        filter.setId("new-case-filter");
        boolean holds = pin.messages().length + pin.addresses().size() > 0;
        filter.setPromptText(desk.text(holds ? "cases.filter.rows" : "activity.filter.prompt"));
        view.setId("new-case-view");
        GridPane grid = new GridPane(12, 8);
        row(grid, 0, "cases.column.name", name);
        row(grid, 1, "cases.column.question", question);
        row(grid, 2, "cases.filter", filter);
        List<Node> parts = new ArrayList<>();
        if (holds) {
            Label pins = Sheet.sentence(
                    pin.addresses().isEmpty()
                            ? desk.text("cases.begin.messages", pin.messages().length)
                            : desk.text("cases.begin.addresses", pin.addresses().size()));
            pins.setId("new-case-holds");
            parts.add(pins);
        }
        parts.add(grid);
        if (holds && !pin.filter().isEmpty()) {
            parts.add(view);
        }
        new Sheet(desk, desk.text("cases.new"), 560, parts.toArray(Node[]::new))
                .deciding("mdi2n-notebook-plus-outline", desk.text("cases.begin"), this::begin)
                .open(name);
    }

    private void row(GridPane grid, int row, String key, TextField field) {
        Label label = new Label(desk.text(key));
        label.setMinWidth(GridPane.USE_PREF_SIZE);
        label.setLabelFor(field);
        GridPane.setHgrow(field, Priority.ALWAYS);
        grid.addRow(row, label, field);
    }

    private void begin() {
        String about = filter.getText().strip();
        try {
            FilterParser.parse(about);
        } catch (FilterSyntaxException e) {
            desk.notices().tell(desk.text("cases.badfilter", desk.person(about)));
            return;
        }
        String called = name.getText().isBlank()
                ? desk.text("cases.unnamed")
                : name.getText().strip();
        model.begin(called, question.getText().strip(), about, pin, view.isSelected());
    }
}
