package dev.rebound.console.activity;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.Buttons;
import dev.rebound.console.kit.Desk;
import dev.rebound.filter.Filter;
import dev.rebound.filter.FilterSyntaxException;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The filter as text and as chips: two looks at the same filter. */
final class FilterBar extends VBox {
    private final ActivityModel model;
    private final Desk desk;
    private final ChipText chipText;
    private final CustomTextField field = new CustomTextField();
    private final FlowPane chips = new FlowPane(6, 4);
    private final Label problem = new Label();
    private final PauseTransition typing = new PauseTransition(Duration.millis(250));
    private int historyStep;

    FilterBar(ActivityModel model, Desk desk) {
        super(6);
        this.model = model;
        this.desk = desk;
        this.chipText = new ChipText(desk.words());
        getStyleClass().add("filter-bar");
        getChildren().addAll(textRow(), problem, chips);
        problem.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.DANGER);
        problem.managedProperty().bind(problem.visibleProperty());
        chips.managedProperty().bind(chips.visibleProperty());
        model.textProperty().addListener((o, before, now) -> follow(now));
        model.problemProperty().addListener((o, before, now) -> tell(now));
        model.resultProperty().addListener((o, before, now) -> showChips());
        follow(model.textProperty().get());
        tell(null);
    }

    private HBox textRow() {
        field.setLeft(new FontIcon("mdi2m-magnify"));
        field.setPromptText(desk.text("activity.filter.prompt"));
        field.setAccessibleText(desk.text("activity.filter.name"));
        field.setTooltip(new Tooltip(desk.text("activity.filter.help")));
        field.setId("activity-filter");
        HBox.setHgrow(field, Priority.ALWAYS);
        typing.setOnFinished(e -> model.textProperty().set(field.getText()));
        field.textProperty().addListener((o, before, now) -> {
            if (!now.equals(model.textProperty().get())) {
                typing.playFromStart();
            }
        });
        field.setOnAction(e -> {
            typing.stop();
            historyStep = 0;
            model.show(field.getText());
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::history);
        Button clear = Buttons.icon("mdi2c-close", desk.text("activity.filter.clear"), () -> model.show(""));
        HBox row = new HBox(6, field, clear);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** Up and down walk through earlier filters. */
    private void history(KeyEvent e) {
        if (e.getCode() != KeyCode.UP && e.getCode() != KeyCode.DOWN) {
            return;
        }
        List<String> earlier = model.history();
        historyStep = Math.clamp(historyStep + (e.getCode() == KeyCode.UP ? 1 : -1), 0, earlier.size());
        if (historyStep > 0) {
            field.setText(earlier.get(earlier.size() - historyStep));
            field.end();
        }
        e.consume();
    }

    private void follow(String text) {
        if (!text.equals(field.getText())) {
            typing.stop();
            field.setText(text);
            field.end();
        }
    }

    private void tell(@Nullable FilterSyntaxException e) {
        problem.setVisible(e != null);
        field.pseudoClassStateChanged(Styles.STATE_DANGER, e != null);
        if (e != null) {
            String sentence = desk.text(
                    "activity.problem." + e.problem().name().toLowerCase(java.util.Locale.ROOT), e.position() + 1);
            problem.setText(
                    e.suggestion().isEmpty()
                            ? sentence
                            : sentence + " " + desk.text("activity.problem.suggestion", e.suggestion()));
        }
    }

    private void showChips() {
        List<Filter> parts = model.filter().chips();
        chips.getChildren().setAll(parts.stream().map(this::chip).toList());
        chips.setVisible(!parts.isEmpty());
    }

    private HBox chip(Filter part) {
        Label text = new Label(chipText.of(part));
        text.setMinWidth(USE_PREF_SIZE);
        Button remove = Buttons.icon(
                "mdi2c-close", desk.text("activity.chip.remove", text.getText()), () -> model.remove(part));
        HBox chip = new HBox(2, text, remove);
        chip.setAlignment(Pos.CENTER_LEFT);
        chip.getStyleClass().add("chip");
        if (part instanceof Filter.Not) {
            chip.getStyleClass().add("chip-not");
        }
        return chip;
    }

    /** Puts the cursor into the text. */
    void takeFocus() {
        field.requestFocus();
        field.selectAll();
    }
}
