package dev.rebound.store;

import java.util.List;

/**
 * What a full check found.
 *
 * @param imports number of imports checked
 * @param events number of events checked
 * @param pages number of stored pages whose checksum was verified
 * @param problems one sentence each, naming the import that is hit; empty when all is sound
 */
public record CheckReport(long imports, long events, long pages, List<String> problems) {
    public CheckReport {
        problems = List.copyOf(problems);
    }

    /** Whether everything that was stored can be read as it was written. */
    public boolean isSound() {
        return problems.isEmpty();
    }
}
