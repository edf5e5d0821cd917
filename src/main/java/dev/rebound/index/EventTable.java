package dev.rebound.index;

import dev.rebound.column.Dictionaries;
import dev.rebound.column.Dictionary;
import dev.rebound.column.EventColumns;
import dev.rebound.domain.BounceClass;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.domain.Reason;
import dev.rebound.domain.Verdict;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * All events of a store as primitive columns, sorted by time, then import, then place in the import: the order never
 * depends on which file came first. Immutable and safe for any thread.
 */
public final class EventTable {
    private static final EventKind[] KINDS = EventKind.values();
    private static final Reason[] REASONS = Reason.values();
    private static final BounceClass[] CLASSES = BounceClass.values();

    /** The events of one import. */
    public record Part(long importId, EventColumns columns) {}

    private final Dictionaries dictionaries;
    private final int size;
    private final EventPlaces places;
    /** Where each row stands; what is asked for every row is beside it. */
    private final int[] place;

    private final SortedTimes time;
    private final byte[] kind;
    /** Null while few were asked for; then they are looked up in their columns. */
    private volatile int @Nullable [] address;

    /** Negative until it is asked for: a list without times may stand before it. */
    private volatile int lastTimed = -1;

    private volatile int firstTimed = -1;

    private int addressesAsked;
    /** What the operator says of a reply, by its code; the rule book's verdict stays in the columns. */
    private final Map<Integer, Verdict> corrections;

    /** Merges the events of all imports; the columns stay where they are. */
    public EventTable(List<Part> imports, Dictionaries dictionaries) {
        this.dictionaries = dictionaries;
        this.places = EventPlaces.of(imports);
        this.corrections = Map.of();
        EventOrder.Run all = new EventOrder(places, dictionaries).sorted(0, places.stretches());
        this.size = all.size();
        this.place = all.places();
        SortedTimes.Builder times = new SortedTimes.Builder(size);
        this.kind = new byte[size];
        int[] addresses = new int[size];
        for (int i = 0; i < size; i++) {
            times.add(all.times()[i]);
            EventColumns c = columns(i);
            int at = places.row(place[i]);
            kind[i] = (byte) c.kind().at(at);
            addresses[i] = c.address().at(at);
        }
        this.address = addresses;
        this.time = times.built();
    }

    /**
     * A table whose order is known: the same as one made of these parts, at the price of reading the order.
     *
     * @param places as {@link #placesIn} told them
     * @param times the time of each row, in the order of the rows; asked once each
     * @param kinds ordinals of the kinds
     */
    public static EventTable ordered(
            List<Part> parts, Dictionaries dictionaries, int[] places, LongSupplier times, byte[] kinds) {
        SortedTimes.Builder builder = new SortedTimes.Builder(places.length);
        for (int i = 0; i < places.length; i++) {
            builder.add(times.getAsLong());
        }
        return new EventTable(dictionaries, EventPlaces.of(parts), places, builder.built(), kinds, null, Map.of());
    }

    /** Where each row stands among these parts, which are all parts of this table. */
    public int[] placesIn(List<Part> parts) {
        int[] numbers = EventPlaces.of(parts).numbersOf(places);
        int[] out = new int[size];
        for (int row = 0; row < size; row++) {
            out[row] = EventPlaces.of(numbers[place[row] >>> 16], place[row] & 0xffff);
        }
        return out;
    }

    private EventTable(
            Dictionaries dictionaries,
            EventPlaces places,
            int[] place,
            SortedTimes time,
            byte[] kind,
            int @Nullable [] address,
            Map<Integer, Verdict> corrections) {
        this.dictionaries = dictionaries;
        this.size = place.length;
        this.places = places;
        this.place = place;
        this.time = time;
        this.kind = kind;
        this.address = address;
        this.corrections = corrections;
    }

    /**
     * The table after imports came or went: the same as one made anew, at the price of what changed.
     *
     * @param parts all that is held now; a part that was held before is known by its columns
     */
    public EventChange changed(List<Part> parts) {
        Set<EventColumns> now = Collections.newSetFromMap(new IdentityHashMap<>());
        parts.forEach(p -> now.add(p.columns()));
        boolean[] gone = new boolean[places.stretches()];
        Set<EventColumns> before = Collections.newSetFromMap(new IdentityHashMap<>());
        for (int s = 0; s < gone.length; s++) {
            gone[s] = places.length(s) > 0 && !now.contains(places.part(s).columns());
            before.add(places.part(s).columns());
        }
        EventPlaces all = places.without(gone)
                .and(parts.stream().filter(p -> !before.contains(p.columns())).toList());
        EventOrder order = new EventOrder(all, dictionaries);
        return merged(all, order, order.sorted(gone.length, all.stretches()), gone);
    }

    private EventChange merged(EventPlaces all, EventOrder order, EventOrder.Run added, boolean[] gone) {
        int first = firstChange(order, added, gone);
        int kept = first;
        for (int row = first; row < size; row++) {
            kept += gone[place[row] >>> 16] ? 0 : 1;
        }
        int n = kept + added.size();
        int[] newPlace = Arrays.copyOf(place, n);
        byte[] newKind = Arrays.copyOf(kind, n);
        int[] addresses = addresses();
        int[] newAddress = Arrays.copyOf(addresses, n);
        SortedTimes.Builder times = new SortedTimes.Builder(n);
        times.addFirst(time, Math.min(first, n));
        int[] movedTo = new int[size - first];
        int[] newRows = new int[added.size()];
        int old = first;
        int next = 0;
        int at = first;
        while (old < size || next < added.size()) {
            if (old < size && gone[place[old] >>> 16]) {
                movedTo[old++ - first] = -1;
            } else if (next == added.size()
                    || (old < size
                            && order.compare(place[old], time.get(old), added.places()[next], added.times()[next])
                                    < 0)) {
                newPlace[at] = place[old];
                newKind[at] = kind[old];
                newAddress[at] = addresses[old];
                times.add(time.get(old));
                movedTo[old++ - first] = at++;
            } else {
                int place = added.places()[next];
                newPlace[at] = place;
                newKind[at] = (byte) all.columns(place).kind().at(all.row(place));
                newAddress[at] = all.columns(place).address().at(all.row(place));
                times.add(added.times()[next]);
                newRows[next++] = at++;
            }
        }
        return new EventChange(
                this,
                new EventTable(dictionaries, all, newPlace, times.built(), newKind, newAddress, corrections),
                first,
                movedTo,
                newRows);
    }

    /** The first row that is not where it was. */
    private int firstChange(EventOrder order, EventOrder.Run added, boolean[] gone) {
        int first = size;
        if (added.size() > 0) {
            int low = 0;
            while (low < first) {
                int middle = (low + first) >>> 1;
                if (order.compare(place[middle], time.get(middle), added.places()[0], added.times()[0]) < 0) {
                    low = middle + 1;
                } else {
                    first = middle;
                }
            }
        }
        boolean any = false;
        for (boolean g : gone) {
            any |= g;
        }
        for (int row = 0; any && row < first; row++) {
            if (gone[place[row] >>> 16]) {
                return row;
            }
        }
        return first;
    }

    /** Whether the table has become so patched that one made anew is better. */
    public boolean isWorn() {
        return places.stretches() > EventPlaces.MOST_STRETCHES / 2;
    }

    /** The same events, read as the operator says: verdicts by the code of the reply win over the stored ones. */
    public EventTable corrected(Map<Integer, Verdict> byReplyCode) {
        return new EventTable(dictionaries, places, place, time, kind, address, Map.copyOf(byReplyCode));
    }

    /** The operator's own verdict on the event's reply; null where the rule book's stands. */
    public @Nullable Verdict correction(int row) {
        return corrections.isEmpty() ? null : corrections.get(text(EventText.REPLY, row));
    }

    /** The columns of the part that holds the row. */
    public EventColumns columns(int row) {
        return places.columns(place[row]);
    }

    /** The row's place in its part. */
    public int place(int row) {
        return places.row(place[row]);
    }

    private int at(int row) {
        return places.row(place[row]);
    }

    /** Number of events. */
    public int size() {
        return size;
    }

    /** The dictionaries that all codes belong to. */
    public Dictionaries dictionaries() {
        return dictionaries;
    }

    /** Epoch milliseconds, UTC. */
    public long timeMillis(int row) {
        return time.get(row);
    }

    /** What the source says happened. */
    public EventKind kind(int row) {
        return KINDS[kind[row]];
    }

    /** Code of the address key. */
    public int address(int row) {
        int[] known = address;
        if (known == null) {
            // Whoever asks for a page's rows asks for few; whoever goes on asks for all.
            if (++addressesAsked < FEW_ADDRESSES) {
                return columns(row).address().at(at(row));
            }
            known = addresses();
        }
        return known[row];
    }

    /**
     * Which of some events are of accepted addresses: bit {@code i} for the event {@code events[i]}.
     *
     * @param accepted by the code of the address
     */
    public Bitmap ofAddresses(boolean[] accepted, int[] events) {
        return Bitmap.of(addresses(), events, Bitmap.of(accepted));
    }

    private synchronized int[] addresses() {
        int[] known = address;
        if (known == null) {
            known = new int[size];
            for (int row = 0; row < size; row++) {
                known[row] = columns(row).address().at(at(row));
            }
            address = known;
        }
        return known;
    }

    private static final int FEW_ADDRESSES = 2_000;

    /** Code of the source's name. */
    public int source(int row) {
        return columns(row).source().at(at(row));
    }

    /** Code in the field's dictionary, or -1 where the source is silent. */
    public int text(EventText field, int row) {
        return columns(row).text(field).at(at(row));
    }

    /** Whether any event has a text of the field. */
    public boolean isTold(EventText field) {
        return places.isAny(columns -> columns.text(field).isWritten());
    }

    /** The field's text, or null where the source is silent. */
    public @Nullable String textValue(EventText field, int row) {
        int code = text(field, row);
        return code < 0 ? null : dictionaries.texts(field).value(code);
    }

    /** SMTP code, or 0 where unknown. */
    public int smtpCode(int row) {
        return columns(row).smtpCode().at(at(row));
    }

    /** The source's attempt number, or 0 where unknown. */
    public int attempt(int row) {
        return columns(row).attempt().at(at(row));
    }

    /** The reason read in the reply, or the operator's. */
    public Reason reason(int row) {
        Verdict own = correction(row);
        return own != null ? own.reason() : REASONS[columns(row).reason().at(at(row))];
    }

    /** The class read in the reply, or the operator's. */
    public BounceClass bounceClass(int row) {
        Verdict own = correction(row);
        return own != null
                ? own.bounceClass()
                : CLASSES[columns(row).bounceClass().at(at(row))];
    }

    /** Code in {@code dictionaries().rules()} of what the rule book decided, whatever the operator says. */
    public int rule(int row) {
        return columns(row).rule().at(at(row));
    }

    /** The events whose replies no rule knows and whose class is what their words are like; not those that the operator judged. */
    public Bitmap estimates() {
        Dictionary rules = dictionaries().rules();
        boolean[] estimate = new boolean[rules.size()];
        for (int code = 0; code < estimate.length; code++) {
            estimate[code] = rules.value(code).startsWith(Verdict.ESTIMATE + "\t");
        }
        Bitmap rows = Bitmap.none(size);
        for (int r = 0; r < size; r++) {
            int rule = rule(r);
            if (rule >= 0 && estimate[rule] && correction(r) == null) {
                rows.set(r);
            }
        }
        return rows;
    }

    /** Whether the source marks it as test traffic. */
    public boolean test(int row) {
        return (columns(row).test().get(at(row)) & EventColumns.TEST) != 0;
    }

    /** Whether its source told its time; where it told none, the time at which the file was written stands there. */
    public boolean isTimed(int row) {
        return (columns(row).test().get(at(row)) & EventColumns.UNTIMED) == 0;
    }

    /** The first row whose time was told; the first of all where none was. Above zero rows only. */
    public int firstTimed() {
        int known = firstTimed;
        if (known < 0) {
            known = 0;
            while (known < size && !isTimed(known)) {
                known++;
            }
            known = known == size ? 0 : known;
            firstTimed = known;
        }
        return known;
    }

    /** The last row whose time was told; the last of all where none was. Above zero rows only. */
    public int lastTimed() {
        int known = lastTimed;
        if (known < 0) {
            known = size - 1;
            while (known >= 0 && !isTimed(known)) {
                known--;
            }
            known = known < 0 ? size - 1 : known;
            lastTimed = known;
        }
        return known;
    }

    /** The import that brought the event. */
    public long importId(int row) {
        return places.importId(place[row]);
    }

    /** Number of the raw record in its import. */
    public int rawIndex(int row) {
        return columns(row).raw().at(at(row));
    }
}
