package dev.rebound.console.kit;

import dev.rebound.filter.Filter;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Parts of a filter that hold in every view until they are taken away. The screen's thread only. */
public final class Pins {
    private final ReadOnlyObjectWrapper<Filter> held = new ReadOnlyObjectWrapper<>(Filter.all());

    /** Lets a part of a filter hold everywhere. */
    public void pin(Filter part) {
        held.set(Filter.and(held.get(), part));
    }

    /** Takes a part away again. */
    public void unpin(Filter part) {
        held.set(held.get().without(part));
    }

    /** What holds. */
    public ReadOnlyObjectProperty<Filter> heldProperty() {
        return held.getReadOnlyProperty();
    }
}
