package dev.rebound.console.shell;

import dev.rebound.console.kit.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where a person was, as a browser remembers it. */
final class Trail {
    private static final int LONGEST = 200;

    private final List<Place> places = new ArrayList<>();
    private int here = -1;

    /** Goes on; what lay ahead is forgotten. The same place twice is one step. */
    void go(Place place) {
        if (here >= 0 && places.get(here).equals(place)) {
            return;
        }
        while (places.size() > here + 1) {
            places.removeLast();
        }
        places.add(place);
        if (places.size() > LONGEST) {
            places.removeFirst();
        }
        here = places.size() - 1;
    }

    /** One step back. */
    Optional<Place> back() {
        return here > 0 ? Optional.of(places.get(--here)) : Optional.empty();
    }

    /** One step forward. */
    Optional<Place> forward() {
        return here + 1 < places.size() ? Optional.of(places.get(++here)) : Optional.empty();
    }

    boolean canGoBack() {
        return here > 0;
    }

    boolean canGoForward() {
        return here + 1 < places.size();
    }
}
