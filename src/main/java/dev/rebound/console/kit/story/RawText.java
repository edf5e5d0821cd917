package dev.rebound.console.kit.story;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.Buttons;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.WrappingLine;
import dev.rebound.domain.RawRecord;
import dev.rebound.insight.ChainEvent;
import dev.rebound.session.ColumnNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/**
 * The source's own words of one event, with its place in the file; what was read from them is marked. They are laid out for
 * reading, and as they stand in the file where a person wants to see that.
 */
public final class RawText extends VBox {
    private static final double LEAST_PLACE = 120;

    /** Longer records are shown from their beginning; copying takes all. */
    private static final int SHOWN = 20_000;

    /** A record and the names of its columns, where they are known. */
    private record Read(RawRecord record, List<String> names) {}

    private final Desk desk;
    private final String question;
    private final Label place = new Label();
    private final TextFlow text = new TextFlow();
    private final WrappingLine head;
    private final ToggleButton asFound;
    private final ColumnNames columns;
    private String whole = "";
    private List<String> names = List.of();
    private List<String> read = List.of();

    /**
     * Nothing shown yet.
     *
     * @param question what its question is called: a newer one of the same name makes an older void
     */
    public RawText(Desk desk, String question) {
        super(4);
        this.desk = desk;
        this.question = question;
        columns = new ColumnNames(desk.session());
        text.setId("raw-record");
        text.getStyleClass().add("raw");
        text.setFocusTraversable(true);
        place.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        place.setWrapText(true);
        HBox.setHgrow(place, Priority.ALWAYS);
        place.setMaxWidth(Double.MAX_VALUE);
        asFound = new ToggleButton(desk.text("story.raw.asfound"));
        asFound.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        asFound.setMinWidth(USE_PREF_SIZE);
        asFound.selectedProperty().addListener((o, was, is) -> layOut());
        place.setMinWidth(LEAST_PLACE);
        head = new WrappingLine(
                6,
                place,
                asFound,
                Buttons.icon("mdi2c-content-copy", desk.text("story.raw.copy"), () -> desk.copy(whole)));
        getChildren().addAll(head, text);
    }

    /** Reads and shows the record of an event. */
    public void show(ChainEvent event) {
        place.setText(event.file());
        text.getChildren().clear();
        desk.background()
                .latest(
                        question,
                        () -> {
                            RawRecord record = desk.session().rawRecord(event.importId(), event.rawIndex());
                            return new Read(record, columns.of(event.importId(), event.rawIndex(), record));
                        },
                        read -> show(event, read));
    }

    private void show(ChainEvent event, Read found) {
        RawRecord record = found.record();
        names = found.names();
        whole = desk.person(record.text());
        String part = record.part().isEmpty() ? event.file() : event.file() + " › " + record.part();
        place.setText(desk.text("activity.pane.place", part, desk.formats().count(record.line())));
        read = readFrom(event);
        layOut();
    }

    private void layOut() {
        String record = whole.length() > SHOWN ? whole.substring(0, SHOWN) + " …" : whole;
        String shown = asFound.isSelected() ? record : ReadableRecord.of(record, names);
        text.getChildren().setAll(marked(shown, read));
        text.setAccessibleText(shown);
    }

    /** The record as it is shown. */
    public String text() {
        return whole;
    }

    private static List<String> readFrom(ChainEvent event) {
        List<String> values = new ArrayList<>();
        add(values, event.reply());
        add(values, event.rawKind());
        add(values, event.enhancedCode());
        add(values, event.detail());
        add(values, event.smtpCode() == 0 ? null : Integer.toString(event.smtpCode()));
        add(values, Long.toString(event.time().getEpochSecond()));
        add(values, event.time().toString().substring(0, 19));
        values.sort(Comparator.comparingInt(String::length).reversed());
        return values;
    }

    private static void add(List<String> values, @Nullable String value) {
        if (value != null && value.length() >= 3) {
            values.add(value);
        }
    }

    /** The text in pieces; those that were read are marked, longer values before the shorter ones inside them. */
    private static List<Text> marked(String whole, List<String> values) {
        boolean[] read = new boolean[whole.length()];
        for (String value : values) {
            for (int at = whole.indexOf(value); at >= 0; at = whole.indexOf(value, at + value.length())) {
                java.util.Arrays.fill(read, at, at + value.length(), true);
            }
        }
        List<Text> pieces = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= read.length; i++) {
            if (i == read.length || read[i] != read[from]) {
                Text piece = new Text(whole.substring(from, i));
                piece.getStyleClass().add(read[from] ? "raw-read" : "raw-rest");
                pieces.add(piece);
                from = i;
            }
        }
        return pieces;
    }
}
