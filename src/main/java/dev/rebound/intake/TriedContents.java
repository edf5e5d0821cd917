package dev.rebound.intake;

import dev.rebound.domain.BounceClass;
import dev.rebound.domain.EventBatch;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.domain.RawEvent;
import dev.rebound.domain.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers what a file tells that is only tried. One thread. */
final class TriedContents {
    private static final EventKind[] KINDS = EventKind.values();

    private final long[] counts = new long[KINDS.length];
    private final Set<String> marked = new HashSet<>();
    private final List<FileContents.Event> begins = new ArrayList<>();
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    void add(RawEvent e, Verdict verdict) {
        count(e.kind(), e.time().toEpochMilli());
        keep(e, verdict);
    }

    void add(EventBatch batch, int row) {
        EventKind kind = batch.head(row).kind();
        Verdict verdict = batch.judged(row).verdict();
        count(kind, batch.timeMillis(row));
        if (begins.size() < FileContents.EVENTS_SHOWN || marks(kind, verdict)) {
            keep(batch.event(row, 0), verdict);
        }
    }

    private void keep(RawEvent e, Verdict verdict) {
        if (marks(e.kind(), verdict) && marked.size() < FileContents.MOST_MARKED) {
            marked.add(e.address().key());
        }
        if (begins.size() < FileContents.EVENTS_SHOWN) {
            begins.add(
                    new FileContents.Event(e.time(), e.address().text(), e.kind(), e.text(EventText.REPLY), verdict));
        }
    }

    private void count(EventKind kind, long millis) {
        counts[kind.ordinal()]++;
        first = Math.min(first, millis);
        last = Math.max(last, millis);
    }

    /** The ledger's rule: a source's hard bounce or list decides, a bounce mail where its text says so. */
    private static boolean marks(EventKind kind, Verdict verdict) {
        return switch (kind) {
            case HARD_BOUNCE, LISTED_INVALID -> true;
            case BOUNCE -> verdict.bounceClass() == BounceClass.HARD;
            default -> false;
        };
    }

    FileContents contents() {
        Map<EventKind, Long> kinds = new EnumMap<>(EventKind.class);
        for (EventKind kind : KINDS) {
            if (counts[kind.ordinal()] > 0) {
                kinds.put(kind, counts[kind.ordinal()]);
            }
        }
        return new FileContents(
                kinds.isEmpty() ? null : Instant.ofEpochMilli(first),
                kinds.isEmpty() ? null : Instant.ofEpochMilli(last),
                kinds,
                marked,
                begins);
    }
}
