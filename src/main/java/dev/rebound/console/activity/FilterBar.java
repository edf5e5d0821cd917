package dev.rebound.console.activity;

import atlantafx.base.theme.Styles;
import dev.rebound.console.activity.Completion.Proposal;
import dev.rebound.console.kit.Buttons;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.FilterWords;
import dev.rebound.console.kit.Suggestions;
import dev.rebound.console.kit.Suggestions.Suggestion;
import dev.rebound.console.kit.keys.KeyAct;
import dev.rebound.filter.Filter;
import dev.rebound.filter.FilterSyntaxException;
import java.util.List;
import java.util.Locale;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** The filter as text and as chips: two looks at the same filter. */
final class FilterBar extends VBox {
    private static final Duration PAUSE = Duration.millis(150);

    private final ActivityModel model;
    private final Desk desk;
    private final FilterWords filterWords;
    private final FilterField box;
    private final TextField field;
    private final Suggestions suggestions;
    private final LongLists lists;
    private final FlowPane chips = new FlowPane(6, 4);
    private final Label problem = new Label();
    private final Hyperlink better = new Hyperlink();
    private final PauseTransition typing = new PauseTransition(PAUSE);
    private boolean completing;

    FilterBar(ActivityModel model, Desk desk) {
        super(6);
        this.model = model;
        this.desk = desk;
        this.filterWords = new FilterWords(desk.words(), desk.formats());
        this.lists = new LongLists(desk);
        box = new FilterField(desk.text("activity.filter.prompt"), desk.text("activity.filter.name"), desk.formats());
        field = box.field();
        suggestions = new Suggestions(field);
        HBox trouble = new HBox(8, problem, better);
        trouble.setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("filter-bar");
        getChildren().addAll(textRow(), trouble, chips);
        problem.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.DANGER);
        better.setId("filter-better");
        trouble.visibleProperty().bind(problem.visibleProperty());
        trouble.managedProperty().bind(problem.visibleProperty());
        chips.managedProperty().bind(chips.visibleProperty());
        model.textProperty().addListener((o, before, now) -> follow(now));
        model.problemProperty().addListener((o, before, now) -> tell(now));
        model.resultProperty().addListener((o, before, now) -> showChips());
        follow(model.textProperty().get());
        tell(model.problemProperty().get());
    }

    private HBox textRow() {
        field.setTooltip(new Tooltip(desk.text("activity.filter.help")));
        HBox.setHgrow(box, Priority.ALWAYS);
        typing.setOnFinished(e -> {
            model.textProperty().set(lists.whole(field.getText()));
            if (field.isFocused() && !suggestions.isShowing()) {
                offer();
            }
        });
        field.textProperty().addListener((o, before, now) -> {
            shorten(now);
            if (!lists.whole(field.getText()).equals(model.textProperty().get())) {
                typing.playFromStart();
            }
            if (suggestions.isShowing() && completing) {
                // The cursor follows the text.
                desk.background().later(this::offer);
            }
        });
        field.setOnAction(e -> {
            typing.stop();
            model.textProperty().set(lists.whole(field.getText()));
            model.remember();
        });
        field.focusedProperty().addListener((o, was, is) -> {
            if (was && !is) {
                model.leave();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        Button earlier = Buttons.icon("mdi2h-history", desk.text("activity.filter.history"), () -> {
            field.requestFocus();
            history();
        });
        earlier.setId("filter-history");
        Button clear = Buttons.icon("mdi2c-close", desk.text("activity.filter.clear"), () -> model.show(""));
        HBox row = new HBox(4, box, earlier, clear);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    /** A pasted list of thousands stands by its length. */
    private void shorten(String text) {
        String shown = lists.shown(text);
        if (!shown.equals(text)) {
            field.setText(shown);
            field.end();
        }
    }

    private void key(KeyEvent e) {
        if (desk.keys().matches(KeyAct.COMPLETE, e)) {
            complete();
        } else if (e.getCode() == KeyCode.UP && field.getText().isEmpty() && !suggestions.isShowing()) {
            history();
        } else if (e.getCode() == KeyCode.DOWN && field.getText().isEmpty() && !suggestions.isShowing()) {
            history();
        } else {
            return;
        }
        e.consume();
    }

    /** Earlier filters, the newest first. */
    private void history() {
        completing = false;
        suggestions.show(
                model.history().reversed().stream()
                        .map(t -> new Suggestion("mdi2h-history", desk.person(t), "", () -> model.show(t)))
                        .toList(),
                true);
    }

    /** What may stand at the cursor, the first of it chosen: somebody asked. */
    private void complete() {
        propose(false);
    }

    /** The same for somebody who only types: nothing is chosen, so that no key but the arrows means anything else. */
    private void offer() {
        propose(true);
    }

    private void propose(boolean unasked) {
        ActivityResult of = model.resultProperty().get();
        if (of == null) {
            return;
        }
        String text = field.getText();
        int cursor = field.getCaretPosition();
        Completion completion = new Completion(of, filterWords, desk.words().locale());
        desk.background()
                .latest(
                        "activity-completion",
                        () -> unasked ? completion.whileTyping(text, cursor) : completion.at(text, cursor),
                        found -> {
                            if (!unasked || field.getText().equals(text)) {
                                completing = true;
                                suggestions.show(
                                        found.stream().map(this::suggestion).toList(), !unasked);
                            }
                        });
    }

    private Suggestion suggestion(Proposal p) {
        boolean isField = p.count() < 0;
        return new Suggestion(
                isField ? "mdi2c-code-tags" : "mdi2f-filter-outline",
                desk.person(p.label()),
                isField ? "" : desk.formats().count(p.count()),
                () -> {
                    field.replaceText(p.from(), Math.min(p.to(), field.getLength()), p.insert());
                    field.positionCaret(p.from() + p.insert().length());
                    if (isField) {
                        complete();
                    }
                });
    }

    private void follow(String text) {
        String shown = lists.shown(text);
        if (!text.equals(lists.whole(field.getText()))) {
            typing.stop();
            field.setText(shown);
            field.end();
        }
    }

    private void tell(@Nullable FilterSyntaxException e) {
        problem.setVisible(e != null);
        box.underline(e);
        if (e == null) {
            better.setVisible(false);
            return;
        }
        problem.setText(desk.text("activity.problem." + e.problem().name().toLowerCase(Locale.ROOT), e.position() + 1));
        better.setVisible(!e.suggestion().isEmpty());
        better.setText(desk.text("activity.problem.suggestion", e.suggestion()));
        better.setOnAction(a -> {
            String text = model.textProperty().get();
            model.show(text.substring(0, e.position())
                    + e.suggestion()
                    + text.substring(Math.min(text.length(), e.position() + e.length())));
        });
    }

    private void showChips() {
        List<Filter> parts = model.filter().chips();
        chips.getChildren().setAll(parts.stream().map(this::chip).toList());
        chips.setVisible(!parts.isEmpty());
    }

    private HBox chip(Filter part) {
        Label text = new Label(desk.person(filterWords.of(part)));
        text.setMinWidth(USE_PREF_SIZE);
        Button remove = Buttons.icon(
                "mdi2c-close",
                desk.text("activity.chip.remove", text.getText()),
                () -> model.show(model.filter().without(part)));
        Button pin = Buttons.icon("mdi2p-pin-outline", desk.text("activity.chip.pin", text.getText()), () -> {
            model.show(model.filter().without(part));
            desk.pins().pin(part);
        });
        HBox chip = new HBox(2, text, pin, remove);
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
