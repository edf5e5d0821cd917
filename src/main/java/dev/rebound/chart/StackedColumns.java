package dev.rebound.chart;

import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Columns side by side, each of several pieces, with a name below where there is room for it.
 *
 * @param axis what the names below are, e.g. the offset of the times; it stands beneath the scale
 */
public record StackedColumns(
        String title, String axis, List<Column> columns, List<ShareBars.Named> names, LongFunction<String> numbers)
        implements Chart {
    private static final double LEFT = 58;
    private static final double TOP = 14;

    /** A piece of a column. */
    public record Piece(long count, Ink ink, @Nullable Spot spot) {}

    /** A column from the bottom up. */
    public record Column(String name, List<Piece> pieces) {
        public Column {
            pieces = List.copyOf(pieces);
        }

        long count() {
            return pieces.stream().mapToLong(Piece::count).sum();
        }
    }

    public StackedColumns {
        columns = List.copyOf(columns);
        names = List.copyOf(names);
    }

    @Override
    public Drawing draw(double width, double height) {
        double wide = Math.max(width, 360);
        List<String> words = names.stream().map(ShareBars.Named::name).toList();
        double foot = 44 + 18 * (Sketch.legendRows(wide - LEFT, words) - 1);
        double high = Math.max(height, 170 + foot);
        Sketch sketch = new Sketch();
        long most = columns.stream().mapToLong(Column::count).max().orElse(1);
        Scale y = new Scale(0, most, high - foot, TOP);
        for (double tick : y.counts(5)) {
            sketch.line(LEFT, y.at(tick), wide - 8, y.at(tick), Ink.GRID);
            sketch.small(LEFT - 8, y.at(tick) + 4, numbers.apply(Math.round(tick)), Mark.Anchor.END, Ink.MUTED);
        }
        double room = (wide - LEFT - 8) / Math.max(1, columns.size());
        double bar = Math.min(64, Math.max(1, room - Math.min(8, room * 0.2)));
        double longest =
                columns.stream().mapToDouble(c -> Sketch.width(c.name())).max().orElse(1);
        int every = Math.max(1, (int) Math.ceil((longest + 10) / room));
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            double x = LEFT + i * room + (room - bar) / 2;
            long floor = 0;
            for (Piece piece : column.pieces()) {
                if (piece.count() > 0) {
                    double top = y.at(floor + piece.count());
                    double tall = Math.max(1, y.at(floor) - top);
                    sketch.box(x, top, bar, tall, piece.ink(), piece.spot());
                    floor += piece.count();
                }
            }
            if (i % every == 0) {
                sketch.small(x + bar / 2, high - foot + 17, column.name(), Mark.Anchor.MIDDLE, Ink.MUTED);
            }
        }
        sketch.small(LEFT - 8, high - foot + 36, axis, Mark.Anchor.END, Ink.MUTED);
        sketch.legend(
                LEFT,
                high - foot + 36,
                wide - LEFT,
                names.stream().map(ShareBars.Named::ink).toList(),
                words);
        return sketch.finished(wide, high, title);
    }
}
