package dev.rebound.console.kit;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A list beneath a field while its cursor stays in the text: up and down choose, Enter or Tab takes, Escape goes away.
 * The first suggestion is chosen at once where Enter shall take it.
 */
public final class Suggestions {
    private static final double ROW = 28;
    private static final int MOST = 12;

    /**
     * One suggestion.
     *
     * @param text what is taken
     * @param detail why it is offered, or how many there are
     */
    public record Suggestion(String icon, String text, String detail, Runnable take) {}

    private static final double LEAST_WIDTH = 420;
    /** The room of icon, gaps and a scroll bar. */
    private static final double BESIDE = 90;

    private final TextInputControl field;
    private final Popup popup = new Popup();
    private final ListView<Suggestion> list = new ListView<>();

    /** Suggestions for a field. */
    public Suggestions(TextInputControl field) {
        this.field = field;
        list.setId(field.getId() + "-suggestions");
        list.setFixedCellSize(ROW);
        list.setFocusTraversable(false);
        list.getStyleClass().addAll(Styles.DENSE, "suggestions");
        list.setCellFactory(l -> new SuggestionCell());
        list.setOnMouseClicked(e -> take());
        popup.getContent().add(list);
        popup.setAutoHide(true);
        // Who presses something beside the list means that.
        popup.setConsumeAutoHidingEvents(false);
        popup.setHideOnEscape(false);
        field.focusedProperty().addListener((o, was, is) -> {
            if (!is) {
                popup.hide();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Shows suggestions; none hides the list. */
    public void show(List<Suggestion> suggestions, boolean chooseFirst) {
        list.getItems().setAll(suggestions);
        if (suggestions.isEmpty() || field.getScene() == null || !field.isFocused()) {
            popup.hide();
            return;
        }
        list.getSelectionModel().clearSelection();
        if (chooseFirst) {
            list.getSelectionModel().select(0);
        }
        double height = Math.min(MOST, suggestions.size()) * ROW + 4;
        list.setMinHeight(height);
        list.setPrefHeight(height);
        list.setMaxHeight(height);
        list.setPrefWidth(Math.max(field.getWidth(), widest(suggestions)));
        Bounds bounds = field.localToScreen(field.getBoundsInLocal());
        if (bounds != null) {
            popup.getScene().getStylesheets().setAll(field.getScene().getStylesheets());
            popup.show(field, bounds.getMinX(), bounds.getMaxY() + 2);
        }
    }

    /** So wide that no suggestion is cut, as long as the window is as wide. */
    private double widest(List<Suggestion> suggestions) {
        double widest = LEAST_WIDTH;
        for (Suggestion s : suggestions) {
            widest = Math.max(widest, BESIDE + measured(s.text()) + measured(s.detail()));
        }
        return Math.min(widest, field.getScene().getWidth() - BESIDE);
    }

    private double measured(String words) {
        Text text = new Text(words);
        text.setFont(field.getFont());
        return text.getLayoutBounds().getWidth();
    }

    /** Takes the list away. */
    public void hide() {
        popup.hide();
    }

    /** Whether the list is there. */
    public boolean isShowing() {
        return popup.isShowing();
    }

    private void key(KeyEvent e) {
        if (!popup.isShowing() || e.isAltDown() || e.isShortcutDown()) {
            return;
        }
        int chosen = list.getSelectionModel().getSelectedIndex();
        switch (e.getCode()) {
            case DOWN -> choose(Math.min(list.getItems().size() - 1, chosen + 1));
            case UP -> choose(Math.max(0, chosen - 1));
            case ESCAPE -> popup.hide();
            case ENTER, TAB -> {
                if (chosen < 0) {
                    popup.hide();
                    return;
                }
                take();
            }
            default -> {
                return;
            }
        }
        e.consume();
    }

    private void choose(int index) {
        list.getSelectionModel().select(index);
        list.scrollTo(Math.max(0, index - MOST + 1));
    }

    private void take() {
        Suggestion chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            popup.hide();
            chosen.take().run();
        }
    }

    private static final class SuggestionCell extends ListCell<Suggestion> {
        private final FontIcon icon = new FontIcon();
        private final Label text = new Label();
        private final Label detail = new Label();
        private final HBox line = new HBox(8, icon, text, detail);

        SuggestionCell() {
            line.setAlignment(Pos.CENTER_LEFT);
            text.setMinWidth(0);
            HBox.setHgrow(text, Priority.ALWAYS);
            text.setMaxWidth(Double.MAX_VALUE);
            detail.setMinWidth(Region.USE_PREF_SIZE);
            detail.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Suggestion item, boolean empty) {
            super.updateItem(item, empty);
            if (empty || item == null) {
                setGraphic(null);
                return;
            }
            icon.setIconLiteral(item.icon());
            text.setText(item.text());
            detail.setText(item.detail());
            setAccessibleText(item.text() + ", " + item.detail());
            setGraphic(line);
        }
    }
}
