package dev.rebound.store;

import java.time.Instant;

/**
 * What erasing a person changes, or changed.
 *
 * @param pseudonym what stands for the address from then on
 * @param at when it was done; the time of the question for a preview
 * @param events events of the address; they stay, under the pseudonym
 * @param texts distinct texts (replies, subjects, ids, …) that hold the address
 * @param records raw records that hold it
 * @param lines lines of user exports and unreadable lines that hold it
 * @param others names of files and decisions of the operator that hold it
 */
public record ErasureReport(
        String pseudonym, Instant at, long events, long texts, long records, long lines, long others) {
    /** Whether the address is anywhere. */
    public boolean isAnywhere() {
        return events + texts + records + lines + others > 0;
    }
}
