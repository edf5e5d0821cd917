package dev.rebound.insight;

import dev.rebound.domain.MessageState;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.filter.FlagWord;
import dev.rebound.filter.Match;
import dev.rebound.index.Bitmap;
import dev.rebound.index.Table;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Why most of a group's missing messages are missing: a reason, or a state where nobody gave a reason.
 *
 * @param reason the reason's code; empty where the messages have none
 * @param state their state where they have no reason; null where they have one
 * @param provider the provider at which nearly all of them are, and only those are counted; empty where they are at several
 * @param count how many messages
 * @param rows the filter that opens them
 */
public record MainCause(String reason, @Nullable MessageState state, String provider, long count, Filter rows) {
    private static final double NEARLY_ALL = 0.8;

    private static final Filter MISSING = Filter.and(
            Filter.is(Field.FLAG, FlagWord.SENT.word()),
            new Filter.Not(new Filter.Or(List.of(
                    Filter.is(Field.FLAG, FlagWord.DELIVERED.word()),
                    Filter.is(Field.FLAG, FlagWord.RETURNED.word())))));

    private static final Filter ANSWERED = new Filter.Not(new Filter.Or(List.of(
            Filter.is(Field.FLAG, FlagWord.of(MessageState.UNCOVERED).word()),
            Filter.is(Field.FLAG, FlagWord.of(MessageState.UNEXPLAINED).word()))));

    /** The main cause of each of some groups of all messages that misses any, by the group's key. */
    public static Map<String, MainCause> of(Picture picture, List<GapGroup> groups, GapBy by) {
        return new Counting(picture, by).of(groups);
    }

    /** What is counted, in two walks over the missing messages: the causes, then the providers of the main ones. */
    private static final class Counting {
        private final Picture picture;
        private final MessageTable messages;
        private final Bitmap missing;
        private final Table.Codes reasons;
        private final Table.Codes providers;
        private final IntFunction<String> keys;
        private final boolean byPlace;
        /** The groups with a message that has a reason and is counted by its state. */
        private final Set<String> putOff = new HashSet<>();

        Counting(Picture picture, GapBy by) {
            this.picture = picture;
            messages = picture.messages();
            missing = picture.questions().select(MISSING);
            reasons = Objects.requireNonNull(messages.codes(Field.REASON));
            providers = Objects.requireNonNull(messages.codes(Field.PROVIDER));
            byPlace = by == GapBy.PROVIDER || by == GapBy.DOMAIN;
            Field field = by.field();
            keys = field == null ? byTime(by) : byCode(Objects.requireNonNull(messages.codes(field)));
        }

        private static IntFunction<String> byCode(Table.Codes column) {
            String[] texts = new String[column.codes()];
            return row -> {
                int code = column.code(row);
                if (code < 0) {
                    return "";
                }
                if (texts[code] == null) {
                    texts[code] = column.text(code);
                }
                return texts[code];
            };
        }

        private IntFunction<String> byTime(GapBy by) {
            Map<Long, String> known = new HashMap<>();
            return row -> {
                long sent = messages.sentMillis(row);
                long at = sent == 0 ? messages.timeMillis(row) : sent;
                return known.computeIfAbsent(
                        Math.floorDiv(at, GapAccount.QUARTER_MILLIS),
                        q -> GapAccount.key(Instant.ofEpochMilli(at), by, picture.zone()));
            };
        }

        /**
         * The code of a message's reason, or beneath all of them its state. What put off a message is not why it is missing
         * where the file with its answer is, or where a whole file holds none.
         */
        private int cause(int row) {
            int reason = reasons.code(row);
            MessageState state = Objects.requireNonNull(messages.state(row));
            return reason >= 0 && !isAlone(state) ? reason : -1 - state.ordinal();
        }

        /** Whether a state is the cause itself, whatever was said before. */
        private static boolean isAlone(MessageState state) {
            return state == MessageState.UNCOVERED || state == MessageState.UNEXPLAINED;
        }

        Map<String, MainCause> of(List<GapGroup> groups) {
            Map<String, Map<Integer, Long>> causes = new HashMap<>();
            missing.forEach(row -> {
                int cause = cause(row);
                String key = keys.apply(row);
                causes.computeIfAbsent(key, k -> new TreeMap<>()).merge(cause, 1L, Long::sum);
                if (cause < 0 && reasons.code(row) >= 0) {
                    putOff.add(key);
                }
            });
            Map<String, Integer> main = new HashMap<>();
            causes.forEach((key, counts) -> main.put(key, most(counts)));
            Map<String, Map<Integer, Long>> places = new HashMap<>();
            missing.forEach(row -> {
                String key = keys.apply(row);
                if (!byPlace && cause(row) == Objects.requireNonNull(main.get(key))) {
                    places.computeIfAbsent(key, k -> new TreeMap<>()).merge(providers.code(row), 1L, Long::sum);
                }
            });
            Map<String, MainCause> found = new HashMap<>();
            for (GapGroup group : groups) {
                Integer cause = main.get(group.key());
                if (cause != null) {
                    long count = Objects.requireNonNull(causes.get(group.key())).getOrDefault(cause, 0L);
                    found.put(group.key(), told(group, cause, count, places.getOrDefault(group.key(), Map.of())));
                }
            }
            return found;
        }

        private static int most(Map<Integer, Long> counts) {
            return counts.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .orElseThrow()
                    .getKey();
        }

        private MainCause told(GapGroup group, int cause, long count, Map<Integer, Long> places) {
            Filter rows;
            if (cause >= 0) {
                rows = Filter.and(group.rows(), MISSING, Filter.is(Field.REASON, reasons.text(cause)));
                rows = putOff.contains(group.key()) ? Filter.and(rows, ANSWERED) : rows;
            } else {
                rows = group.rows(MessageState.values()[-1 - cause]);
                if (group.count(MessageState.values()[-1 - cause]) > count) {
                    rows = Filter.and(rows, new Filter.Not(new Filter.Term(Field.REASON, new Match.Any())));
                }
            }
            int place = places.isEmpty() ? -1 : most(places);
            long there = places.getOrDefault(place, 0L);
            boolean named = place >= 0 && there >= NEARLY_ALL * count;
            return new MainCause(
                    cause >= 0 ? reasons.text(cause) : "",
                    cause >= 0 ? null : MessageState.values()[-1 - cause],
                    named ? providers.text(place) : "",
                    named ? there : count,
                    named ? Filter.and(rows, Filter.is(Field.PROVIDER, providers.text(place))) : rows);
        }
    }
}
