package dev.rebound.insight;

import java.time.Instant;

/** A message that was sent to an address after the address had been marked invalid. */
public record SendAfterInvalidation(InvalidAddress address, int message, Instant sentAt, String campaign, Split split) {
    /** How bad it is. */
    public enum Split {
        /** Really attempted: a delivery attempt was made or may have been. */
        ATTEMPTED,
        /** The ESP refused to try: the address was protected. */
        DROPPED,
        /** Already under way when the address was marked. */
        IN_FLIGHT;

        /** The name used on the command line. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
