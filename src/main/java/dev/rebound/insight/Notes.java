package dev.rebound.insight;

import dev.rebound.index.Bitmap;
import dev.rebound.index.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** The operator's notes on messages and on their addresses. Found when first asked. Safe for any thread. */
final class Notes {
    private final Map<MessageKey, String> byKey;
    private final MessageTable messages;
    private final Map<String, String> byAddress;
    private @Nullable Map<Integer, String> found;
    private @Nullable Map<Integer, String> foundAll;

    Notes(Map<MessageKey, String> byKey, Map<String, String> byAddress, MessageTable messages) {
        this.byKey = byKey;
        this.byAddress = byAddress;
        this.messages = messages;
    }

    /** By the number of the message; a note whose message is not there any more stands nowhere. */
    private synchronized Map<Integer, String> byMessage() {
        Map<Integer, String> known = found;
        if (known == null) {
            known = byKey.isEmpty() ? Map.of() : find();
            found = known;
        }
        return known;
    }

    private Map<Integer, String> find() {
        Map<Integer, List<MessageKey>> wanted = new HashMap<>();
        for (MessageKey key : byKey.keySet()) {
            int address = messages.events.dictionaries().addresses().find(key.address());
            if (address >= 0) {
                wanted.computeIfAbsent(address, a -> new ArrayList<>()).add(key);
            }
        }
        Map<Integer, String> notes = new HashMap<>();
        for (int m = 0; m < messages.size() && !wanted.isEmpty(); m++) {
            List<MessageKey> keys = wanted.get(messages.address(m));
            for (MessageKey key : keys == null ? List.<MessageKey>of() : keys) {
                if (holds(m, key)) {
                    notes.merge(m, byKey.getOrDefault(key, ""), (a, b) -> a + "\n" + b);
                }
            }
        }
        return notes;
    }

    /** The notes on messages and those on the addresses they went to: who looks for words looks for both. */
    private synchronized Map<Integer, String> all() {
        Map<Integer, String> known = foundAll;
        if (known == null) {
            known = byAddress.isEmpty() ? byMessage() : withAddresses();
            foundAll = known;
        }
        return known;
    }

    private Map<Integer, String> withAddresses() {
        Map<Integer, String> byCode = new HashMap<>();
        byAddress.forEach((key, note) ->
                byCode.put(messages.events.dictionaries().addresses().find(key), note));
        Map<Integer, String> notes = new HashMap<>(byMessage());
        for (int m = 0; m < messages.size(); m++) {
            String note = byCode.get(messages.address(m));
            if (note != null) {
                notes.merge(m, note, (a, b) -> a + "\n" + b);
            }
        }
        return notes;
    }

    private boolean holds(int message, MessageKey key) {
        for (int event : messages.eventsOf(message)) {
            if (messages.events.importId(event) == key.importId()
                    && messages.events.rawIndex(event) == key.rawIndex()) {
                return true;
            }
        }
        return false;
    }

    /** The note on a message; null where there is none. */
    @Nullable
    String of(int message) {
        return byMessage().get(message);
    }

    /** The notes on a message and on its address; null where there is none. */
    @Nullable
    String ofBoth(int message) {
        return all().get(message);
    }

    Bitmap noted() {
        Bitmap rows = Bitmap.none(messages.size());
        all().keySet().forEach(rows::set);
        return rows;
    }

    Table.Several column() {
        List<String> texts = all().values().stream().distinct().sorted().toList();
        return new Table.Several() {
            @Override
            public void each(int row, IntConsumer code) {
                String note = all().get(row);
                if (note != null) {
                    code.accept(texts.indexOf(note));
                }
            }

            @Override
            public int codes() {
                return texts.size();
            }

            @Override
            public String text(int code) {
                return texts.get(code);
            }
        };
    }
}
