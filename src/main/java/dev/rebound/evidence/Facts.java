package dev.rebound.evidence;

import dev.rebound.domain.MessageState;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.filter.FlagWord;
import dev.rebound.index.Bitmap;
import dev.rebound.index.Questions.FacetValue;
import dev.rebound.index.Table;
import dev.rebound.insight.Coverage;
import dev.rebound.insight.GapBy;
import dev.rebound.insight.GapGroup;
import dev.rebound.insight.Incident;
import dev.rebound.insight.Picture;
import dev.rebound.session.Session;
import dev.rebound.store.StoreException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Everything a pack tells, read once from one picture, so that all its files agree. */
final class Facts {
    private static final int MOST_VALUES = 50;
    private static final Pattern IP =
            Pattern.compile("\\[\\d{1,3}(?:\\.\\d{1,3}){3}]|\\b\\d{1,3}(?:\\.\\d{1,3}){3}\\b");

    /** A reason of a state with its count, and the rule that stands for it. */
    record ReasonCount(MessageState state, String reason, long count, String rule) {}

    final Session session;
    /** Its days begin at midnight in the zone that was asked for. */
    final Picture picture;

    /** Keeps the incidents, which are the same in every zone. */
    private final Picture newest;

    final Filter filter;
    final Bitmap rows;
    /** The messages, oldest first. */
    final int[] messages;

    final Sources sources;
    final List<GapGroup> campaigns;
    final long sends;
    final Map<MessageState, Long> states = new EnumMap<>(MessageState.class);
    final @Nullable Instant firstSend;
    final @Nullable Instant lastSend;
    /** When the first and the last of the messages that failed got their answer; null where none got one. */
    final @Nullable Instant firstFailure;

    final @Nullable Instant lastFailure;

    private Facts(Session session, Filter filter, ZoneId zone, BooleanSupplier cancelled) throws StoreException {
        this.session = session;
        this.filter = filter;
        newest = session.picture();
        picture = newest.zone().equals(zone) ? newest : newest.seen(Filter.all(), zone);
        rows = picture.questions().select(filter);
        messages = picture.questions().page(rows, false, 0, Integer.MAX_VALUE);
        sources = Sources.of(session, picture, messages, cancelled);
        campaigns = picture.gap(filter, GapBy.CAMPAIGN);
        sends = campaigns.stream().mapToLong(GapGroup::sends).sum();
        for (MessageState s : MessageState.values()) {
            states.put(s, campaigns.stream().mapToLong(g -> g.count(s)).sum());
        }
        Span sent = new Span();
        Span failed = new Span();
        for (int m : messages) {
            MessageState state = picture.messages().state(m);
            sent.add(picture.messages().sentMillis(m));
            if (state != null && isAnswered(state)) {
                failed.add(picture.messages().timeMillis(m));
            }
        }
        firstSend = sent.first();
        lastSend = sent.last();
        firstFailure = failed.first();
        lastFailure = failed.last();
    }

    /** Reads the facts of the messages that a filter accepts; its days begin at midnight in the zone. */
    static Facts of(Session session, Filter filter, ZoneId zone, BooleanSupplier cancelled) throws StoreException {
        return new Facts(session, filter, zone, cancelled);
    }

    /** Whether what decided about the message was an answer, and no silence. */
    private static boolean isAnswered(MessageState state) {
        return switch (state) {
            case HARD_BOUNCED, BLOCKED, DROPPED, REJECTED, SOFT_BOUNCED, UNRECOGNISED -> true;
            case DELIVERED, RETURNED, UNCOVERED, OPEN, TIMED_OUT, UNEXPLAINED -> false;
        };
    }

    /** The first and the last of some times; 0 is none. */
    private static final class Span {
        private long first = Long.MAX_VALUE;
        private long last;

        void add(long millis) {
            if (millis != 0) {
                first = Math.min(first, millis);
                last = Math.max(last, millis);
            }
        }

        @Nullable
        Instant first() {
            return last == 0 ? null : Instant.ofEpochMilli(first);
        }

        @Nullable
        Instant last() {
            return last == 0 ? null : Instant.ofEpochMilli(last);
        }
    }

    List<Incident> incidents() {
        return newest.incidents();
    }

    long count(MessageState state) {
        return states.getOrDefault(state, 0L);
    }

    long deliveries() {
        return count(MessageState.DELIVERED) + count(MessageState.RETURNED);
    }

    long gap() {
        return sends - deliveries();
    }

    /** The messages of which no final answer is known: still tried, without an answer, or without its file. */
    long unknown() {
        return states.entrySet().stream()
                .filter(e -> !e.getKey().isDelivery() && !isAnswered(e.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    boolean addsUp() {
        return sends == states.values().stream().mapToLong(Long::longValue).sum();
    }

    /** When the last open message is known at the latest. */
    @Nullable
    Instant openUntil() {
        Instant last = null;
        for (GapGroup g : campaigns) {
            Instant open = g.open();
            if (open != null && (last == null || open.isAfter(last))) {
                last = open;
            }
        }
        return last;
    }

    /**
     * What stands beside the account, in this order: not sent, deliveries without a send, tests, repeated events. A
     * filter that keeps the sends only does not hide it.
     */
    long[] beside() {
        List<GapGroup> all = picture.gap(filter.without(Filter.is(Field.FLAG, FlagWord.SENT.word())), GapBy.CAMPAIGN);
        return new long[] {
            all.stream().mapToLong(GapGroup::notSent).sum(),
            all.stream().mapToLong(GapGroup::orphanDeliveries).sum(),
            all.stream().mapToLong(GapGroup::testSends).sum(),
            all.stream().mapToLong(GapGroup::duplicates).sum()
        };
    }

    /** The values of a field with their counts, most first. */
    List<FacetValue> values(Field field) {
        return picture.questions().facet(rows, field, MOST_VALUES).stream()
                .filter(v -> !v.value().isEmpty())
                .toList();
    }

    /** The reasons of each state without a delivery, in the order of the states, most first. */
    List<ReasonCount> reasons() {
        List<ReasonCount> out = new ArrayList<>();
        for (MessageState state : MessageState.values()) {
            if (state == MessageState.DELIVERED || count(state) == 0) {
                continue;
            }
            Map<String, Integer> example = new LinkedHashMap<>();
            Bitmap of = picture.questions()
                    .select(Filter.and(Filter.is(Field.FLAG, FlagWord.of(state).word()), filter));
            of.forEach(m -> {
                var reason = picture.row(m).reason();
                if (reason != null) {
                    example.putIfAbsent(reason.code(), m);
                }
            });
            for (FacetValue v : picture.questions().facet(of, Field.REASON, MOST_VALUES)) {
                Integer m = example.get(v.value());
                if (m != null) {
                    String rule = picture.message(m).decidingEvent().rule();
                    out.add(new ReasonCount(state, v.value(), v.count(), rule));
                }
            }
        }
        return out;
    }

    /** The replies with their counts, most first; addresses concealed and IPs folded, so that equal answers are one. */
    Map<String, Long> replies(Concealment conceal) {
        Map<String, Long> counts = new LinkedHashMap<>();
        Table.Codes replies = Objects.requireNonNull(picture.messages().codes(Field.REPLY));
        Map<Integer, String> known = new HashMap<>();
        rows.forEach(m -> {
            int code = replies.code(m);
            String reply = code < 0 ? "" : replies.text(code);
            if (!reply.isEmpty()) {
                String plain = known.computeIfAbsent(
                        code, c -> IP.matcher(conceal.text(reply)).replaceAll("[IP]"));
                counts.merge(conceal.text(plain, picture.address(m)), 1L, Long::sum);
            }
        });
        List<Map.Entry<String, Long>> sorted = new ArrayList<>(counts.entrySet());
        sorted.sort(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()));
        Map<String, Long> out = new LinkedHashMap<>();
        sorted.forEach(e -> out.put(e.getKey(), e.getValue()));
        return out;
    }

    /** Hours without their file between the first send and the last answer that is possible. */
    List<Coverage.Hole> missing() {
        Instant first = firstSend;
        return picture.coverage().requests().stream()
                .filter(h -> first == null || h.to().isAfter(first))
                .toList();
    }
}
