package dev.rebound.insight;

import java.time.Duration;
import java.util.List;

/** How many of each ESP's messages were found among the platform's sends. */
public record JoinReport(List<Source> sources) {
    /** An ESP that says when it accepted a message did so within this time of the platform's send. */
    public static final Duration ACCEPTED_WITHIN = Duration.ofMinutes(15);

    /** An answer without an acceptance belongs to a send within this time before it. */
    public static final Duration ANSWERED_WITHIN = Duration.ofDays(3);

    /**
     * One ESP.
     *
     * @param name the source
     * @param messages its messages
     * @param joined those that belong to a send of the platform
     * @param byId those of them that were joined by an id of the platform or of the ESP; the rest by address and time
     * @param unjoinedEvents for each message that found none, one event row of it
     */
    public record Source(String name, int messages, int joined, int byId, List<Integer> unjoinedEvents) {
        /** The share that was joined, 0 to 1; 1 where there is nothing to join. */
        public double rate() {
            return messages == 0 ? 1 : (double) joined / messages;
        }
    }

    public JoinReport {
        sources = List.copyOf(sources);
    }
}
