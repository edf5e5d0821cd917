package dev.rebound.insight;

import java.util.List;

/** How many of each ESP's messages were found among the platform's sends. */
public record JoinReport(List<Source> sources) {
    /**
     * One ESP.
     *
     * @param name the source
     * @param messages its messages
     * @param joined those that belong to a send of the platform
     * @param unjoinedEvents for each message that found none, one event row of it
     */
    public record Source(String name, int messages, int joined, List<Integer> unjoinedEvents) {
        /** The share that was joined, 0 to 1; 1 where there is nothing to join. */
        public double rate() {
            return messages == 0 ? 1 : (double) joined / messages;
        }
    }

    public JoinReport {
        sources = List.copyOf(sources);
    }
}
