package dev.rebound.console.activity;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.Clip;
import dev.rebound.console.kit.Formats;
import dev.rebound.console.kit.MaskedText;
import dev.rebound.console.kit.PersonField;
import dev.rebound.filter.FilterSyntaxException;
import dev.rebound.filter.PastedList;
import javafx.geometry.Point2D;
import javafx.scene.control.TextField;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The filter's text; a wrong part is underlined, a pasted column of addresses becomes a list. */
final class FilterField extends StackPane {
    private static final double WAVE = 3;

    private final PersonField field;
    private final Path line = new Path();
    private @Nullable FilterSyntaxException wrong;

    FilterField(String prompt, String name, Formats formats) {
        field = new Pasting(formats);
        field.setId("activity-filter");
        field.setLeft(new FontIcon("mdi2m-magnify"));
        field.setPromptText(prompt);
        field.setAccessibleText(name);
        line.getStyleClass().add("filter-error");
        line.setManaged(false);
        Pane over = new Pane(line);
        over.setMouseTransparent(true);
        getChildren().setAll(field, over);
        field.textProperty().addListener((o, before, now) -> requestLayout());
        field.caretPositionProperty().addListener((o, before, now) -> requestLayout());
    }

    TextField field() {
        return field;
    }

    /** Underlines what cannot be read, or nothing. */
    void underline(@Nullable FilterSyntaxException problem) {
        wrong = problem;
        field.pseudoClassStateChanged(Styles.STATE_DANGER, problem != null);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        line.getElements().clear();
        Text text = shownText();
        FilterSyntaxException problem = wrong;
        if (problem == null || text == null || getScene() == null) {
            return;
        }
        int length = text.getText().length();
        int from = Math.clamp(problem.position(), 0, Math.max(0, length - 1));
        int to = Math.clamp((long) problem.position() + problem.length(), from + 1, Math.max(from + 1, length));
        Path range = new Path(text.rangeShape(from, Math.min(to, length)));
        Point2D origin = sceneToLocal(text.localToScene(0, 0));
        double left = origin.getX() + range.getLayoutBounds().getMinX();
        double right = origin.getX() + range.getLayoutBounds().getMaxX();
        double y = origin.getY() + range.getLayoutBounds().getMaxY();
        if (range.getLayoutBounds().isEmpty()) {
            right = left + 8;
        }
        draw(Math.max(24, left), Math.min(getWidth() - 4, Math.max(right, left + 6)), y);
    }

    /** A wave under the wrong part, with a caret where it begins. */
    private void draw(double left, double right, double y) {
        line.getElements().add(new MoveTo(left, y));
        boolean up = false;
        for (double x = left + WAVE; x <= right; x += WAVE) {
            line.getElements().add(new LineTo(x, up ? y : y + WAVE - 1));
            up = !up;
        }
        line.getElements().addAll(new MoveTo(left - 3, y + 6), new LineTo(left, y + 2), new LineTo(left + 3, y + 6));
    }

    private @Nullable Text shownText() {
        return field.lookupAll(".text").stream()
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .filter(t -> !t.getText().isEmpty()
                        && (t.getText().equals(field.getText()) || t.getText().equals(MaskedText.of(field.getText()))))
                .findFirst()
                .orElse(null);
    }

    private static final class Pasting extends PersonField {
        Pasting(Formats formats) {
            super(formats);
        }

        @Override
        public void paste() {
            PastedList.of(Clip.text()).ifPresentOrElse(list -> replaceSelection(list.toText() + " "), super::paste);
        }
    }
}
