package dev.rebound.index;

import dev.rebound.index.Questions.FacetValue;
import dev.rebound.index.Questions.Stack;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/** The most frequent values of a column, and the rows of each by another one. */
final class FrequentValues {
    private FrequentValues() {}

    /** The most frequent values. */
    static List<FacetValue> of(Table.Codes column, long[] counts, int limit) {
        return Arrays.stream(codes(column, counts, limit))
                .mapToObj(code -> new FacetValue(column.text(code), counts[code]))
                .toList();
    }

    /** The codes of the most frequent values, without an object for each of a million. */
    private static int[] codes(Table.Codes column, long[] counts, int limit) {
        Comparator<Integer> order = Comparator.comparingLong((Integer code) -> counts[code])
                .reversed()
                .thenComparing(column::text);
        PriorityQueue<Integer> best = new PriorityQueue<>(order.reversed());
        for (int code = 0; code < counts.length; code++) {
            Integer worst = best.peek();
            if (counts[code] > 0 && (best.size() < limit || (worst != null && counts[code] >= counts[worst]))) {
                best.add(code);
                if (best.size() > limit) {
                    best.poll();
                }
            }
        }
        return best.stream().sorted(order).mapToInt(Integer::intValue).toArray();
    }

    /** The rows by the values of a column, each counted by another; the rows without a value come last. */
    static List<Stack> stacks(Table.Codes column, Table.Codes inner, Bitmap rows, int limit) {
        long[] counts = new long[column.codes()];
        rows.forEach(row -> {
            if (column.code(row) >= 0) {
                counts[column.code(row)]++;
            }
        });
        int[] codes = codes(column, counts, limit);
        int[] slot = new int[counts.length];
        Arrays.fill(slot, -1);
        for (int i = 0; i < codes.length; i++) {
            slot[codes[i]] = i;
        }
        long[][] parts = new long[codes.length + 1][inner.codes() + 1];
        rows.forEach(row -> {
            int code = column.code(row);
            int place = code < 0 ? codes.length : slot[code];
            if (place >= 0) {
                parts[place][inner.code(row) < 0 ? inner.codes() : inner.code(row)]++;
            }
        });
        List<Stack> stacks = new ArrayList<>();
        for (int i = 0; i <= codes.length; i++) {
            long count = Arrays.stream(parts[i]).sum();
            if (count > 0) {
                stacks.add(new Stack(i == codes.length ? "" : column.text(codes[i]), count, parts(inner, parts[i])));
            }
        }
        return stacks;
    }

    private static List<FacetValue> parts(Table.Codes column, long[] counts) {
        return IntStream.range(0, column.codes())
                .filter(code -> counts[code] > 0)
                .mapToObj(code -> new FacetValue(column.text(code), counts[code]))
                .toList();
    }
}
