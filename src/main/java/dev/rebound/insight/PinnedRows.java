package dev.rebound.insight;

import dev.rebound.index.Bitmap;
import dev.rebound.index.Table;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** The pinned messages of one picture and the cases that hold them. Found when first asked. Safe for any thread. */
final class PinnedRows {
    private final CasePins pins;
    private final @Nullable Picture whole;
    private @Nullable Map<String, int[]> found;

    /** @param whole the picture that has the messages, itself without pins; null where nothing is pinned */
    PinnedRows(CasePins pins, @Nullable Picture whole) {
        this.pins = pins;
        this.whole = whole;
    }

    private synchronized Map<String, int[]> byWord() {
        Map<String, int[]> known = found;
        if (known == null) {
            known = whole == null ? Map.of() : new TreeMap<>(pins.in(whole));
            found = known;
        }
        return known;
    }

    Bitmap pinned(int messages) {
        Bitmap rows = Bitmap.none(messages);
        byWord().values().forEach(of -> Arrays.stream(of).forEach(rows::set));
        return rows;
    }

    Table.Several column() {
        List<String> words = List.copyOf(byWord().keySet());
        Map<Integer, Bitmap> codes = new HashMap<>();
        for (int code = 0; code < words.size(); code++) {
            for (int row : byWord().getOrDefault(words.get(code), new int[0])) {
                codes.computeIfAbsent(row, r -> Bitmap.none(words.size())).set(code);
            }
        }
        return new Table.Several() {
            @Override
            public void each(int row, IntConsumer code) {
                Bitmap of = codes.get(row);
                if (of != null) {
                    of.forEach(code);
                }
            }

            @Override
            public int codes() {
                return words.size();
            }

            @Override
            public String text(int code) {
                return words.get(code);
            }
        };
    }
}
