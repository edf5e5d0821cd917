package dev.rebound.insight;

import dev.rebound.domain.MessageState;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.filter.FlagWord;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The account of one campaign (or provider, day, …): what was sent and what became of it.
 *
 * @param key the name shown
 * @param id the campaign's id where the group is a campaign and it is known
 * @param sends messages handed over, tests and aborted ones aside
 * @param states every state with its count, zeros included; they sum up to the sends
 * @param orphanDeliveries deliveries whose send is in no file; beside the account
 * @param duplicates repeated events that were not stored again; beside the account
 * @param testSends test messages; beside the account
 * @param notSent messages stopped before they were handed over; beside the account
 * @param open when the last open message is known at the latest; null when none is open
 * @param firstSend the first send of the group; null without sends
 * @param rows the filter that opens the group's sends, no more and no less
 * @param ofState the filter that, with a state, opens the sends in that state
 */
public record GapGroup(
        String key,
        @Nullable String id,
        long sends,
        Map<MessageState, Long> states,
        long orphanDeliveries,
        long duplicates,
        long testSends,
        long notSent,
        @Nullable Instant open,
        @Nullable Instant firstSend,
        Filter rows,
        Filter ofState) {
    public GapGroup {
        EnumMap<MessageState, Long> all = new EnumMap<>(MessageState.class);
        for (MessageState s : MessageState.values()) {
            all.put(s, states.getOrDefault(s, 0L));
        }
        states = Collections.unmodifiableMap(all);
    }

    /** The count of one state. */
    public long count(MessageState state) {
        return states.getOrDefault(state, 0L);
    }

    /** Messages with a delivery event, those returned afterwards included. */
    public long deliveries() {
        return count(MessageState.DELIVERED) + count(MessageState.RETURNED);
    }

    /** Sends without a delivery. */
    public long gap() {
        return sends - deliveries();
    }

    /** Whether the states sum up to the sends. True by construction; printed all the same. */
    public boolean addsUp() {
        return sends == states.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Whether no message can still change by waiting. */
    public boolean isFinal() {
        return count(MessageState.OPEN) == 0;
    }

    /** The same account of the messages of a larger whole: its filters open none beside. */
    public GapGroup within(Filter whole) {
        return new GapGroup(
                key,
                id,
                sends,
                states,
                orphanDeliveries,
                duplicates,
                testSends,
                notSent,
                open,
                firstSend,
                Filter.and(whole, rows),
                Filter.and(whole, ofState));
    }

    /** The filter that opens exactly the messages counted under a state. */
    public Filter rows(MessageState state) {
        return Filter.and(Filter.is(Field.FLAG, FlagWord.of(state).word()), ofState);
    }
}
