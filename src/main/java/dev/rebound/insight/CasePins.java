package dev.rebound.insight;

import java.util.Map;

/** To which cases the operator pinned which messages. Two that pin the same are equal. */
public interface CasePins {
    /** Nothing is pinned. */
    CasePins NONE = picture -> Map.of();

    /** The rows of the pinned messages that a picture has, by each word of {@code case:} that finds them. */
    Map<String, int[]> in(Picture picture);
}
