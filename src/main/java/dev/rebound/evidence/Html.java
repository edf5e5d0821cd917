package dev.rebound.evidence;

import java.util.List;

/**
 * A page as one HTML file without scripts, pictures or links, that prints well on A4: table heads repeat, rows do not
 * break. Whatever comes from outside is text, never markup.
 */
final class Html {
    private static final String STYLE = """
            @page { size: A4; margin: 18mm 16mm; }
            body { font: 11pt/1.45 "Helvetica Neue", Arial, "DejaVu Sans", sans-serif; color: #1f2328; background: #fff;
                   max-width: 60em; margin: 2em auto; padding: 0 1em; }
            h1 { font-size: 17pt; margin: 0 0 .3em; }
            h2 { font-size: 12.5pt; margin: 1.6em 0 .4em; border-bottom: 1px solid #c8ccd1; break-after: avoid; }
            table { border-collapse: collapse; width: 100%; margin: .6em 0; font-size: 9.5pt; }
            thead { display: table-header-group; }
            tr { break-inside: avoid; }
            th, td { border: 1px solid #c8ccd1; padding: .25em .5em; text-align: left; vertical-align: top;
                     overflow-wrap: anywhere; }
            th { background: #f0f2f4; overflow-wrap: normal; }
            .n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
            .sum { font-weight: bold; }
            pre { font: 9pt/1.4 "DejaVu Sans Mono", Consolas, Menlo, monospace; background: #f0f2f4; padding: .5em .7em;
                  white-space: pre-wrap; overflow-wrap: anywhere; }
            @media print { body { max-width: none; margin: 0; padding: 0; } }
            """;

    private Html() {}

    static String of(Page page, String language, String title) {
        StringBuilder out = new StringBuilder();
        out.append("<!DOCTYPE html>\n<html lang=\"")
                .append(language)
                .append("\">\n<head>\n<meta charset=\"utf-8\">\n<title>")
                .append(text(title))
                .append("</title>\n<style>\n")
                .append(STYLE)
                .append("</style>\n</head>\n<body>\n");
        page.blocks().forEach(b -> block(b, out));
        return out.append("</body>\n</html>\n").toString();
    }

    private static void block(Page.Block block, StringBuilder out) {
        switch (block) {
            case Page.Block.Heading h -> element("h" + h.level(), "", h.text(), out);
            case Page.Block.Paragraph p -> element("p", "", p.text(), out);
            case Page.Block.Strong s -> element("p", " class=\"sum\"", s.text(), out);
            case Page.Block.Quote q -> element("pre", "", q.text(), out);
            case Page.Block.Table t -> table(t, out);
        }
        out.append('\n');
    }

    private static void table(Page.Block.Table t, StringBuilder out) {
        out.append("<table>\n<thead>");
        row("th", t.head(), t, out);
        out.append("</thead>\n<tbody>\n");
        for (List<String> row : t.rows()) {
            row("td", row, t, out);
            out.append('\n');
        }
        out.append("</tbody>\n</table>");
    }

    private static void row(String cell, List<String> cells, Page.Block.Table t, StringBuilder out) {
        out.append("<tr>");
        for (int c = 0; c < cells.size(); c++) {
            element(cell, t.numbers().contains(c) ? " class=\"n\"" : "", cells.get(c), out);
        }
        out.append("</tr>");
    }

    private static void element(String name, String attributes, String text, StringBuilder out) {
        out.append('<').append(name).append(attributes).append('>').append(text(text));
        out.append("</").append(name).append('>');
    }

    private static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
