package dev.rebound.evidence;

import java.util.List;

/** A page as Markdown that reads well without any program, too. */
final class Markdown {
    private Markdown() {}

    static String of(Page page) {
        StringBuilder out = new StringBuilder();
        for (Page.Block block : page.blocks()) {
            switch (block) {
                case Page.Block.Heading h ->
                    out.append("#".repeat(h.level())).append(' ').append(text(h.text()));
                case Page.Block.Paragraph p -> out.append(text(p.text()));
                case Page.Block.Strong s ->
                    out.append("**").append(text(s.text())).append("**");
                case Page.Block.Quote q -> out.append("    ").append(q.text().replaceAll("\\R", "\n    "));
                case Page.Block.Table t -> table(t, out);
            }
            out.append("\n\n");
        }
        return out.toString().stripTrailing() + "\n";
    }

    private static void table(Page.Block.Table t, StringBuilder out) {
        line(t.head(), out);
        out.append("\n|");
        for (int c = 0; c < t.head().size(); c++) {
            out.append(t.numbers().contains(c) ? " ---: |" : " --- |");
        }
        for (List<String> row : t.rows()) {
            out.append('\n');
            line(row, out);
        }
    }

    private static void line(List<String> cells, StringBuilder out) {
        out.append('|');
        cells.forEach(c -> out.append(' ').append(text(c)).append(" |"));
    }

    /** Signs that Markdown or a browser would read are escaped; a line break would end a table's row. */
    private static String text(String text) {
        return text.replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("<", "\\<")
                .replace("*", "\\*")
                .replace("`", "\\`")
                .replaceAll("\\R", " ");
    }
}
