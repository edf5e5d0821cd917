package dev.rebound.console.activity;

import javafx.event.Event;
import javafx.event.EventType;

/** Somebody wants to pin the chosen rows to a case. */
final class PinWanted extends Event {
    static final EventType<PinWanted> TYPE = new EventType<>(Event.ANY, "PIN_WANTED");
    private static final long serialVersionUID = 1L;

    PinWanted() {
        super(TYPE);
    }
}
