package dev.rebound.insight;

import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.index.Bitmap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How an incident began and ended: the answers of its provider before, during and after it, step by step, those that met it apart
 * from the others. The steps are all of one length, the first and the last lie outside of the incident where there is data.
 *
 * @param step the length of a step
 * @param steps in the order of time, none left out
 */
public record IncidentCourse(Duration step, List<Step> steps) {
    /** More bars than these are no course but a comb. */
    private static final int MOST_STEPS = 36;

    private static final Duration LEAST_AROUND = Duration.ofMinutes(30);
    private static final List<Duration> LENGTHS = List.of(
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofDays(1));

    /**
     * A stretch of time.
     *
     * @param from its begin; it ends where the next one begins
     * @param met rows of the messages that met the incident in it
     * @param others rows of the provider's other messages that were answered in it
     */
    public record Step(Instant from, List<Integer> met, List<Integer> others) {
        public Step {
            met = List.copyOf(met);
            others = List.copyOf(others);
        }
    }

    public IncidentCourse {
        steps = List.copyOf(steps);
    }

    /** The course of an incident of a picture; any thread. */
    public static IncidentCourse of(Picture picture, Incident incident) {
        Duration lasted = Duration.between(incident.from(), incident.to());
        Duration around = lasted.compareTo(LEAST_AROUND) < 0 ? LEAST_AROUND : lasted;
        Instant begin = incident.from().minus(around);
        Instant end = incident.to().plus(around);
        Duration step = length(Duration.between(begin, end));
        long length = step.toMillis();
        long first = Math.floorDiv(begin.toEpochMilli(), length);
        int count = (int) (Math.floorDiv(end.toEpochMilli(), length) - first) + 1;
        List<List<Integer>> met = lists(count);
        List<List<Integer>> others = lists(count);
        Set<Integer> struck = new HashSet<>(incident.messages());
        MessageTable messages = picture.messages();
        Bitmap rows = picture.questions().select(Filter.is(Field.PROVIDER, incident.provider()));
        for (int m = rows.next(0); m >= 0; m = rows.next(m + 1)) {
            long at = messages.kind(m) == MessageKind.SENT ? Incidents.met(messages, incident.kind(), m) : -1;
            long place = Math.floorDiv(at, length) - first;
            if (at >= 0 && place >= 0 && place < count) {
                (struck.contains(m) ? met : others).get((int) place).add(m);
            }
        }
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            steps.add(new Step(Instant.ofEpochMilli((first + i) * length), met.get(i), others.get(i)));
        }
        return new IncidentCourse(step, steps);
    }

    private static Duration length(Duration whole) {
        return LENGTHS.stream()
                .filter(l -> whole.dividedBy(l) < MOST_STEPS)
                .findFirst()
                .orElseGet(() -> Duration.ofDays(1 + whole.toDays() / MOST_STEPS));
    }

    private static List<List<Integer>> lists(int count) {
        List<List<Integer>> lists = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lists.add(new ArrayList<>());
        }
        return lists;
    }
}
