package dev.rebound.console.activity;

import dev.rebound.console.kit.Remembered;
import java.util.ArrayList;
import java.util.List;

/** The last fifty filter texts, each once, newest last; kept from one start to the next. */
final class SearchHistory {
    private static final int LONGEST = 50;
    /** A pasted list of thousands is not kept. */
    private static final int LONGEST_TEXT = 2_000;

    private final Remembered remembered;
    private final List<String> texts = new ArrayList<>();

    SearchHistory(Remembered remembered) {
        this.remembered = remembered;
        remembered
                .get(Remembered.SEARCHES)
                .ifPresent(kept -> texts.addAll(kept.lines().toList()));
    }

    void add(String text) {
        String t = text.strip();
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
