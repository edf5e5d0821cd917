package dev.rebound.feeds.profile;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A record and what stands around it.
 *
 * @param outer the record whose list this one stands in
 * @param path the file's path, inside its container too
 */
record Scope(JsonNode node, @Nullable Scope outer, String path) {
    /** The last step of the path. */
    String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The last step of the path without what compression and format put behind it. */
    String stem() {
        String name = fileName();
        int dot = name.indexOf('.', 1);
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** The last step but one of the path; empty where there is none. */
    String folder() {
        int end = path.lastIndexOf('/');
        return end < 0 ? "" : path.substring(path.lastIndexOf('/', end - 1) + 1, end);
    }
}
