package dev.rebound.console.message;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.Choice;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Sheet;
import dev.rebound.console.kit.story.Story;
import dev.rebound.console.message.MessageModel.Shown;
import dev.rebound.insight.MessageRow;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** One message beside another to the same address or with the same reply; what differs is set off. */
final class CompareSheet {
    private static final int MOST = 60;

    private final Desk desk;
    private final Shown shown;
    private final GridPane grid = new GridPane(16, 6);

    CompareSheet(Desk desk, Shown shown) {
        this.desk = desk;
        this.shown = shown;
    }

    /** Whether there is another message to stand beside. */
    static boolean isPossible(Shown shown) {
        return others(shown).length > 0;
    }

    private static int[] others(Shown shown) {
        int self = shown.story().details().row().message();
        return IntStream.concat(Arrays.stream(shown.sameAddress()), Arrays.stream(shown.sameReply()))
                .filter(m -> m != self)
                .distinct()
                .limit(MOST)
                .toArray();
    }

    void open() {
        List<MessageRow> others =
                Arrays.stream(others(shown)).mapToObj(shown.picture()::row).toList();
        Choice<MessageRow> choice = new Choice<>(desk.text("message.compare.with"), others, this::name);
        choice.setId("compare-with");
        choice.setMaxWidth(Double.MAX_VALUE);
        grid.setId("compare-lines");
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints half = new ColumnConstraints();
        half.setHgrow(Priority.ALWAYS);
        half.setPercentWidth(42);
        grid.getColumnConstraints().setAll(names, half, half);
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.setPrefViewportHeight(430);
        scroll.getStyleClass().add("quiet-scroll");
        choice.valueProperty().addListener((o, before, now) -> fill(now));
        choice.setValue(others.getFirst());
        new Sheet(desk, desk.text("message.compare.title"), 900, choice, scroll).open(choice);
    }

    private String name(MessageRow row) {
        String what = row.subject() == null ? row.campaign() : row.subject();
        String state = row.state() == null
                ? desk.text("activity.nosend")
                : desk.text("state.short." + row.state().code());
        return String.join("  ·  ", desk.formats().time(row.time()), what, desk.person(row.address()), state);
    }

    private void fill(MessageRow other) {
        grid.getChildren().clear();
        Story beside = Story.of(shown.picture(), other.message(), null, 0, desk);
        int row = 0;
        for (ComparedMessages.Line line : new ComparedMessages(desk).of(shown.story(), beside)) {
            Label name = new Label(line.name());
            name.getStyleClass().add(Styles.TEXT_MUTED);
            GridPane.setValignment(name, javafx.geometry.VPos.TOP);
            grid.addRow(row++, name, cell(line.one(), line.isSame()), cell(line.other(), line.isSame()));
        }
    }

    private static Label cell(String text, boolean same) {
        Label label = Sheet.sentence(text);
        label.getStyleClass().add(same ? Styles.TEXT_MUTED : Styles.TEXT_BOLD);
        GridPane.setValignment(label, javafx.geometry.VPos.TOP);
        return label;
    }
}
