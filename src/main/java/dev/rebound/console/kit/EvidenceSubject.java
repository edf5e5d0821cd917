package dev.rebound.console.kit;

import org.jspecify.annotations.Nullable;

/** A view that shows messages of which evidence can be made. */
public interface EvidenceSubject {
    /** What a pack made now would be about; null where nothing is shown. */
    Place.@Nullable Evidence evidence();
}
