package dev.rebound.index;

import dev.rebound.column.Dictionaries;
import dev.rebound.column.Dictionary;
import dev.rebound.column.EventColumns;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import java.util.Arrays;

/**
 * The order of events: by time, and for one address at one time by what the events say, never by which file was imported
 * first. So the same events mean the same in any order of import. Of two addresses at one time either may come first: no
 * meaning depends on that.
 */
final class EventOrder {
    /** A send comes before what became of it, a deferral before what ended the tries. */
    private static final int[] RANK = ranks();

    private static final EventText[] SAID = {
        EventText.DISPATCH_ID,
        EventText.SEND_ID,
        EventText.MESSAGE_ID,
        EventText.CAMPAIGN,
        EventText.STEP_ID,
        EventText.VARIANT_ID,
        EventText.REPLY
    };

    private final EventPlaces places;
    private final Dictionaries dictionaries;

    EventOrder(EventPlaces places, Dictionaries dictionaries) {
        this.places = places;
        this.dictionaries = dictionaries;
    }

    private static int[] ranks() {
        int[] ranks = new int[EventKind.values().length];
        for (EventKind kind : EventKind.values()) {
            ranks[kind.ordinal()] = 2 + kind.ordinal();
        }
        ranks[EventKind.SEND.ordinal()] = 0;
        ranks[EventKind.DEFERRAL.ordinal()] = 1;
        return ranks;
    }

    /** Places in order, with their times. */
    record Run(int[] places, long[] times) {
        int size() {
            return places.length;
        }
    }

    /** The events of some stretches in order. */
    Run sorted(int fromStretch, int toStretch) {
        Run[] runs = new Run[toStretch - fromStretch];
        for (int s = 0; s < runs.length; s++) {
            runs[s] = sorted(fromStretch + s);
        }
        while (runs.length > 1) {
            Run[] merged = new Run[(runs.length + 1) / 2];
            for (int i = 0; i < merged.length; i++) {
                merged[i] = 2 * i + 1 < runs.length ? merged(runs[2 * i], runs[2 * i + 1]) : runs[2 * i];
                runs[2 * i] = null;
            }
            runs = merged;
        }
        return runs.length == 0 ? new Run(new int[0], new long[0]) : runs[0];
    }

    private Run sorted(int stretch) {
        int n = places.length(stretch);
        long[] times = new long[n];
        boolean ascending = true;
        boolean equal = false;
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (int i = 0; i < n; i++) {
            times[i] = places.time(EventPlaces.of(stretch, i));
            ascending &= i == 0 || times[i - 1] < times[i];
            least = Math.min(least, times[i]);
            most = Math.max(most, times[i]);
        }
        int[] order = new int[n];
        if (ascending) {
            for (int i = 0; i < n; i++) {
                order[i] = EventPlaces.of(stretch, i);
            }
            return new Run(order, times);
        }
        if (n > 0 && (most - least < 0 || most - least >= 1L << 46)) {
            return byComparison(stretch, n);
        }
        long[] keys = new long[n];
        for (int i = 0; i < n; i++) {
            keys[i] = ((times[i] - least) << 16) | i;
        }
        Arrays.sort(keys);
        for (int i = 0; i < n; i++) {
            order[i] = EventPlaces.of(stretch, (int) (keys[i] & 0xffff));
            times[i] = least + (keys[i] >>> 16);
            equal |= i > 0 && times[i - 1] == times[i];
        }
        for (int from = 0; equal && from < n; ) {
            int to = from + 1;
            while (to < n && times[to] == times[from]) {
                to++;
            }
            sortTies(order, from, to);
            from = to;
        }
        return new Run(order, times);
    }

    private void sortTies(int[] order, int from, int to) {
        if (to - from > 24) {
            Integer[] boxed = new Integer[to - from];
            Arrays.setAll(boxed, i -> order[from + i]);
            Arrays.sort(boxed, this::compareTies);
            for (int i = 0; i < boxed.length; i++) {
                order[from + i] = boxed[i];
            }
            return;
        }
        for (int i = from + 1; i < to; i++) {
            int moving = order[i];
            int k = i;
            while (k > from && compareTies(order[k - 1], moving) > 0) {
                order[k] = order[k - 1];
                k--;
            }
            order[k] = moving;
        }
    }

    private Run byComparison(int stretch, int n) {
        Integer[] boxed = new Integer[n];
        Arrays.setAll(boxed, i -> EventPlaces.of(stretch, i));
        Arrays.sort(boxed, (a, b) -> compare(a, places.time(a), b, places.time(b)));
        int[] order = new int[n];
        long[] times = new long[n];
        for (int i = 0; i < n; i++) {
            order[i] = boxed[i];
            times[i] = places.time(order[i]);
        }
        return new Run(order, times);
    }

    private Run merged(Run a, Run b) {
        int n = a.size() + b.size();
        int[] order = new int[n];
        long[] times = new long[n];
        int i = 0;
        int j = 0;
        for (int k = 0; k < n; k++) {
            boolean left =
                    j == b.size() || (i < a.size() && compare(a.places[i], a.times[i], b.places[j], b.times[j]) <= 0);
            order[k] = left ? a.places[i] : b.places[j];
            times[k] = left ? a.times[i++] : b.times[j++];
        }
        return new Run(order, times);
    }

    int compare(int a, long timeOfA, int b, long timeOfB) {
        return timeOfA == timeOfB ? compareTies(a, b) : timeOfA < timeOfB ? -1 : 1;
    }

    private int compareTies(int a, int b) {
        EventColumns left = places.columns(a);
        EventColumns right = places.columns(b);
        int l = places.row(a);
        int r = places.row(b);
        int order = Integer.compare(left.address().at(l), right.address().at(r));
        if (order == 0) {
            order = Integer.compare(RANK[left.kind().at(l)], RANK[right.kind().at(r)]);
        }
        if (order == 0) {
            order = compare(
                    dictionaries.sources(), left.source().at(l), right.source().at(r));
        }
        for (int i = 0; order == 0 && i < SAID.length; i++) {
            order = compare(
                    dictionaries.texts(SAID[i]),
                    left.text(SAID[i]).at(l),
                    right.text(SAID[i]).at(r));
        }
        return order == 0 ? Integer.compareUnsigned(a, b) : order;
    }

    private static int compare(Dictionary words, int a, int b) {
        if (a == b) {
            return 0;
        }
        return a < 0 || b < 0 ? Integer.compare(a, b) : words.value(a).compareTo(words.value(b));
    }
}
