package dev.rebound.console.shell;

import dev.rebound.console.activity.ActivityModel;
import dev.rebound.console.kit.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where a person was, as a browser remembers it. */
final class Trail {
    private static final int LONGEST = 200;

    private final List<Place> places = new ArrayList<>();
    /** Steps that have nothing to do with what was looked at before them. */
    private final Set<Place> beginnings = Collections.newSetFromMap(new IdentityHashMap<>());

    private int here = -1;
    /** Whether the step here was made in passing: the next one of its kind takes its place. */
    private boolean passing;

    /** Goes on; what lay ahead is forgotten. The same place twice is one step. */
    void go(Place place) {
        passing = false;
        if (here >= 0 && places.get(here).equals(place)) {
            return;
        }
        while (places.size() > here + 1) {
            beginnings.remove(places.removeLast());
        }
        places.add(place);
        if (places.size() > LONGEST) {
            beginnings.remove(places.removeFirst());
        }
        here = places.size() - 1;
    }

    /** Goes to what was searched for, whatever was looked at before: another way begins there. */
    void begin(Place place) {
        go(place);
        beginnings.add(places.get(here));
    }

    /**
     * Goes on inside a view: a filter while it is typed, a row while the cursor runs through the list. Such steps make
     * one together.
     */
    void amend(Place place, boolean typed) {
        boolean choosing = here >= 0
                && places.get(here) instanceof Place.Activity before
                && place instanceof Place.Activity now
                && before.choosing(null).equals(now.choosing(null));
        if (here >= 0 && (choosing || (passing && typed))) {
            if (beginnings.remove(places.get(here))) {
                beginnings.add(place);
            }
            places.set(here, place);
        } else {
            go(place);
            passing = typed;
        }
    }

    /** What was typed is meant: the next typing is another step. */
    void settle() {
        passing = false;
    }

    /** One step back. */
    Optional<Place> back() {
        passing = false;
        return here > 0 ? Optional.of(places.get(--here)) : Optional.empty();
    }

    /** One step forward. */
    Optional<Place> forward() {
        passing = false;
        return here + 1 < places.size() ? Optional.of(places.get(++here)) : Optional.empty();
    }

    /**
     * The view from which the person came to the messages that are looked at now: the last one before them; empty where that is the
     * log itself, and where no messages are looked at.
     */
    Optional<Place> origin() {
        int at = here;
        while (at >= 0 && isOfMessages(places.get(at))) {
            if (beginnings.contains(places.get(at))) {
                return Optional.empty();
            }
            at--;
        }
        return at < 0 || at == here || places.get(at) instanceof Place.Activity || isBeginning(places.get(at))
                ? Optional.empty()
                : Optional.of(places.get(at));
    }

    private static boolean isOfMessages(Place place) {
        return place instanceof Place.Message
                || place instanceof Place.Address
                || (place instanceof Place.Activity log && !log.filter().equals(ActivityModel.LATEST));
    }

    private static boolean isBeginning(Place place) {
        return place instanceof Place.Start || place instanceof Place.Settings;
    }

    /** Where the person is; at the start before the first step. */
    Place here() {
        return here < 0 ? new Place.Start() : places.get(here);
    }

    boolean canGoBack() {
        return here > 0;
    }

    boolean canGoForward() {
        return here + 1 < places.size();
    }
}
