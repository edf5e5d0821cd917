package dev.rebound.store;

import java.util.List;

/**
 * What an undo took away.
 *
 * @param removed events that are gone
 * @param incomplete names of later imports that had skipped events because the undone one held them; importing those
 *     files again brings the events back
 */
public record UndoResult(long importId, String name, long removed, List<String> incomplete) {
    public UndoResult {
        incomplete = List.copyOf(incomplete);
    }
}
