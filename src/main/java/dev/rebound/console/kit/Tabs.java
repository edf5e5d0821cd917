package dev.rebound.console.kit;

import atlantafx.base.theme.Styles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/** The parts of a view as a row of buttons, exactly one of which is pressed. */
public final class Tabs<T extends Enum<T>> extends WrappingLine {
    private final Map<T, ToggleButton> buttons = new LinkedHashMap<>();
    private boolean walked;

    /**
     * A row of tabs; each button's id is {@code tab-} and the value's name in lower case.
     *
     * @param chosen hears of the value that a person presses
     */
    public Tabs(List<T> values, Function<T, String> words, Consumer<T> chosen) {
        super(0);
        ToggleGroup group = new ToggleGroup();
        addEventFilter(KeyEvent.KEY_PRESSED, e -> walked = true);
        addEventFilter(MouseEvent.MOUSE_PRESSED, e -> walked = false);
        for (T value : values) {
            ToggleButton button = Toggles.byArrows(new ToggleButton(words.apply(value)));
            button.setToggleGroup(group);
            button.setMinWidth(USE_PREF_SIZE);
            button.setId("tab-" + value.name().toLowerCase(Locale.ROOT));
            button.getStyleClass()
                    .add(
                            value == values.getFirst()
                                    ? Styles.LEFT_PILL
                                    : value == values.getLast() ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
            button.setOnAction(e -> {
                button.setSelected(true);
                chosen.accept(value);
            });
            buttons.put(value, button);
            getChildren().add(button);
        }
    }

    /** Presses the button of a value; nobody is told. */
    public void show(T value) {
        button(value).setSelected(true);
    }

    /** Writes another text on the button of a value. */
    public void text(T value, String text) {
        button(value).setText(text);
    }

    /** Puts the cursor on the pressed button. */
    public void takeFocus() {
        buttons.values().stream().filter(ToggleButton::isSelected).findFirst().ifPresent(ToggleButton::requestFocus);
    }

    /** Whether a person goes along the buttons with the keyboard: then the cursor is not taken from them. */
    public boolean areWalked() {
        return walked && buttons.values().stream().anyMatch(ToggleButton::isFocused);
    }

    private ToggleButton button(T value) {
        return Objects.requireNonNull(buttons.get(value));
    }
}
