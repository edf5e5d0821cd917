package dev.rebound.insight;

import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.filter.Match;
import dev.rebound.index.Bitmap;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Single messages named in a filter, where no other words choose exactly these: each by a raw record that tells of it, as
 * {@code import.record.mark}. The mark tells the recipients of one record apart without naming them.
 */
final class NamedMessages {
    private static final int MARKS = 36 * 36 * 36;

    private final MessageTable messages;

    NamedMessages(MessageTable messages) {
        this.messages = messages;
    }

    /** The filter that finds these messages and no others. */
    Filter filter(Collection<Integer> rows) {
        Set<String> names = new TreeSet<>();
        rows.forEach(row -> names.add(name(row)));
        List<Match> exact = names.stream().<Match>map(Match.Exact::new).toList();
        return exact.size() == 1
                ? new Filter.Term(Field.RECORD, exact.getFirst())
                : exact.isEmpty()
                        ? Filter.is(Field.RECORD, "0")
                        : new Filter.Term(Field.RECORD, new Match.OneOf(exact));
    }

    private String name(int row) {
        int first = messages.eventsOf(row)[0];
        return messages.events.importId(first) + "." + messages.events.rawIndex(first) + "." + mark(row);
    }

    private String mark(int row) {
        String address = messages.events.dictionaries().addresses().value(messages.address(row));
        return Integer.toString(Math.floorMod(address.hashCode(), MARKS), 36);
    }

    /** The messages of some names; names of nothing find nothing. */
    Bitmap rows(Set<String> names) {
        Map<Told, Set<String>> wanted = new HashMap<>();
        names.forEach(name -> Told.of(name)
                .ifPresent(r -> wanted.computeIfAbsent(r, one -> new TreeSet<>())
                        .add(name.substring(name.lastIndexOf('.') + 1))));
        Bitmap rows = Bitmap.none(messages.size());
        for (int row = 0; row < messages.size() && !wanted.isEmpty(); row++) {
            for (int event : messages.eventsOf(row)) {
                Set<String> marks =
                        wanted.get(new Told(messages.events.importId(event), messages.events.rawIndex(event)));
                if (marks != null && marks.contains(mark(row))) {
                    rows.set(row);
                }
            }
        }
        return rows;
    }

    private record Told(long importId, int rawIndex) {
        static java.util.Optional<Told> of(String name) {
            return MessageKey.of(name.substring(0, Math.max(0, name.lastIndexOf('.'))) + ":-")
                    .map(key -> new Told(key.importId(), key.rawIndex()));
        }
    }
}
