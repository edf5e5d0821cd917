package dev.rebound.evidence;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A page as one HTML file without scripts, pictures or links, that prints well on A4 and on Letter, with the browser's backgrounds or without:
 * table heads repeat, rows do not break, no heading stands alone, and pages are numbered where the browser can. Whatever comes
 * from outside is text, never markup.
 */
final class Html {
    /** No paper is named: the printer's own is the right one. Nothing is told by a background, which browsers leave out on paper. */
    private static final String STYLE = """
            :root { color-scheme: light; }
            @page { margin: 16mm 15mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; color: #57606a; } }
            body { font: 11pt/1.45 "Helvetica Neue", Arial, "DejaVu Sans", sans-serif; color: #1f2328; background: #fff;
                   max-width: 60em; margin: 2em auto; padding: 0 1em; overflow-wrap: break-word; }
            p { orphans: 3; widows: 3; }
            h1 { font-size: 17pt; margin: 0 0 .3em; overflow-wrap: anywhere; }
            h2 { font-size: 12.5pt; margin: 1.6em 0 .4em; border-bottom: 1px solid #c8ccd1; }
            h1, h2, p:has(+ table), p:has(+ pre) { break-after: avoid; }
            table { border-collapse: collapse; width: 100%; margin: .6em 0; font-size: 9.5pt; }
            thead { display: table-header-group; }
            tr, .s { break-inside: avoid; }
            tbody tr:first-child, tbody tr:nth-last-child(2) { break-after: avoid; }
            table + p, pre + p { break-before: avoid; }
            th, td { border: 1px solid #c8ccd1; padding: .25em .5em; text-align: left; vertical-align: top; }
            th { background: #f0f2f4; }
            .n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
            .w { overflow-wrap: anywhere; font-size: 8.5pt; min-width: 14em; }
            .u { word-break: break-all; font-size: 8pt; min-width: 18em; }
            .f { font: 7.5pt/1.4 "DejaVu Sans Mono", Consolas, Menlo, monospace; overflow-wrap: anywhere; min-width: 33ch; }
            .sum { font-weight: bold; }
            pre { font: 9pt/1.4 "DejaVu Sans Mono", Consolas, Menlo, monospace; background: #f0f2f4; padding: .5em .7em;
                  border-left: 3px solid #c8ccd1; white-space: pre-wrap; overflow-wrap: anywhere; }
            @media print { body { max-width: none; margin: 0; padding: 0; } }
            """;

    /** A table of no more rows goes to the next page as a whole. */
    private static final int KEPT_TOGETHER = 8;

    /** A longer word would widen its column over the paper's edge. */
    private static final Pattern LONG_WORD = Pattern.compile("[^\\s\u00ad-]{28,}");

    private static final Pattern FINGERPRINT = Pattern.compile("[0-9a-f]{64}");

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
        out.append(t.rows().size() <= KEPT_TOGETHER ? "<table class=\"s\">\n<thead>" : "<table>\n<thead>");
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
            element(cell, kind(cells.get(c), t.numbers().contains(c)), cells.get(c), out);
        }
        out.append("</tr>");
    }

    private static String kind(String cell, boolean number) {
        if (number) {
            return " class=\"n\"";
        }
        if (FINGERPRINT.matcher(cell).matches()) {
            return " class=\"f\"";
        }
        if (!LONG_WORD.matcher(cell).find()) {
            return "";
        }
        return cell.indexOf(' ') < 0 ? " class=\"u\"" : " class=\"w\"";
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
