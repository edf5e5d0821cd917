package dev.rebound.chart;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes a drawing as an SVG file that stands alone: no script, no link, no font of its own. */
public final class Svg {
    private static final String FONTS = "Helvetica Neue, Segoe UI, Arial, DejaVu Sans, sans-serif";

    private Svg() {}

    /** The file's text. */
    public static String of(Drawing drawing, boolean dark) {
        StringBuilder out = new StringBuilder();
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"%s\" height=\"%s\" "
                .formatted(n(drawing.width()), n(drawing.height())));
        out.append("viewBox=\"0 0 %s %s\" font-family=\"%s\">\n"
                .formatted(n(drawing.width()), n(drawing.height()), FONTS));
        out.append("<title>").append(escaped(drawing.title())).append("</title>\n");
        out.append("<rect width=\"100%\" height=\"100%\" fill=\"")
                .append(Ink.GROUND.hex(dark))
                .append("\"/>\n");
        drawing.marks().forEach(m -> mark(m, dark, out));
        return out.append("</svg>\n").toString();
    }

    private static void mark(Mark mark, boolean dark, StringBuilder out) {
        switch (mark) {
            case Mark.Box b ->
                close(
                        out.append("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\""
                                .formatted(
                                        n(b.x()),
                                        n(b.y()),
                                        n(b.width()),
                                        n(b.height()),
                                        b.ink().hex(dark))),
                        "rect",
                        b.spot());
            case Mark.Dot d ->
                close(
                        out.append("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\""
                                .formatted(
                                        n(d.x()),
                                        n(d.y()),
                                        n(d.radius()),
                                        d.ink().hex(dark))),
                        "circle",
                        d.spot());
            case Mark.Area a ->
                close(
                        out.append("<polygon points=\"%s\" fill=\"%s\""
                                .formatted(points(a.points()), a.ink().hex(dark))),
                        "polygon",
                        a.spot());
            case Mark.Line l ->
                out.append("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\"%s/>\n"
                        .formatted(
                                points(l.points()),
                                l.ink().hex(dark),
                                n(l.width()),
                                l.dashed() ? " stroke-dasharray=\"4 3\"" : ""));
            case Mark.Text t ->
                out.append("<text x=\"%s\" y=\"%s\" font-size=\"%s\" text-anchor=\"%s\" fill=\"%s\"%s>%s</text>\n"
                        .formatted(
                                n(t.x()),
                                n(t.y()),
                                n(t.size()),
                                t.anchor().name().toLowerCase(Locale.ROOT),
                                t.ink().hex(dark),
                                t.bold() ? " font-weight=\"bold\"" : "",
                                escaped(t.text())));
        }
    }

    private static void close(StringBuilder out, String element, @Nullable Spot spot) {
        if (spot == null) {
            out.append("/>\n");
        } else {
            out.append("><title>")
                    .append(escaped(spot.words()))
                    .append("</title></")
                    .append(element)
                    .append(">\n");
        }
    }

    private static String points(List<Point> points) {
        StringBuilder out = new StringBuilder();
        points.forEach(p -> out.append(out.isEmpty() ? "" : " ")
                .append(n(p.x()))
                .append(',')
                .append(n(p.y())));
        return out.toString();
    }

    /** A length with at most two decimals, written alike in every language. */
    private static String n(double v) {
        String text = String.format(Locale.ROOT, "%.2f", v);
        return text.replaceAll("\\.?0+$", "");
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> {
                    // What XML cannot hold is left out.
                    if (c >= 0x20 && c != 0xFFFE && c != 0xFFFF && !(c >= 0xD800 && c <= 0xDFFF)) {
                        out.appendCodePoint(c);
                    }
                }
            }
        });
        return out.toString();
    }
}
