package dev.rebound.console.activity;

import dev.rebound.console.kit.Remembered;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The last fifty filter texts, each once, newest last; kept from one start to the next. */
final class SearchHistory {
    private static final int LONGEST = 50;
    /** A pasted list of thousands is not kept. */
    private static final int LONGEST_TEXT = 2_000;

    private final Remembered remembered;
    private final List<String> texts = new ArrayList<>();
    /** What only stood in the field, until it is seen whether more was to come. */
    private @Nullable String lastTyped;

    SearchHistory(Remembered remembered) {
        this.remembered = remembered;
        remembered
                .get(Remembered.SEARCHES)
                .ifPresent(kept -> texts.addAll(kept.lines().toList()));
    }

    /** Keeps a text that a person chose. */
    void add(String text) {
        keep(text, false);
    }

    /** Keeps a text as it stands in the field now; what was typed on the way to it is not kept. */
    void typed(String text) {
        keep(text, true);
    }

    private void keep(String text, boolean byTyping) {
        String t = text.strip();
        if (lastTyped != null && (t.startsWith(lastTyped) || lastTyped.startsWith(t)) && !t.equals(lastTyped)) {
            texts.remove(lastTyped);
        }
        lastTyped = byTyping && !texts.contains(t) ? t : null;
        if (t.isEmpty() || t.length() > LONGEST_TEXT || t.indexOf('\n') >= 0) {
            return;
        }
        texts.remove(t);
        texts.add(t);
        while (texts.size() > LONGEST) {
            texts.removeFirst();
        }
        remembered.put(Remembered.SEARCHES, String.join("\n", texts));
    }

    List<String> texts() {
        return List.copyOf(texts);
    }
}
