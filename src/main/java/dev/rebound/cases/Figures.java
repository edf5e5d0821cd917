package dev.rebound.cases;

import dev.rebound.domain.MessageState;
import dev.rebound.filter.Filter;
import dev.rebound.filter.FilterParser;
import dev.rebound.filter.FilterSyntaxException;
import dev.rebound.insight.GapBy;
import dev.rebound.insight.GapGroup;
import dev.rebound.insight.Picture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was counted, and on which data.
 *
 * @param readAt when it was read
 * @param events how many events the data had then: its version
 * @param dataEnd the last event of the data then; null without data
 * @param counts {@code sends}, {@code delivered}, {@code gap} and every state by its code
 */
public record Figures(Instant readAt, long events, @Nullable Instant dataEnd, Map<String, Long> counts) {
    /** A figure that is no longer what it was. */
    public record Move(String figure, long before, long now) {}

    public Figures {
        counts = Map.copyOf(counts);
    }

    /** Counts the messages that a case is about as the data is now, with the pins that the case has now. */
    public static Figures of(Picture picture, CaseFile about, Instant now) throws FilterSyntaxException {
        return of(picture.pinning(PinnedCases.of(List.of(about))), about.subject(), now);
    }

    /** Counts the messages of a filter's text as the data is now. */
    public static Figures of(Picture picture, String filter, Instant now) throws FilterSyntaxException {
        return of(picture, FilterParser.parse(filter), now);
    }

    private static Figures of(Picture picture, Filter filter, Instant now) {
        Map<String, Long> counts = new TreeMap<>();
        long sends = 0;
        for (GapGroup g : picture.gap(filter, GapBy.CAMPAIGN)) {
            sends += g.sends();
            g.states().forEach((state, n) -> counts.merge(state.code(), n, Long::sum));
        }
        long delivered = counts.getOrDefault(MessageState.DELIVERED.code(), 0L)
                + counts.getOrDefault(MessageState.RETURNED.code(), 0L);
        counts.put("sends", sends);
        counts.put("gap", sends - delivered);
        return new Figures(now, picture.events().size(), picture.dataEnd(), counts);
    }

    /** A count; 0 for what was not counted. */
    public long count(String figure) {
        return counts.getOrDefault(figure, 0L);
    }

    /** Whether the states sum up to the sends. */
    public boolean addsUp() {
        long sum = 0;
        for (MessageState s : MessageState.values()) {
            sum += count(s.code());
        }
        return sum == count("sends");
    }

    /** What is different now: sends and gap first, then the states in their order. */
    public List<Move> movedTo(Figures now) {
        List<Move> moves = new ArrayList<>();
        List<String> order = new ArrayList<>(List.of("sends", "gap"));
        for (MessageState s : MessageState.values()) {
            order.add(s.code());
        }
        for (String figure : order) {
            if (count(figure) != now.count(figure)) {
                moves.add(new Move(figure, count(figure), now.count(figure)));
            }
        }
        return moves;
    }
}
