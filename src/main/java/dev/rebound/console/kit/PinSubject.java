package dev.rebound.console.kit;

import org.jspecify.annotations.Nullable;

/** A view with chosen messages that can be pinned to a case. */
public interface PinSubject {
    /** The chosen messages; null where none is chosen. */
    Place.@Nullable Pin pin();
}
