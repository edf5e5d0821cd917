package dev.rebound.column;

import dev.rebound.domain.EventText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * All dictionaries of one store: addresses (by {@code EmailAddress.key()}), sources, rules, and one for each text
 * field. Written by one thread at a time; codes already published may be read by any.
 */
public final class Dictionaries {
    private static final EventText[] TEXTS = EventText.values();

    private final List<Dictionary> all;

    /** Empty dictionaries. */
    public Dictionaries() {
        List<Dictionary> list = new ArrayList<>();
        for (int i = 0; i < 3 + TEXTS.length; i++) {
            list.add(new Dictionary());
        }
        all = Collections.unmodifiableList(list);
    }

    /** Address keys. */
    public Dictionary addresses() {
        return all.get(0);
    }

    /** Names of the sources. */
    public Dictionary sources() {
        return all.get(1);
    }

    /** Ids of the classification rules that decided, and the words that matched, joined by a tab. */
    public Dictionary rules() {
        return all.get(2);
    }

    /** The texts of one field. */
    public Dictionary texts(EventText field) {
        return all.get(3 + field.ordinal());
    }

    /** Every dictionary in a fixed order, for whoever keeps them; fields added later come last. */
    public List<Dictionary> inOrder() {
        return all;
    }
}
