package dev.rebound.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * What the operator decides about reading the data.
 *
 * @param retryWindows how long each ESP keeps trying, by ESP name; {@link #DEFAULT_RETRY_WINDOW} where unnamed
 * @param providersByDomain the operator's own mailbox providers, by domain in lower case; they win over the built-in map
 * @param inFlightGrace how long after an invalidation a send counts as already under way
 * @param finalSoftBouncesSince from when on a soft bounce of the platform ends a message; before it every failed try was
 *     one (Braze changed this on 25 February 2025)
 */
public record DataSettings(
        Map<String, Duration> retryWindows,
        Map<String, String> providersByDomain,
        Duration inFlightGrace,
        Instant finalSoftBouncesSince) {
    /** Most services and the platform retry for three days. */
    public static final Duration DEFAULT_RETRY_WINDOW = Duration.ofDays(3);

    public DataSettings {
        retryWindows = Map.copyOf(retryWindows);
        providersByDomain = Map.copyOf(providersByDomain);
    }

    /** Nothing decided yet. */
    public static DataSettings standard() {
        return new DataSettings(Map.of(), Map.of(), Duration.ofMinutes(15), Instant.parse("2025-02-25T00:00:00Z"));
    }

    /**
     * Reads settings as they are stored: {@code retry-window.<ESP>} as an ISO duration, {@code provider.<domain>} as a
     * name. Unknown keys and unreadable durations are left out.
     */
    public static DataSettings of(Map<String, String> stored) {
        Map<String, Duration> windows = new java.util.HashMap<>();
        Map<String, String> providers = new java.util.HashMap<>();
        stored.forEach((key, value) -> {
            if (key.startsWith("retry-window.")) {
                try {
                    windows.put(key.substring("retry-window.".length()), Duration.parse(value));
                } catch (java.time.format.DateTimeParseException e) {
                    // Checked where it is entered; a store written by hand falls back to the default.
                    windows.remove(key.substring("retry-window.".length()));
                }
            } else if (key.startsWith("provider.")) {
                providers.put(key.substring("provider.".length()).toLowerCase(java.util.Locale.ROOT), value);
            }
        });
        DataSettings s = standard();
        return new DataSettings(windows, providers, s.inFlightGrace(), s.finalSoftBouncesSince());
    }

    /** How long this ESP keeps trying. */
    public Duration retryWindow(String esp) {
        return retryWindows.getOrDefault(esp, DEFAULT_RETRY_WINDOW);
    }
}
