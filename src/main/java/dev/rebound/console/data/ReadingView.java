package dev.rebound.console.data;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Sheet;
import dev.rebound.console.kit.Toggles;
import dev.rebound.insight.DataSettings;
import dev.rebound.insight.Picture;
import dev.rebound.insight.Sensitivity;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** How the data is read: retry time of each sending service, era of soft bounces, grace in flight, mailbox providers. */
final class ReadingView extends HBox {
    private static final int LONGEST_HOURS = 24 * 14;
    private static final int LONGEST_GRACE_MINUTES = 24 * 60;

    private final Desk desk;
    private final VBox rules = new VBox(10);

    ReadingView(Desk desk) {
        super(24);
        this.desk = desk;
        ScrollPane left = new ScrollPane(rules);
        left.setFitToWidth(true);
        left.setMinWidth(430);
        left.setPrefWidth(430);
        left.getStyleClass().add("details");
        rules.getStyleClass().add("sheet-part");
        ProviderTable providers = new ProviderTable(desk);
        HBox.setHgrow(providers, Priority.ALWAYS);
        getChildren().addAll(left, providers);
        desk.picture().addListener((o, before, now) -> show(now));
        show(desk.picture().getValue());
    }

    private void show(Picture picture) {
        rules.getChildren()
                .setAll(
                        title("reading.windows"),
                        Sheet.sentence(desk.text("reading.windows.words")),
                        windows(picture),
                        title("reading.era"),
                        Sheet.sentence(desk.text("reading.era.words")),
                        era(picture.settings()),
                        title("reading.grace"),
                        Sheet.sentence(desk.text("reading.grace.words")),
                        grace(picture.settings()),
                        title("incidents.sensitivity"),
                        Sheet.sentence(desk.text("incidents.sensitivity.words")),
                        sensitivity(picture.settings()));
    }

    private Label title(String key) {
        Label label = Sheet.sentence(desk.text(key));
        label.getStyleClass().add(Styles.TEXT_BOLD);
        return label;
    }

    private GridPane windows(Picture picture) {
        TreeSet<String> names = new TreeSet<>(picture.settings().retryWindows().keySet());
        picture.questions()
                .facet(
                        picture.questions().select(dev.rebound.filter.Filter.all()),
                        dev.rebound.filter.Field.ESP,
                        Integer.MAX_VALUE)
                .forEach(v -> names.add(v.value()));
        names.remove("");
        GridPane grid = new GridPane(12, 6);
        int row = 0;
        for (String esp : names) {
            long hours = picture.settings().retryWindow(esp).toHours();
            Spinner<Integer> spinner = number("retry-" + esp, 1, LONGEST_HOURS, (int) hours, wanted -> {
                boolean usual = Duration.ofHours(wanted).equals(DataSettings.DEFAULT_RETRY_WINDOW);
                desk.changes()
                        .make(
                                desk.text("reading.windows.changed", esp, wanted),
                                Map.of(
                                        DataSettings.RETRY_WINDOW + esp,
                                        usual
                                                ? Optional.empty()
                                                : Optional.of(
                                                        Duration.ofHours(wanted).toString())));
            });
            spinner.getEditor().setAccessibleText(desk.text("reading.windows") + " " + esp);
            Label unit = new Label(desk.text(
                    picture.settings().retryWindows().containsKey(esp) ? "reading.hours.own" : "reading.hours"));
            unit.getStyleClass().add(Styles.TEXT_MUTED);
            grid.addRow(row++, new Label(esp), spinner, unit);
        }
        if (names.isEmpty()) {
            grid.add(new Label(desk.text("reading.windows.none")), 0, 0);
        }
        return grid;
    }

    private HBox era(DataSettings settings) {
        DatePicker date = new DatePicker(LocalDate.ofInstant(settings.finalSoftBouncesSince(), ZoneOffset.UTC));
        date.setId("era");
        date.valueProperty().addListener((o, before, now) -> {
            if (now != null && !now.equals(before)) {
                Instant since = now.atStartOfDay(ZoneOffset.UTC).toInstant();
                desk.changes()
                        .make(
                                desk.text("reading.era.changed", desk.formats().day(since)),
                                Map.of(DataSettings.FINAL_SOFT_BOUNCES, Optional.of(since.toString())));
            }
        });
        return new HBox(date);
    }

    private VBox sensitivity(DataSettings settings) {
        VBox choices = new VBox(6);
        ToggleGroup group = new ToggleGroup();
        for (Sensitivity one : Sensitivity.values()) {
            RadioButton button = Toggles.byArrows(new RadioButton(
                    desk.text("incidents.sensitivity." + one.code(), one.leastMessages(), one.timesUsual())));
            button.setId("sensitivity-" + one.code());
            button.setWrapText(true);
            button.setToggleGroup(group);
            button.setSelected(one == settings.sensitivity());
            button.setOnAction(e -> desk.changes()
                    .make(
                            desk.text("incidents.sensitivity.changed"),
                            Map.of(
                                    DataSettings.SENSITIVITY,
                                    one == Sensitivity.USUAL ? Optional.empty() : Optional.of(one.code()))));
            choices.getChildren().add(button);
        }
        return choices;
    }

    private HBox grace(DataSettings settings) {
        Label unit = new Label(desk.text("reading.minutes"));
        unit.getStyleClass().add(Styles.TEXT_MUTED);
        HBox line = new HBox(
                12,
                number(
                        "grace",
                        1,
                        LONGEST_GRACE_MINUTES,
                        (int) settings.inFlightGrace().toMinutes(),
                        wanted -> desk.changes()
                                .make(
                                        desk.text("reading.grace.changed", wanted),
                                        Map.of(
                                                DataSettings.GRACE,
                                                Optional.of(Duration.ofMinutes(wanted)
                                                        .toString())))),
                unit);
        line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        return line;
    }

    /** A number that is kept when the person leaves it or presses Enter, not at every step of its arrows. */
    private static Spinner<Integer> number(
            String id, int least, int most, int now, java.util.function.IntConsumer keep) {
        Spinner<Integer> spinner = new Spinner<>(new SpinnerValueFactory.IntegerSpinnerValueFactory(least, most, now));
        spinner.setId(id);
        spinner.setEditable(true);
        spinner.setPrefWidth(110);
        int[] kept = {now};
        Runnable settle = () -> {
            @Nullable Integer value = typed(spinner, least, most);
            if (value == null) {
                spinner.getEditor().setText(String.valueOf(kept[0]));
            } else if (value != kept[0]) {
                kept[0] = value;
                keep.accept(value);
            }
        };
        spinner.getEditor().setOnAction(e -> settle.run());
        spinner.focusedProperty().addListener((o, was, is) -> {
            if (!is) {
                settle.run();
            }
        });
        return spinner;
    }

    private static @Nullable Integer typed(Spinner<Integer> spinner, int least, int most) {
        try {
            int value = Integer.parseInt(spinner.getEditor().getText().strip());
            return value < least || value > most ? null : value;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
