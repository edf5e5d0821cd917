package dev.rebound.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.domain.EventBatch;
import dev.rebound.domain.EventText;
import dev.rebound.domain.RawEvent;
import dev.rebound.domain.RawRecord;
import dev.rebound.domain.Rejection;
import dev.rebound.domain.SubscriptionFact;
import dev.rebound.feeds.FlatEvents.Binding;
import dev.rebound.feeds.container.FlatRow;
import dev.rebound.feeds.container.FlatRows;
import dev.rebound.feeds.container.Records;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What records with the same deciding values have in common, learned from the feed at the first of them. Where the feed
 * says anything but one event that agrees with the plan, all records with these values are left to the feed.
 */
final class FlatHeads {
    private static final int MOST = 4_096;

    /** @param head null where the feed has the say */
    private record Known(int hash, Binding binding, byte[][] values, EventBatch.@Nullable Head head) {}

    private final FlatRows rows;
    private final FlatPlan plan;
    private final RecordFeed feed;
    private final RecordFeed.Sample sample;
    private final ZoneId zone;
    private volatile Known[] table = new Known[64];
    private int size;

    FlatHeads(FlatRows rows, FlatPlan plan, RecordFeed feed, RecordFeed.Sample sample, ZoneId zone) {
        this.rows = rows;
        this.plan = plan;
        this.feed = feed;
        this.sample = sample;
        this.zone = zone;
    }

    /** The head of the row that the batch began last; null where the record is left to the feed. */
    EventBatch.@Nullable Head of(Binding bound, FlatRow row, EventBatch batch) {
        int hash = System.identityHashCode(bound);
        byte[] bytes = batch.bytes();
        for (int field : bound.deciding()) {
            hash = hash * 31 + 1;
            for (int i = row.from(field); i < row.to(field); i++) {
                hash = hash * 31 + bytes[i];
            }
        }
        hash ^= hash >>> 15;
        Known[] known = table;
        for (int i = hash & (known.length - 1); known[i] != null; i = (i + 1) & (known.length - 1)) {
            if (known[i].hash() == hash && isOf(known[i], bound, row, bytes)) {
                return known[i].head();
            }
        }
        return learn(hash, bound, row, batch);
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean isOf(Known known, Binding bound, FlatRow row, byte[] bytes) {
        if (known.binding() != bound) {
            return false;
        }
        for (int d = 0; d < bound.deciding().length; d++) {
            int field = bound.deciding()[d];
            byte[] value = known.values()[d];
            if (!Arrays.equals(value, 0, value.length, bytes, row.from(field), row.to(field))) {
                return false;
            }
        }
        return true;
    }

    private synchronized EventBatch.@Nullable Head learn(int hash, Binding bound, FlatRow row, EventBatch batch) {
        for (Known known : table) {
            if (known != null && known.hash() == hash && isOf(known, bound, row, batch.bytes())) {
                return known.head();
            }
        }
        if (size == MOST) {
            return null;
        }
        EventBatch.Head head = asked(batch);
        byte[][] values = new byte[bound.deciding().length][];
        for (int d = 0; d < values.length; d++) {
            values[d] = Arrays.copyOfRange(batch.bytes(), row.from(bound.deciding()[d]), row.to(bound.deciding()[d]));
        }
        Known[] wider = new Known[++size * 4 > table.length ? table.length * 2 : table.length];
        for (Known known : table) {
            if (known != null) {
                place(wider, known);
            }
        }
        place(wider, new Known(hash, bound, values, head));
        table = wider;
        return head;
    }

    private static void place(Known[] table, Known known) {
        int i = known.hash() & (table.length - 1);
        while (table[i] != null) {
            i = (i + 1) & (table.length - 1);
        }
        table[i] = known;
    }

    /** What the feed says of the record, reduced to what the plan does not say. */
    private EventBatch.@Nullable Head asked(EventBatch batch) {
        Hearing hearing = new Hearing();
        int last = batch.size() - 1;
        try {
            Records records = rows.records(
                    new ByteArrayInputStream(
                            batch.bytes(), batch.recordFrom(last), batch.recordTo(last) - batch.recordFrom(last)),
                    2);
            Records.Found found = records.next();
            JsonNode node = found == null ? null : found.node();
            if (found == null || node == null) {
                return null;
            }
            RecordContext context =
                    new RecordContext(hearing, zone, null, sample, new RawRecord(found.text(), 2, batch.part()));
            feed.read(node, context);
            hearing.others |= context.untimed() > 0 || !context.unknownWords().isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (hearing.others || hearing.events.size() != 1) {
            return null;
        }
        RawEvent event = hearing.events.getFirst();
        Map<EventText, String> fixed = new EnumMap<>(EventText.class);
        fixed.putAll(event.texts());
        fixed.keySet().removeAll(plan.copied().keySet());
        EventBatch.Head head = new EventBatch.Head(
                event.kind(), event.source(), event.smtpCode(), event.attempt(), event.hint(), event.test(), fixed);
        batch.head(head);
        RawEvent same = batch.event(last, 2L - batch.line(last));
        boolean agrees = same.time().toEpochMilli() == event.time().toEpochMilli()
                && same.address().key().equals(event.address().key())
                && same.texts().equals(event.texts())
                && java.util.Objects.equals(same.eventId(), event.eventId())
                && same.record().equals(event.record());
        return agrees ? head : null;
    }

    /** Keeps what a feed says. */
    private static final class Hearing implements FeedSink {
        final List<RawEvent> events = new ArrayList<>();
        boolean others;

        @Override
        public void event(RawEvent event) {
            events.add(event);
        }

        @Override
        public void subscription(SubscriptionFact fact) {
            others = true;
        }

        @Override
        public void setting(String name, String content) {
            others = true;
        }

        @Override
        public void reject(Rejection rejection) {
            others = true;
        }
    }
}
