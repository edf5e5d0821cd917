package dev.rebound.insight;

import dev.rebound.column.Repeats;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.index.EventTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which events came again and were left out: of one message, of one import, or of all. */
public final class RepeatedEvents {
    /**
     * Events of one kind that an import told of a message though they were known.
     *
     * @param address the address key; empty where the import names one that is not held any more
     * @param id by which the import names the message; empty where it names none
     * @param kind null in stores of an older version, which did not keep it
     * @param by what it is known by; null in stores of an older version
     */
    public record Repeated(
            long importId,
            String address,
            String id,
            @Nullable EventKind kind,
            Repeats.@Nullable KnownBy by,
            long count) {
        /** Whether its source gave it no id, so that it is taken for the same by what it tells. */
        public boolean isProbable() {
            return by == Repeats.KnownBy.CONTENT;
        }
    }

    private record Place(Repeats.Key key, @Nullable EventKind kind, Repeats.@Nullable KnownBy by) {}

    private final EventTable events;
    private final List<Repeated> found = new ArrayList<>();

    private RepeatedEvents(EventTable events) {
        this.events = events;
    }

    /** Those of a message, by import, the oldest first. */
    public static List<Repeated> ofMessage(Picture picture, int message, Map<Long, Repeats> byImport) {
        EventTable events = picture.events();
        Set<Repeats.Key> keys = new HashSet<>();
        for (int row : picture.messages().eventsOf(message)) {
            keys.add(Repeats.key(events.address(row), field -> events.text(field, row)));
        }
        RepeatedEvents repeated = new RepeatedEvents(events);
        byImport.forEach((importId, repeats) -> repeated.count(importId, repeats, keys));
        return repeated.found;
    }

    /** Those of an import, the most repeated first. */
    public static List<Repeated> ofImport(Picture picture, long importId, Repeats repeats) {
        RepeatedEvents repeated = new RepeatedEvents(picture.events());
        repeated.count(importId, repeats, null);
        repeated.found.sort(Comparator.comparingLong(Repeated::count).reversed().thenComparing(Repeated::address));
        return repeated.found;
    }

    /** Those of all imports, the most repeated first. */
    public static List<Repeated> ofAll(Picture picture, Map<Long, Repeats> byImport) {
        RepeatedEvents repeated = new RepeatedEvents(picture.events());
        byImport.forEach((importId, repeats) -> repeated.count(importId, repeats, null));
        repeated.found.sort(Comparator.comparingLong(Repeated::count).reversed().thenComparing(Repeated::address));
        return repeated.found;
    }

    private void count(long importId, Repeats repeats, @Nullable Set<Repeats.Key> wanted) {
        Map<Place, Long> counts = new LinkedHashMap<>();
        repeats.each((key, kind, by, n) -> {
            if (wanted == null || wanted.contains(key)) {
                counts.merge(new Place(key, kind, by), n, Long::sum);
            }
        });
        counts.forEach((place, count) -> found.add(
                new Repeated(importId, address(place.key()), id(place.key()), place.kind(), place.by(), count)));
    }

    private String address(Repeats.Key key) {
        return key.address() < 0 ? "" : events.dictionaries().addresses().value(key.address());
    }

    private String id(Repeats.Key key) {
        EventText field = key.field();
        return field == null ? "" : events.dictionaries().texts(field).value(key.code());
    }
}
