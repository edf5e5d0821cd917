package dev.rebound.console.kit;

/** Takes a person somewhere. */
@FunctionalInterface
public interface Navigator {
    /** Goes there and remembers where it came from. */
    void go(Place place);
}
