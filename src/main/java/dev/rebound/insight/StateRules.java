package dev.rebound.insight;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.domain.MessageState;
import dev.rebound.index.EventTable;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides the one final state of a message. The order of the rules is the order of {@link MessageState}: the first that
 * matches wins, so the states exclude each other and cover everything. Opens, clicks, complaints and unsubscribes never
 * change a state.
 */
final class StateRules {
    /** Two feeds tell the same try with clocks that differ a little. */
    private static final long SAME_TRY_MILLIS = 60_000L;

    private static final MessageState[] STATES = MessageState.values();

    private final EventTable events;
    private final Coverage coverage;
    private final RetryWindows windows;
    private final DataSettings settings;
    private final long now;

    StateRules(EventTable events, Coverage coverage, RetryWindows windows, DataSettings settings, Instant now) {
        this.events = events;
        this.coverage = coverage;
        this.windows = windows;
        this.settings = settings;
        this.now = now.toEpochMilli();
    }

    /** What the events of one message come to; row numbers are -1 where there is no such event. */
    static final class Facts {
        MessageKind kind = MessageKind.ORPHAN;

        @Nullable
        MessageState state;
        /** The event that decided; the last event for open ends. */
        int deciding = -1;

        int send = -1;
        int delivery = -1;
        int lastDeferral = -1;
        int lastTold = -1;
        int tries;
        /** One bit for each kind of event that was told, by its ordinal. */
        int kinds;

        /** When the retry window ends, epoch milliseconds; 0 without a send. */
        long windowEnd;
    }

    Facts judge(MessageGroups.Messages messages, int m) {
        Facts f = new Facts();
        int from = messages.starts()[m];
        int to = messages.starts()[m + 1];
        boolean test = false;
        boolean aborted = false;
        int[] failure = new int[STATES.length];
        Arrays.fill(failure, -1);
        for (int i = from; i < to; i++) {
            int row = messages.rows()[i];
            test |= events.test(row);
            aborted |= events.kind(row) == EventKind.ABORT;
            note(f, row, failure);
        }
        f.tries = tries(messages, m);
        f.kind = test
                ? MessageKind.TEST
                : f.send >= 0
                        ? MessageKind.SENT
                        : f.delivery >= 0
                                ? MessageKind.ORPHAN_DELIVERY
                                : aborted ? MessageKind.NOT_SENT : MessageKind.ORPHAN;
        decide(f, failure, messages, m);
        if (f.deciding < 0) {
            f.deciding = f.lastTold >= 0 ? f.lastTold : messages.rows()[to - 1];
        }
        return f;
    }

    private void note(Facts f, int row, int[] failure) {
        EventKind kind = events.kind(row);
        f.kinds |= 1 << kind.ordinal();
        switch (kind) {
            case SEND -> f.send = f.send < 0 ? row : f.send;
            case DELIVERY -> f.delivery = row;
            case DEFERRAL -> f.lastDeferral = row;
            default -> {
                MessageState state = failureState(row);
                if (state != null) {
                    failure[state.ordinal()] = row;
                }
            }
        }
        if (kind == EventKind.SEND || kind == EventKind.DELIVERY || kind == EventKind.DEFERRAL || kind.isFailure()) {
            f.lastTold = row;
        }
    }

    /** The state that one failure alone would mean, or null when it is no final failure. */
    private @Nullable MessageState failureState(int row) {
        EventKind kind = events.kind(row);
        if (kind == EventKind.DROP) {
            return MessageState.DROPPED;
        }
        if (kind == EventKind.REJECTION) {
            return MessageState.REJECTED;
        }
        if (!kind.isFailure()) {
            return null;
        }
        return switch (events.bounceClass(row)) {
            case HARD -> MessageState.HARD_BOUNCED;
            case BLOCK -> MessageState.BLOCKED;
            case SOFT -> MessageState.SOFT_BOUNCED;
            // A reply that no rule fits stays unrecognised; without any reply the source's own kind is all there is.
            case UNDETERMINED ->
                events.text(EventText.REPLY, row) >= 0
                        ? MessageState.UNRECOGNISED
                        : switch (kind) {
                            case HARD_BOUNCE -> MessageState.HARD_BOUNCED;
                            case SOFT_BOUNCE -> MessageState.SOFT_BOUNCED;
                            case BLOCK -> MessageState.BLOCKED;
                            default -> MessageState.UNRECOGNISED;
                        };
        };
    }

    private void decide(Facts f, int[] failure, MessageGroups.Messages messages, int m) {
        long lastBounce = Long.MIN_VALUE;
        int bounce = -1;
        for (MessageState s : STATES) {
            int row = failure[s.ordinal()];
            if (row >= 0
                    && s != MessageState.DROPPED
                    && s != MessageState.REJECTED
                    && !isAutomaticAnswer(row)
                    && events.timeMillis(row) > lastBounce) {
                lastBounce = events.timeMillis(row);
                bounce = row;
            }
        }
        if (f.send >= 0) {
            f.windowEnd = events.timeMillis(f.send)
                    + windows.millis(told(EventText.ESP, messages, m), told(EventText.FROM_DOMAIN, messages, m));
        }
        if (f.delivery >= 0) {
            boolean returned = lastBounce > events.timeMillis(f.delivery);
            f.state = returned ? MessageState.RETURNED : MessageState.DELIVERED;
            f.deciding = returned ? bounce : f.delivery;
            return;
        }
        for (MessageState s : STATES) {
            if (failure[s.ordinal()] >= 0 && isFinal(s, failure[s.ordinal()], f)) {
                f.state = s;
                f.deciding = failure[s.ordinal()];
                return;
            }
        }
        if (f.kind == MessageKind.SENT || f.kind == MessageKind.TEST) {
            f.state = openEnd(f, messages, m, failure);
        }
    }

    /** Amazon SES tells an out of office in the words of a passing failure, and without any reply of a server. */
    private boolean isAutomaticAnswer(int row) {
        return events.kind(row) == EventKind.SOFT_BOUNCE
                && events.text(EventText.REPLY, row) < 0
                && "Transient/General".equalsIgnoreCase(events.textValue(EventText.SOURCE_CLASS, row));
    }

    /**
     * Whether a failure ends the message: a soft bounce does unless the message was tried again after it. In a platform's older
     * exports every failed try is a soft bounce, whatever its reply says; only an unknown recipient is not tried again.
     */
    private boolean isFinal(MessageState state, int row, Facts f) {
        long at = events.timeMillis(row);
        boolean retried = events.kind(row) == EventKind.SOFT_BOUNCE
                && state != MessageState.HARD_BOUNCED
                && at < settings.finalSoftBouncesSince().toEpochMilli()
                && isPlatform(row);
        if (f.kind == MessageKind.ORPHAN || (state != MessageState.SOFT_BOUNCED && !retried)) {
            return true;
        }
        if (f.lastDeferral >= 0 && events.timeMillis(f.lastDeferral) > at + SAME_TRY_MILLIS) {
            return false;
        }
        return !retried || now >= f.windowEnd;
    }

    private boolean isPlatform(int row) {
        return events.text(EventText.DISPATCH_ID, row) >= 0
                || events.text(EventText.SEND_ID, row) >= 0
                || coverage.isPlatform(events.source(row));
    }

    private MessageState openEnd(Facts f, MessageGroups.Messages messages, int m, int[] failure) {
        int lastTry = f.lastDeferral >= 0 ? f.lastDeferral : latest(failure);
        long sentAt = events.timeMillis(f.send);
        long expectedFrom = lastTry >= 0 ? events.timeMillis(lastTry) : sentAt;
        long expectedTo = lastTry >= 0 ? Math.max(expectedFrom, Math.min(now, f.windowEnd)) : sentAt + 3_600_000L;
        Set<Integer> sources = new HashSet<>();
        Set<Integer> trying = new HashSet<>();
        for (int i = messages.starts()[m]; i < messages.starts()[m + 1]; i++) {
            int row = messages.rows()[i];
            sources.add(events.source(row));
            if (events.kind(row) == EventKind.DEFERRAL) {
                trying.add(events.source(row));
            }
        }
        if (coverage.mayHoldTheAnswer(sources, trying, sentAt, expectedFrom, expectedTo)) {
            return MessageState.UNCOVERED;
        }
        if (now < f.windowEnd) {
            return MessageState.OPEN;
        }
        return lastTry >= 0 ? MessageState.TIMED_OUT : MessageState.UNEXPLAINED;
    }

    /** The last of the failures that did not end the message; -1 where there is none. */
    private static int latest(int[] failure) {
        return Arrays.stream(failure).max().orElse(-1);
    }

    /** Code of the first text that any event of the message has in a field; -1 where none has. */
    private int told(EventText field, MessageGroups.Messages messages, int m) {
        int code = -1;
        for (int i = messages.starts()[m]; code < 0 && i < messages.starts()[m + 1]; i++) {
            code = events.text(field, messages.rows()[i]);
        }
        return code;
    }

    /**
     * Tries at the receiving server: deferrals, deliveries and failures, as the most talkative feed counts them. Two
     * feeds that tell of the same tries are not added up. A drop was never tried, and what comes back after the acceptance is
     * no try.
     */
    private int tries(MessageGroups.Messages messages, int m) {
        int most = 0;
        for (int i = messages.starts()[m]; i < messages.starts()[m + 1]; i++) {
            int source = events.source(messages.rows()[i]);
            int n = 0;
            boolean accepted = false;
            for (int j = messages.starts()[m]; !accepted && j < messages.starts()[m + 1]; j++) {
                int row = messages.rows()[j];
                if (events.source(row) == source && isTry(row)) {
                    n = Math.max(n + 1, events.attempt(row));
                    accepted = events.kind(row) == EventKind.DELIVERY;
                }
            }
            most = Math.max(most, n);
        }
        return most;
    }

    private boolean isTry(int row) {
        return switch (events.kind(row)) {
            case DELIVERY, DEFERRAL, HARD_BOUNCE, SOFT_BOUNCE, BLOCK, BOUNCE -> true;
            default -> false;
        };
    }
}
