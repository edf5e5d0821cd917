package dev.rebound.intake;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.Verdict;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a file tells, found out without storing it.
 *
 * @param first the earliest event's time; null where there is no event
 * @param last the latest event's time; null where there is no event
 * @param kinds how many events of each kind it tells, known ones among them
 * @param marked addresses, as they are compared, that its bounces mark invalid; at most {@link #MOST_MARKED}
 * @param begins its first events
 */
public record FileContents(
        @Nullable Instant first,
        @Nullable Instant last,
        Map<EventKind, Long> kinds,
        Set<String> marked,
        List<Event> begins) {
    /** How many events are shown in full. */
    public static final int EVENTS_SHOWN = 20;

    /** How many addresses are named; where there are so many, there are more. */
    public static final int MOST_MARKED = 100_000;

    /** An event as it would be stored. */
    public record Event(
            Instant time,
            String address,
            EventKind kind,
            @Nullable String reply,
            Verdict verdict) {}

    /** Keeps its own collections. */
    public FileContents {
        kinds = kinds.isEmpty() ? Map.of() : new EnumMap<>(kinds);
        marked = Set.copyOf(marked);
        begins = List.copyOf(begins);
    }
}
