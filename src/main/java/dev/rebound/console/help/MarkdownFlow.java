package dev.rebound.console.help;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;

/** A page of Markdown as nodes: headings, paragraphs, lists, tables, lines of code. */
final class MarkdownFlow extends VBox {
    MarkdownFlow(Node page) {
        super(8);
        getStyleClass().add("help-page");
        children(page).forEach(block -> getChildren().add(block(block)));
    }

    private static List<Node> children(Node parent) {
        List<Node> all = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            all.add(child);
        }
        return all;
    }

    private static Region block(Node block) {
        return switch (block) {
            case Heading heading -> {
                TextFlow flow = words(heading);
                flow.getStyleClass().add("help-heading-" + heading.getLevel());
                yield flow;
            }
            case BulletList list -> list(list, false);
            case OrderedList list -> list(list, true);
            case IndentedCodeBlock code -> {
                Label lines = new Label(code.getLiteral().stripTrailing());
                lines.setMaxWidth(Double.MAX_VALUE);
                lines.getStyleClass().addAll("mono", "help-code");
                yield lines;
            }
            case TableBlock table -> table(table);
            case Paragraph paragraph -> words(paragraph);
            default -> throw new IllegalStateException("no help page holds " + block.getClass());
        };
    }

    private static VBox list(Node list, boolean numbered) {
        VBox lines = new VBox(5);
        int number = 1;
        for (Node item : children(list)) {
            Label sign = new Label(numbered ? number++ + "." : "•");
            sign.setMinWidth(USE_PREF_SIZE);
            sign.getStyleClass().add("help-sign");
            VBox blocks = new VBox(5);
            children(item).forEach(b -> blocks.getChildren().add(block(b)));
            HBox.setHgrow(blocks, Priority.ALWAYS);
            lines.getChildren().add(new HBox(8, sign, blocks));
        }
        return lines;
    }

    private static GridPane table(TableBlock table) {
        GridPane grid = new GridPane(14, 5);
        grid.getStyleClass().add("help-table");
        ColumnConstraints narrow = new ColumnConstraints();
        narrow.setPercentWidth(36);
        ColumnConstraints wide = new ColumnConstraints();
        wide.setPercentWidth(64);
        grid.getColumnConstraints().setAll(narrow, wide);
        int row = 0;
        for (Node part : children(table)) {
            boolean head = part instanceof TableHead;
            for (Node line : head || part instanceof TableBody ? children(part) : List.<Node>of()) {
                if (line instanceof TableRow && !(head && isEmpty(line))) {
                    int column = 0;
                    for (Node cell : children(line)) {
                        TextFlow words = words((TableCell) cell);
                        words.getStyleClass().add(head ? "help-table-head" : "help-table-cell");
                        grid.add(words, column++, row);
                    }
                    row++;
                }
            }
        }
        return grid;
    }

    private static boolean isEmpty(Node line) {
        return children(line).stream().allMatch(cell -> cell.getFirstChild() == null);
    }

    private static TextFlow words(Node parent) {
        TextFlow flow = new TextFlow();
        add(flow, parent, "help-text");
        return flow;
    }

    private static void add(TextFlow flow, Node parent, String style) {
        for (Node child : children(parent)) {
            switch (child) {
                case org.commonmark.node.Text text -> flow.getChildren().add(text(text.getLiteral(), style));
                case Code code -> flow.getChildren().add(text(code.getLiteral(), "help-mono"));
                case Emphasis emphasis -> add(flow, emphasis, "help-emphasis");
                case StrongEmphasis strong -> add(flow, strong, "help-strong");
                case SoftLineBreak line -> flow.getChildren().add(text(" ", style));
                default -> add(flow, child, style);
            }
        }
    }

    private static Text text(String literal, String style) {
        Text text = new Text(literal);
        text.getStyleClass().addAll("help-text", style);
        return text;
    }
}
