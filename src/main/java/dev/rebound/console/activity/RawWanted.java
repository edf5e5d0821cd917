package dev.rebound.console.activity;

import javafx.event.Event;
import javafx.event.EventType;

/** Somebody wants to see the raw record of the chosen row. */
final class RawWanted extends Event {
    static final EventType<RawWanted> TYPE = new EventType<>(Event.ANY, "RAW_WANTED");
    private static final long serialVersionUID = 1L;

    RawWanted() {
        super(TYPE);
    }
}
