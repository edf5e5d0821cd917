package dev.rebound.evidence;

import java.util.ArrayList;
import java.util.List;

/** What a person reads, before it is Markdown or HTML. */
final class Page {
    /** A piece of the page. */
    sealed interface Block {
        /** A heading; 1 is the page's own. */
        record Heading(int level, String text) implements Block {}

        /** A sentence or several. */
        record Paragraph(String text) implements Block {}

        /** A sentence that decides something, e.g. that the sum adds up. */
        record Strong(String text) implements Block {}

        /** Words of somebody else, or a filter: letter by letter. */
        record Quote(String text) implements Block {}

        /** A table; {@code numbers} are the columns that hold numbers. */
        record Table(List<String> head, List<List<String>> rows, List<Integer> numbers) implements Block {
            public Table {
                head = List.copyOf(head);
                rows = List.copyOf(rows);
                numbers = List.copyOf(numbers);
            }
        }
    }

    private final List<Block> blocks = new ArrayList<>();

    /** The pieces in their order. */
    List<Block> blocks() {
        return List.copyOf(blocks);
    }

    void heading(int level, String text) {
        blocks.add(new Block.Heading(level, text));
    }

    void paragraph(String text) {
        blocks.add(new Block.Paragraph(text));
    }

    void strong(String text) {
        blocks.add(new Block.Strong(text));
    }

    void quote(String text) {
        blocks.add(new Block.Quote(text));
    }

    void table(List<String> head, List<List<String>> rows, Integer... numbers) {
        blocks.add(new Block.Table(head, rows, List.of(numbers)));
    }
}
