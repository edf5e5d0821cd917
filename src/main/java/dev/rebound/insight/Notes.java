package dev.rebound.insight;

import dev.rebound.index.Bitmap;
import dev.rebound.index.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** The operator's notes on the messages that hold them. Found when first asked. Safe for any thread. */
final class Notes {
    private final Map<MessageKey, String> byKey;
    private final MessageTable messages;
    private @Nullable Map<Integer, String> found;

    Notes(Map<MessageKey, String> byKey, MessageTable messages) {
        this.byKey = byKey;
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

    Bitmap noted() {
        Bitmap rows = Bitmap.none(messages.size());
        byMessage().keySet().forEach(rows::set);
        return rows;
    }

    Table.Several column() {
        List<String> texts = byMessage().values().stream().distinct().sorted().toList();
        return new Table.Several() {
            @Override
            public void each(int row, IntConsumer code) {
                String note = byMessage().get(row);
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
