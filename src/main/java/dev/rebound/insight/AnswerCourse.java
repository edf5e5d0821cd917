package dev.rebound.insight;

import dev.rebound.domain.MessageState;
import dev.rebound.index.Bitmap;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How soon some sends got the answer that stands now: for each state, how many had it within 1, 2, 3 … hours of their
 * send. What never got an answer (open, out of time, not covered, unexplained) is in no hour.
 *
 * @param sends messages looked at
 * @param byHour each list has the same length and includes the hours before; states without a message are missing
 */
public record AnswerCourse(long sends, Map<MessageState, List<Long>> byHour) {
    private static final int HOURS = 72;
    private static final long HOUR_MILLIS = 3_600_000L;

    public AnswerCourse {
        byHour = Map.copyOf(byHour);
    }

    /** Adds up a selection of a picture's messages. */
    public static AnswerCourse of(Picture picture, Bitmap rows) {
        MessageTable messages = picture.messages();
        Map<MessageState, long[]> counts = new EnumMap<>(MessageState.class);
        long sends = 0;
        int last = 0;
        for (int m = rows.next(0); m >= 0; m = rows.next(m + 1)) {
            MessageState state = messages.state(m);
            if (messages.kind(m) != MessageKind.SENT || state == null) {
                continue;
            }
            sends++;
            long answered = answeredMillis(picture, m, state);
            if (answered > 0) {
                int hour = (int) Math.clamp((answered - messages.sentMillis(m)) / HOUR_MILLIS, 0, HOURS - 1L);
                counts.computeIfAbsent(state, s -> new long[HOURS])[hour]++;
                last = Math.max(last, hour);
            }
        }
        Map<MessageState, List<Long>> byHour = new EnumMap<>(MessageState.class);
        int hours = last + 1;
        counts.forEach((state, of) -> byHour.put(state, cumulated(of, hours)));
        return new AnswerCourse(sends, byHour);
    }

    /** When the answer came; 0 where none did. */
    private static long answeredMillis(Picture picture, int message, MessageState state) {
        return switch (state) {
            case DELIVERED, RETURNED -> picture.messages().deliveredMillis(message);
            case HARD_BOUNCED, BLOCKED, DROPPED, REJECTED, SOFT_BOUNCED, UNRECOGNISED ->
                picture.events().timeMillis(picture.messages().decidingEvent(message));
            case UNCOVERED, OPEN, TIMED_OUT, UNEXPLAINED -> 0;
        };
    }

    private static List<Long> cumulated(long[] counts, int hours) {
        long[] sums = counts.clone();
        java.util.Arrays.parallelPrefix(sums, Long::sum);
        return java.util.Arrays.stream(sums).limit(hours).boxed().toList();
    }

    /** How many hours any of the lists goes on. */
    public int hours() {
        return byHour.values().stream().mapToInt(List::size).max().orElse(0);
    }

    /** Shares of the sends in a state after 0, 1, 2 … hours. */
    public List<Double> shares(MessageState state) {
        return Stream.concat(Stream.of(0L), byHour.getOrDefault(state, List.of()).stream())
                .map(n -> sends == 0 ? 0.0 : (double) n / sends)
                .toList();
    }

    /** Shares of the sends that had arrived after 0, 1, 2 … hours, those that came back later included. */
    public List<Double> delivered() {
        List<Double> delivered = shares(MessageState.DELIVERED);
        List<Double> returned = shares(MessageState.RETURNED);
        return java.util.stream.IntStream.range(0, Math.max(delivered.size(), returned.size()))
                .mapToObj(h -> at(delivered, h) + at(returned, h))
                .toList();
    }

    private static double at(List<Double> shares, int hour) {
        return shares.get(Math.min(hour, shares.size() - 1));
    }
}
