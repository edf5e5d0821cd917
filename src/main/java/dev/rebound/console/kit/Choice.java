package dev.rebound.console.kit;

import java.util.List;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A list to choose one value from, each shown in words. */
public final class Choice<T> extends ComboBox<T> {
    /** A choice between values. */
    public Choice(String name, List<T> values, Function<T, String> words) {
        getItems().setAll(values);
        setAccessibleText(name);
        setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("the list cannot be typed into");
            }
        });
    }
}
