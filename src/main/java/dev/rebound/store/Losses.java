package dev.rebound.store;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Why a store is open for reading only, and what of it could not be read, each said once. */
final class Losses {
    private final String why;
    private final boolean damaged;
    private final Set<String> sentences = new LinkedHashSet<>();

    /**
     * @param why why the store is not open for work
     * @param damaged whether that says damage; a folder that may not be written to says none
     */
    Losses(String why, boolean damaged) {
        this.why = why;
        this.damaged = damaged;
    }

    void tell(String sentence) {
        sentences.add(sentence);
    }

    /** All that there is to say. */
    List<String> all() {
        List<String> all = new ArrayList<>(List.of(why));
        all.addAll(sentences);
        return all;
    }

    /** What says that something is damaged; empty where a sound store may only be read. */
    List<String> damage() {
        return damaged ? all() : List.copyOf(sentences);
    }
}
