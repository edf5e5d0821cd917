package dev.rebound.console.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
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
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/** Markdown as nodes: headings, paragraphs, lists, tables, lines of code. What else it may hold is shown as it is written. */
public final class MarkdownFlow extends VBox {
    /** What a column between the first and the last takes, in hundredths of the width; a letter takes about one. */
    private static final double LEAST_BETWEEN = 13;

    /** The nodes of a page that was read. */
    public MarkdownFlow(Node page) {
        super(8);
        children(page).forEach(block -> getChildren().add(block(block)));
    }

    /** Words that a person typed: their lines stay lines. */
    public static MarkdownFlow typed(String markdown) {
        return page(markdown.replaceAll("(?<!\\n)\\n(?!\\n)", "  \n"));
    }

    /** A page of Markdown. */
    public static MarkdownFlow page(String markdown) {
        Parser parser =
                Parser.builder().extensions(List.of(TablesExtension.create())).build();
        return new MarkdownFlow(parser.parse(markdown));
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
            case IndentedCodeBlock code -> code(code.getLiteral());
            case FencedCodeBlock code -> code(code.getLiteral());
            case HtmlBlock html -> code(html.getLiteral());
            case BlockQuote quote -> {
                VBox blocks = new VBox(5);
                blocks.getStyleClass().add("help-quote");
                children(quote).forEach(b -> blocks.getChildren().add(block(b)));
                yield blocks;
            }
            case ThematicBreak line -> new Separator();
            case TableBlock table -> table(table);
            default -> words(block);
        };
    }

    private static Label code(String literal) {
        Label lines = new Label(literal.stripTrailing());
        lines.setMaxWidth(Double.MAX_VALUE);
        lines.setWrapText(true);
        lines.setMinHeight(USE_PREF_SIZE);
        lines.getStyleClass().addAll("mono", "help-code");
        return lines;
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
        grid.getColumnConstraints().setAll(shares(longestWords(table)));
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

    /** The first column a third, those between as wide as their longest word, the last one the rest. */
    private static List<ColumnConstraints> shares(List<Integer> longestWords) {
        int columns = longestWords.size();
        double first = columns <= 2 ? 36 : 30;
        double left = 100;
        List<ColumnConstraints> shares = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            double wanted = i == 0
                    ? first
                    : Math.min((100 - first) / (columns - 1), Math.max(LEAST_BETWEEN, longestWords.get(i) + 3));
            ColumnConstraints share = new ColumnConstraints();
            share.setPercentWidth(i < columns - 1 ? wanted : left);
            left -= share.getPercentWidth();
            shares.add(share);
        }
        return shares;
    }

    /** The letters of the longest word of each column. */
    private static List<Integer> longestWords(TableBlock table) {
        List<Integer> longest = new ArrayList<>();
        for (Node part : children(table)) {
            for (Node line : children(part)) {
                int column = 0;
                for (Node cell : children(line)) {
                    int word = children(cell).stream()
                            .filter(org.commonmark.node.Text.class::isInstance)
                            .flatMap(t -> Arrays.stream(
                                    ((org.commonmark.node.Text) t).getLiteral().split("\\s+", -1)))
                            .mapToInt(String::length)
                            .max()
                            .orElse(0);
                    if (column == longest.size()) {
                        longest.add(0);
                    }
                    longest.set(column, Math.max(longest.get(column), word));
                    column++;
                }
            }
        }
        return longest;
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
                case HardLineBreak line -> flow.getChildren().add(text("\n", style));
                case HtmlInline html -> flow.getChildren().add(text(html.getLiteral(), style));
                case Image image -> {
                    add(flow, image, style);
                    flow.getChildren().add(text(" (" + image.getDestination() + ")", style));
                }
                case Link link -> {
                    add(flow, link, style);
                    if (!(link.getFirstChild() instanceof org.commonmark.node.Text words
                            && words.getLiteral().equals(link.getDestination()))) {
                        flow.getChildren().add(text(" (" + link.getDestination() + ")", style));
                    }
                }
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
