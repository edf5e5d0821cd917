package dev.rebound.store;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What could not be read of a damaged store, each said once. */
final class Losses {
    private final Set<String> sentences = new LinkedHashSet<>();

    void tell(String sentence) {
        sentences.add(sentence);
    }

    List<String> all() {
        return new ArrayList<>(sentences);
    }
}
