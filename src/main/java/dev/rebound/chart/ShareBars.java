package dev.rebound.chart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines of names, each with bars side by side in lanes: sends against deliveries, the gap by state. All bars of a lane are
 * on one scale.
 *
 * @param lanes their headings
 * @param lines in the order of the drawing
 * @param names the words of the inks that the bars are of, for the legend
 */
public record ShareBars(String title, List<String> lanes, List<Line> lines, List<Named> names) implements Chart {
    private static final double ROW = 26;
    private static final double TOP = 26;
    private static final double FOOT = 30;

    /** An ink in words. */
    public record Named(Ink ink, String name) {}

    /** A piece of a bar. */
    public record Piece(double size, Ink ink, @Nullable Spot spot) {}

    /**
     * A bar.
     *
     * @param text stands before it, so that no bar is read without its number
     * @param usual a mark at what is usual; less than nought where nothing is
     * @param slight stands for so little that the scale is not made for it; it may go beyond the end
     */
    public record Bar(String text, List<Piece> pieces, double usual, boolean slight) {
        public Bar {
            pieces = List.copyOf(pieces);
        }

        double size() {
            return pieces.stream().mapToDouble(Piece::size).sum();
        }
    }

    /** A name and a bar for each lane. */
    public record Line(String name, List<Bar> bars) {
        public Line {
            bars = List.copyOf(bars);
        }
    }

    public ShareBars {
        lanes = List.copyOf(lanes);
        lines = List.copyOf(lines);
        names = List.copyOf(names);
    }

    @Override
    public Drawing draw(double width, double height) {
        double wide = Math.max(width, 520);
        List<String> words = names.stream().map(Named::name).toList();
        double foot = FOOT + 18 * (Sketch.legendRows(wide - 16, words) - 1);
        double row = Math.clamp((height - TOP - foot) / Math.max(1, lines.size()), ROW, 40);
        double high = TOP + row * lines.size() + foot;
        Sketch sketch = new Sketch();
        double nameRoom = Math.min(wide * 0.26, longest());
        double lane = (wide - nameRoom - 16) / lanes.size();
        for (int l = 0; l < lanes.size(); l++) {
            double left = 8 + nameRoom + l * lane;
            sketch.bold(left + textRoom(l), 14, lanes.get(l), Mark.Anchor.START, Ink.TEXT);
            double most = Math.max(1e-9, most(l));
            Scale x = new Scale(0, most, left + textRoom(l), left + lane - 24);
            for (int i = 0; i < lines.size(); i++) {
                bar(sketch, lines.get(i).bars().get(l), x, left + textRoom(l), TOP + i * row, row);
            }
        }
        for (int i = 0; i < lines.size(); i++) {
            double base = TOP + i * row + row / 2 + 4;
            sketch.text(8, base, Sketch.fitted(lines.get(i).name(), nameRoom - 8), Mark.Anchor.START, Ink.TEXT);
            sketch.line(8, TOP + (i + 1) * row, wide - 8, TOP + (i + 1) * row, Ink.GRID);
        }
        sketch.legend(
                8,
                TOP + row * lines.size() + 20,
                wide - 16,
                names.stream().map(Named::ink).toList(),
                words);
        return sketch.finished(wide, Math.max(high, 120), title);
    }

    private static void bar(Sketch sketch, Bar bar, Scale x, double left, double top, double row) {
        sketch.text(left - 10, top + row / 2 + 4, bar.text(), Mark.Anchor.END, Ink.TEXT);
        double tall = Math.min(14, row - 10);
        double at = left;
        for (Piece piece : bar.pieces()) {
            if (piece.size() > 0) {
                double wide = Math.min(Math.max(1.5, x.at(piece.size()) - x.at(0.0)), x.end() + 8 - at);
                sketch.box(at, top + (row - tall) / 2, wide, tall, piece.ink(), piece.spot());
                at += wide;
            }
        }
        if (bar.size() > x.to() * 1.02) {
            sketch.text(x.end() + 10, top + row / 2 + 4, "»", Mark.Anchor.START, Ink.MUTED);
        }
        if (bar.usual() >= 0) {
            double u = x.at(Math.min(bar.usual(), x.to()));
            sketch.curve(List.of(new Point(u, top + 3), new Point(u, top + row - 3)), Ink.TEXT, 2, false);
        }
    }

    private double longest() {
        return 20
                + lines.stream().mapToDouble(l -> Sketch.width(l.name())).max().orElse(0);
    }

    private double textRoom(int lane) {
        return 18
                + lines.stream()
                        .mapToDouble(l -> Sketch.width(l.bars().get(lane).text()))
                        .max()
                        .orElse(0);
    }

    private double most(int lane) {
        return lines.stream()
                .map(l -> l.bars().get(lane))
                .filter(b -> !b.slight()
                        || lines.stream().allMatch(l -> l.bars().get(lane).slight()))
                .mapToDouble(b -> Math.max(b.size(), b.usual()))
                .max()
                .orElse(1);
    }

    /** How high it is drawn at least, with legends of so many rows. */
    public double leastHeight(int legendRows) {
        return TOP + ROW * lines.size() + FOOT + 18 * (legendRows - 1);
    }
}
