package dev.rebound.console;

import dev.rebound.console.kit.Place;
import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;

/** Visits places one after the other; each is drawn and has its answers before the next one follows. */
final class Tour extends AnimationTimer {
    private static final int FRAMES_TO_DRAW = 3;

    private final Iterator<Place> places;
    private final Consumer<Place> go;
    private final BooleanSupplier settled;
    private final Runnable end;
    private int frames;

    /**
     * A tour that begins where the window stands.
     *
     * @param settled whether nothing is asked and not yet shown
     * @param end what follows the last place
     */
    Tour(List<Place> places, Consumer<Place> go, BooleanSupplier settled, Runnable end) {
        this.places = places.iterator();
        this.go = go;
        this.settled = settled;
        this.end = end;
    }

    /** The views of the rail and the imports and coverage among the data. */
    static List<Place> everyView(String campaign) {
        return List.of(
                new Place.Start(),
                new Place.Activity("is:soft"),
                new Place.Campaigns(campaign),
                new Place.Invalid(Place.Invalid.Tab.ALL),
                new Place.Incidents(),
                new Place.Compare(campaign),
                new Place.Data(Place.Data.Part.IMPORTS),
                new Place.Data(Place.Data.Part.COVERAGE));
    }

    @Override
    public void handle(long nanos) {
        frames = settled.getAsBoolean() ? frames + 1 : 0;
        if (frames < FRAMES_TO_DRAW) {
            return;
        }
        frames = 0;
        if (places.hasNext()) {
            go.accept(places.next());
        } else {
            stop();
            end.run();
        }
    }
}
