package dev.rebound.insight;

import dev.rebound.domain.EventText;
import dev.rebound.domain.MessageState;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.filter.FlagWord;
import dev.rebound.filter.Match;
import dev.rebound.index.Bitmap;
import dev.rebound.index.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds up the gap of a selection of messages, group by group. */
final class GapAccount {
    /** What is sent within one is of one hour and of one day in every zone. */
    static final long QUARTER_MILLIS = 900_000L;

    private final MessageTable messages;
    private final ZoneId zone;

    /** One group while it is added up. */
    private static final class Sum {
        long sends;
        final long[] states = new long[MessageState.values().length];
        long orphanDeliveries;
        long orphans;
        long others;
        long tests;
        long notSent;
        long duplicates;
        long openUntil;
        long firstSend = Long.MAX_VALUE;

        @Nullable
        String id;

        void add(Sum later) {
            sends += later.sends;
            for (int state = 0; state < states.length; state++) {
                states[state] += later.states[state];
            }
            orphanDeliveries += later.orphanDeliveries;
            orphans += later.orphans;
            others += later.others;
            tests += later.tests;
            notSent += later.notSent;
            duplicates += later.duplicates;
            openUntil = Math.max(openUntil, later.openUntil);
            firstSend = Math.min(firstSend, later.firstSend);
            id = id == null ? later.id : id;
        }
    }

    GapAccount(MessageTable messages, ZoneId zone) {
        this.messages = messages;
        this.zone = zone;
    }

    /** The groups of a selection, largest gap first, then most sends, then by name. */
    List<GapGroup> of(Bitmap rows, GapBy by) {
        Field field = by.field();
        Table.Codes column = field == null ? null : messages.codes(field);
        Map<String, Sum> sums = column == null ? byTime(rows, by) : byCode(rows, column, by);
        List<GapGroup> groups = new ArrayList<>();
        sums.forEach((key, sum) -> groups.add(group(key, sum, by)));
        groups.sort(
                by == GapBy.DAY || by == GapBy.HOUR
                        ? Comparator.comparing(GapGroup::key)
                        : Comparator.comparingLong(GapGroup::gap)
                                .reversed()
                                .thenComparing(Comparator.comparingLong(GapGroup::sends)
                                        .reversed())
                                .thenComparing(GapGroup::key));
        return groups;
    }

    private Map<String, Sum> byTime(Bitmap rows, GapBy by) {
        Map<String, Sum> sums = new LinkedHashMap<>();
        long hour = Long.MIN_VALUE;
        Sum sum = new Sum();
        for (int row = rows.next(0); row >= 0; row = rows.next(row + 1)) {
            long sent = messages.sentMillis(row);
            long at = sent == 0 ? messages.timeMillis(row) : sent;
            // Rows of one quarter of an hour are of one hour and of one day in every zone, and mostly stand together.
            if (Math.floorDiv(at, QUARTER_MILLIS) != hour) {
                hour = Math.floorDiv(at, QUARTER_MILLIS);
                sum = sums.computeIfAbsent(key(Instant.ofEpochMilli(at), by, zone), k -> new Sum());
            }
            add(sum, row, by);
        }
        return sums;
    }

    /** The key of the hour or day of a moment. */
    static String key(Instant moment, GapBy by, ZoneId zone) {
        return by == GapBy.HOUR
                ? moment.truncatedTo(ChronoUnit.HOURS).toString()
                : LocalDate.ofInstant(moment, zone).toString();
    }

    private Map<String, Sum> byCode(Bitmap rows, Table.Codes column, GapBy by) {
        Sum[] byCode = rows.inParts(part -> sums(part, column, by), GapAccount::together);
        Map<String, Sum> sums = new LinkedHashMap<>();
        for (int code = 0; code < byCode.length; code++) {
            if (byCode[code] != null) {
                sums.put(code == 0 ? "" : column.text(code - 1), byCode[code]);
            }
        }
        return sums;
    }

    private Sum[] sums(Bitmap rows, Table.Codes column, GapBy by) {
        Sum[] byCode = new Sum[column.codes() + 1];
        for (int row = rows.next(0); row >= 0; row = rows.next(row + 1)) {
            int code = column.code(row) + 1;
            Sum sum = byCode[code];
            if (sum == null) {
                sum = new Sum();
                byCode[code] = sum;
            }
            add(sum, row, by);
        }
        return byCode;
    }

    private static Sum[] together(Sum[] first, Sum[] then) {
        for (int code = 0; code < then.length; code++) {
            if (first[code] == null) {
                first[code] = then[code];
            } else if (then[code] != null) {
                first[code].add(then[code]);
            }
        }
        return first;
    }

    private void add(Sum sum, int row, GapBy by) {
        if (by == GapBy.CAMPAIGN && sum.id == null) {
            String campaign = messages.text(EventText.CAMPAIGN_ID, row);
            sum.id = campaign == null ? messages.text(EventText.CANVAS_ID, row) : campaign;
        }
        sum.duplicates += messages.repeats(row);
        MessageState state = messages.state(row);
        switch (messages.kind(row)) {
            case SENT -> {
                sum.sends++;
                sum.firstSend = Math.min(sum.firstSend, messages.sentMillis(row));
                if (state != null) {
                    sum.states[state.ordinal()]++;
                }
                if (state == MessageState.OPEN) {
                    sum.openUntil = Math.max(sum.openUntil, messages.windowEndMillis(row));
                }
                return;
            }
            case TEST -> sum.tests++;
            case NOT_SENT -> sum.notSent++;
            case ORPHAN_DELIVERY -> sum.orphanDeliveries++;
            case ORPHAN -> {}
        }
        sum.others++;
        sum.orphans += state == null ? 0 : 1;
    }

    private GapGroup group(String key, Sum sum, GapBy by) {
        Filter all = rows(key, by);
        // The account counts sends only; the word is left out where it would change nothing.
        Filter sent = Filter.and(all, Filter.is(Field.FLAG, FlagWord.SENT.word()));
        return new GapGroup(
                key,
                sum.id,
                sum.sends,
                states(sum),
                sum.orphanDeliveries,
                sum.duplicates,
                sum.tests,
                sum.notSent,
                sum.openUntil == 0 ? null : Instant.ofEpochMilli(sum.openUntil),
                sum.sends == 0 ? null : Instant.ofEpochMilli(sum.firstSend),
                sum.others > 0 ? sent : all,
                sum.orphans > 0 ? sent : all);
    }

    private static Map<MessageState, Long> states(Sum sum) {
        Map<MessageState, Long> states = new EnumMap<>(MessageState.class);
        for (MessageState state : MessageState.values()) {
            if (sum.states[state.ordinal()] > 0) {
                states.put(state, sum.states[state.ordinal()]);
            }
        }
        return states;
    }

    private static Filter rows(String key, GapBy by) {
        Field field = by.field();
        if (by == GapBy.HOUR) {
            Instant from = Instant.parse(key);
            return Filter.and(
                    new Filter.Term(Field.SENT_AT, new Match.Compare(Match.Operator.AT_LEAST, key)),
                    new Filter.Term(
                            Field.SENT_AT,
                            new Match.Compare(
                                    Match.Operator.LESS,
                                    from.plus(1, ChronoUnit.HOURS).toString())));
        }
        if (field == null) {
            return Filter.is(Field.SENT_ON, key);
        }
        return key.isEmpty() ? new Filter.Not(new Filter.Term(field, new Match.Any())) : Filter.is(field, key);
    }
}
