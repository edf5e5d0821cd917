package dev.rebound.console.kit;

import org.jspecify.annotations.Nullable;

/** A view that shows rows which can be written to a file. */
public interface ExportSubject {
    /** The rows as they are now; null where nothing is shown. */
    Place.@Nullable Export export();
}
