package dev.rebound.index;

import dev.rebound.column.EventColumns;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.function.Predicate;

/**
 * Where events stand: a stretch of at most 65,536 rows of some columns, and the row in it, in one number. Immutable; a
 * stretch keeps its number while others come and go.
 */
final class EventPlaces {
    private static final int STRETCH = 1 << 16;
    static final int MOST_STRETCHES = 1 << 16;

    private record Stretch(EventTable.Part part, int from, int length) {}

    private final Stretch[] stretches;
    private final EventColumns[] columns;
    private final int[] from;

    private EventPlaces(Stretch[] stretches) {
        this.stretches = stretches;
        this.columns = new EventColumns[stretches.length];
        this.from = new int[stretches.length];
        for (int s = 0; s < stretches.length; s++) {
            columns[s] = stretches[s].part().columns();
            from[s] = stretches[s].from();
        }
    }

    static EventPlaces of(List<EventTable.Part> parts) {
        return new EventPlaces(stretches(parts).toArray(Stretch[]::new));
    }

    /** These stretches with those of more parts behind them. */
    EventPlaces and(List<EventTable.Part> more) {
        List<Stretch> all = new ArrayList<>(List.of(stretches));
        all.addAll(stretches(more));
        return new EventPlaces(all.toArray(Stretch[]::new));
    }

    /** The same numbers without the columns of stretches that are no longer wanted. */
    EventPlaces without(boolean[] gone) {
        Stretch[] rest = stretches.clone();
        for (int s = 0; s < rest.length; s++) {
            if (gone[s]) {
                rest[s] = new Stretch(new EventTable.Part(-1, new EventColumns()), 0, 0);
            }
        }
        return new EventPlaces(rest);
    }

    /** For each stretch of others, the number of the same stretch here; -1 for those that hold nothing. */
    int[] numbersOf(EventPlaces others) {
        IdentityHashMap<EventColumns, Integer> first = new IdentityHashMap<>();
        for (int s = 0; s < stretches.length; s++) {
            first.putIfAbsent(columns[s], s);
        }
        int[] numbers = new int[others.stretches.length];
        for (int s = 0; s < numbers.length; s++) {
            Integer number = first.get(others.columns[s]);
            if (number == null && others.length(s) > 0) {
                throw new IllegalArgumentException("a part that is not here");
            }
            numbers[s] = number == null ? -1 : number + others.from[s] / STRETCH;
        }
        return numbers;
    }

    private static List<Stretch> stretches(List<EventTable.Part> parts) {
        List<Stretch> out = new ArrayList<>();
        for (EventTable.Part part : parts) {
            for (int at = 0; at < part.columns().size(); at += STRETCH) {
                out.add(new Stretch(part, at, Math.min(STRETCH, part.columns().size() - at)));
            }
        }
        return out;
    }

    static int of(int stretch, int row) {
        return (stretch << 16) | row;
    }

    int stretches() {
        return stretches.length;
    }

    int length(int stretch) {
        return stretches[stretch].length();
    }

    EventTable.Part part(int stretch) {
        return stretches[stretch].part();
    }

    boolean isAny(Predicate<EventColumns> wanted) {
        return Arrays.stream(columns).anyMatch(wanted);
    }

    EventColumns columns(int place) {
        return columns[place >>> 16];
    }

    int row(int place) {
        return from[place >>> 16] + (place & 0xffff);
    }

    long importId(int place) {
        return stretches[place >>> 16].part().importId();
    }

    long time(int place) {
        return columns(place).time().get(row(place));
    }
}
