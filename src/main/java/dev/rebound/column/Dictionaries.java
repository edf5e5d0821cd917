package dev.rebound.column;

import dev.rebound.domain.EventText;
import java.util.Arrays;
import java.util.List;

/**
 * All dictionaries of one store: addresses (by {@code EmailAddress.key()}), sources, rules, and one for each text
 * field. Written by one thread at a time; codes already published may be read by any.
 */
public final class Dictionaries {
    private static final EventText[] TEXTS = EventText.values();

    /** Asked for with every text of every event, so an array. */
    private final Dictionary[] all;

    /** Empty dictionaries. */
    public Dictionaries() {
        all = new Dictionary[3 + TEXTS.length];
        Arrays.setAll(all, i -> new Dictionary());
    }

    /** Address keys. */
    public Dictionary addresses() {
        return all[0];
    }

    /** Names of the sources. */
    public Dictionary sources() {
        return all[1];
    }

    /** Ids of the classification rules that decided, and the words that matched, joined by a tab. */
    public Dictionary rules() {
        return all[2];
    }

    /** The texts of one field. */
    public Dictionary texts(EventText field) {
        return all[3 + field.ordinal()];
    }

    /** Every dictionary in a fixed order, for whoever keeps them; fields added later come last. */
    public List<Dictionary> inOrder() {
        return List.of(all);
    }
}
