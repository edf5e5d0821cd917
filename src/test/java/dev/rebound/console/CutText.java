package dev.rebound.console;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.controls.ModalPane;
import dev.rebound.console.kit.LongText;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/**
 * Finds words in a picture that cannot be read: those that do not fit where they stand, cells and headers of tables included, those
 * that a pane's edge cuts, and those that lie over each other. One thing may be shortened, at a word: a value that is longer than a column by its nature
 * ({@link LongText}), which stands whole in the details.
 */
final class CutText {
    /** Lines of one text may touch: the room above capitals is empty. */
    private static final double TOUCH_PIXELS = 4;

    /** A letter may lean over the edge of its box. */
    private static final double EDGE_PIXELS = 2;

    private static final Set<String> SCROLLED = Set.of("viewport", "clipped-container");

    private record Drawn(
            String words, Bounds where, @Nullable Parent paragraph, boolean told) {}

    private final List<String> cut = new ArrayList<>();
    private final List<Drawn> drawn = new ArrayList<>();
    private final Predicate<Node> over;
    /** Whether what lies beyond an edge comes into sight by scrolling sideways. */
    private boolean reached;
    /** Whether it is told by a toast, which lies over what it tells of until it fades. */
    private boolean told;

    private CutText(Predicate<Node> over) {
        this.over = over;
    }

    /** The words of a window's content that cannot be read as they should. */
    static List<String> in(Parent root) {
        // What stands under a sheet is dimmed and out of reach; the sheet and the toasts over it are what is read.
        boolean sheet = root.lookup(".modal-pane") instanceof ModalPane pane && pane.isDisplay();
        CutText found = new CutText(node -> !sheet || !node.getStyleClass().contains("frame"));
        found.look(root, root.localToScene(root.getLayoutBounds()));
        found.overlaps();
        return found.cut;
    }

    /** The tables of a window's content whose columns do not stand beside each other. */
    static List<String> sideways(Parent root) {
        List<String> tables = new ArrayList<>();
        for (Node table : root.lookupAll(".table-view")) {
            if (scrollsSideways(table)) {
                tables.add("cut: the table " + table.getId() + " scrolls sideways");
            }
        }
        return tables;
    }

    private static boolean scrollsSideways(Node node) {
        return node.lookupAll(".scroll-bar").stream()
                .anyMatch(n -> n instanceof ScrollBar b && b.getOrientation() == Orientation.HORIZONTAL && isShown(b));
    }

    private static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private void look(Node node, Bounds sight) {
        if (!node.isVisible() || node.getOpacity() == 0 || !over.test(node)) {
            return;
        }
        if (node instanceof IndexedCell<?> cell && (cell.isEmpty() || cell.getIndex() < 0)) {
            return;
        }
        Bounds seen = node.getClip() != null || node.getStyleClass().stream().anyMatch(SCROLLED::contains)
                ? common(sight, node.localToScene(node.getLayoutBounds()))
                : sight;
        boolean before = reached;
        boolean toldBefore = told;
        told |= node.getStyleClass().contains("toast");
        reached |= (node instanceof TableView || node instanceof ScrollPane) && scrollsSideways(node);
        if (node instanceof Labeled label) {
            elided(label);
        }
        if (node instanceof TextField field) {
            prompt(field);
        }
        if (node instanceof Text text && !text.getText().isBlank()) {
            Bounds whole = text.localToScene(text.getLayoutBounds());
            Bounds where = common(seen, whole);
            if (!reached
                    && where.getHeight() > 1
                    && (whole.getMinX() < seen.getMinX() - EDGE_PIXELS
                            || whole.getMaxX() > seen.getMaxX() + EDGE_PIXELS)) {
                cut.add("cut by an edge: " + text.getText());
            }
            if (where.getWidth() > 1 && where.getHeight() > 1) {
                drawn.add(new Drawn(text.getText(), where, paragraph(text), told));
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(c -> look(c, seen));
        }
        reached = before;
        told = toldBefore;
    }

    /** The paragraph of words, those of a link inside it among them: its layout keeps them apart, line by line. */
    private static @Nullable Parent paragraph(Text text) {
        Parent in = text.getParent();
        return in instanceof TextFlow
                ? in
                : in instanceof Labeled && in.getParent() instanceof TextFlow flow ? flow : null;
    }

    private void elided(Labeled label) {
        String words = label.getText();
        if (words == null || words.isEmpty()) {
            return;
        }
        String whole = label.isMnemonicParsing() ? words.replaceFirst("_", "") : words;
        for (Node child : label.getChildrenUnmodifiable()) {
            if (!child.equals(label.getGraphic())
                    && child instanceof Text text
                    && !text.getText().equals(words)
                    && !text.getText().equals(whole)) {
                boolean atAWord = label.getStyleClass().contains(LongText.STYLE)
                        && label.getTextOverrun() == OverrunStyle.WORD_ELLIPSIS;
                if (!atAWord) {
                    cut.add("cut: " + words);
                }
            }
        }
    }

    private void prompt(TextField field) {
        String prompt = field.getPromptText();
        if (prompt == null || prompt.isEmpty() || !field.getText().isEmpty()) {
            return;
        }
        Text measured = new Text(prompt);
        measured.setFont(field.getFont());
        double room = field.getWidth()
                - field.getInsets().getLeft()
                - field.getInsets().getRight();
        if (field instanceof CustomTextField beside && beside.getLeft() != null) {
            room -= beside.getLeft().prefWidth(-1);
        }
        if (measured.getLayoutBounds().getWidth() > room + 1) {
            cut.add("cut prompt: " + prompt);
        }
    }

    private void overlaps() {
        for (int i = 0; i < drawn.size(); i++) {
            for (int j = i + 1; j < drawn.size(); j++) {
                if (isOneParagraph(drawn.get(i), drawn.get(j))
                        || drawn.get(i).told() != drawn.get(j).told()) {
                    continue;
                }
                Bounds both = common(drawn.get(i).where(), drawn.get(j).where());
                if (both.getWidth() > TOUCH_PIXELS && both.getHeight() > TOUCH_PIXELS) {
                    cut.add("over each other: " + drawn.get(i).words() + " | "
                            + drawn.get(j).words());
                }
            }
        }
    }

    private static boolean isOneParagraph(Drawn a, Drawn b) {
        return a.paragraph() != null && a.paragraph().equals(b.paragraph());
    }

    private static Bounds common(Bounds a, Bounds b) {
        double x = Math.max(a.getMinX(), b.getMinX());
        double y = Math.max(a.getMinY(), b.getMinY());
        return new BoundingBox(
                x,
                y,
                Math.max(0, Math.min(a.getMaxX(), b.getMaxX()) - x),
                Math.max(0, Math.min(a.getMaxY(), b.getMaxY()) - y));
    }
}
