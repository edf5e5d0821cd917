package dev.rebound.console.start;

import dev.rebound.domain.MessageState;
import dev.rebound.filter.Filter;
import dev.rebound.insight.GapBy;
import dev.rebound.insight.Incident;
import dev.rebound.insight.Picture;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The figures of one look at the data, kept so that the next look can say what moved.
 *
 * @param at when they were looked at
 * @param states messages by state, over all campaigns
 * @param incidents {@linkplain #key keys} of the refusals known then
 */
record Visit(Instant at, Map<MessageState, Long> states, Set<String> incidents) {
    Visit {
        states = Map.copyOf(states);
        incidents = Set.copyOf(incidents);
    }

    /** A look at a picture. */
    static Visit of(Picture picture, List<Incident> refusals, Instant at) {
        Map<MessageState, Long> states = new EnumMap<>(MessageState.class);
        picture.gap(Filter.all(), GapBy.CAMPAIGN)
                .forEach(g -> g.states().forEach((state, n) -> states.merge(state, n, Long::sum)));
        return new Visit(at, states, refusals.stream().map(Visit::key).collect(Collectors.toCollection(TreeSet::new)));
    }

    /** What tells an incident from others; it may grow at its end as more is imported. */
    static String key(Incident incident) {
        return incident.provider() + " " + incident.reason().code() + " " + incident.from();
    }

    /** One line for the time, one for the states, one for each incident. */
    String text() {
        String counts = states.entrySet().stream()
                .map(e -> e.getKey().code() + "=" + e.getValue())
                .sorted()
                .collect(Collectors.joining(" "));
        return at + "\n" + counts
                + incidents.stream().sorted().map(i -> "\n" + i).collect(Collectors.joining());
    }

    /** A kept text; empty where it is none, such as one of another version. */
    static Optional<Visit> parse(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() < 2) {
            return Optional.empty();
        }
        Map<MessageState, Long> states = new EnumMap<>(MessageState.class);
        try {
            for (String count : lines.get(1).split(" ", -1)) {
                String[] parts = count.split("=", 2);
                for (MessageState state : MessageState.values()) {
                    if (parts.length == 2 && state.code().equals(parts[0])) {
                        states.put(state, Long.parseLong(parts[1]));
                    }
                }
            }
            return Optional.of(
                    new Visit(Instant.parse(lines.getFirst()), states, Set.copyOf(lines.subList(2, lines.size()))));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
