package dev.rebound.store;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Why a store is open for reading only, and what of it could not be read, each said once. */
final class Losses {
    private final String why;
    private final boolean damaged;
    private final boolean asked;
    private final Set<String> sentences = new LinkedHashSet<>();

    /**
     * @param why why the store is not open for work
     * @param damaged whether that says damage; a folder that may not be written to says none
     * @param asked whether somebody wants it so, and can have it otherwise
     */
    Losses(String why, boolean damaged, boolean asked) {
        this.why = why;
        this.damaged = damaged;
        this.asked = asked;
    }

    /** What helps who wants to change something. */
    String help() {
        if (!damage().isEmpty()) {
            return "Restore a backup to work with it again.";
        }
        return asked ? "Open it for reading and writing to change something." : "Check its permissions.";
    }

    /** Whether somebody wants it so, and can have it otherwise. */
    boolean isAsked() {
        return asked && damage().isEmpty();
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
