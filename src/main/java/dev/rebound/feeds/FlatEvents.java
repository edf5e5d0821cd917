package dev.rebound.feeds;

import dev.rebound.domain.EventBatch;
import dev.rebound.domain.EventText;
import dev.rebound.feeds.container.FeedTimes;
import dev.rebound.feeds.container.FlatRow;
import dev.rebound.feeds.container.FlatRows;
import dev.rebound.feeds.container.FlatText;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Makes events of the records of a stretch, by a feed's plan. Safe for several threads. */
final class FlatEvents {
    /** Above this share of records that need a look each, looking at each is the faster way. */
    private static final int LONGEST_RECORD_LINES = 50;

    private static final int MOST_ASIDES_PERCENT = 10;

    private static final long MILLIS_FROM = 100_000_000_000L;
    private static final long EARLIEST_MILLIS = 788_918_400_000L;
    private static final long LATEST_MILLIS = 4_102_444_800_000L;

    private final FlatRows rows;
    private final FlatPlan plan;
    private final ZoneId zone;
    private final String place;
    private final BulkSink sink;
    private final FlatHeads heads;
    /** A little more than the stretch before had. */
    private volatile int likelyRows = 512;

    private final Map<FlatRow.Names, Binding> bindings = new ConcurrentHashMap<>();

    FlatEvents(
            FlatRows rows,
            FlatPlan plan,
            RecordFeed feed,
            RecordFeed.Sample sample,
            ZoneId zone,
            String place,
            BulkSink sink) {
        this.rows = rows;
        this.plan = plan;
        this.zone = zone;
        this.place = place;
        this.sink = sink;
        this.heads = new FlatHeads(rows, plan, feed, sample, zone);
    }

    /** The plan by the places of the fields; -1 for fields that are not there. */
    record Binding(
            FlatRow.Names names,
            int time,
            int address,
            int id,
            int[] deciding,
            int[] limited,
            int[] longest,
            EventText[] texts,
            int[][] from) {
        static Binding of(FlatPlan plan, FlatRow.Names names) {
            List<EventText> texts = new ArrayList<>();
            List<int[]> from = new ArrayList<>();
            for (EventText text : EventText.values()) {
                int[] places = plan.copied().getOrDefault(text, List.of()).stream()
                        .mapToInt(names.inOrder()::indexOf)
                        .filter(f -> f >= 0)
                        .toArray();
                if (places.length > 0) {
                    texts.add(text);
                    from.add(places);
                }
            }
            List<String> limited = plan.longest().keySet().stream()
                    .filter(names.inOrder()::contains)
                    .sorted()
                    .toList();
            return new Binding(
                    names,
                    names.inOrder().indexOf(plan.time()),
                    names.inOrder().indexOf(plan.address()),
                    names.inOrder().indexOf(plan.id()),
                    plan.deciding().stream()
                            .mapToInt(names.inOrder()::indexOf)
                            .filter(f -> f >= 0)
                            .toArray(),
                    limited.stream().mapToInt(names.inOrder()::indexOf).toArray(),
                    limited.stream()
                            .mapToInt(f -> Objects.requireNonNull(plan.longest().get(f)))
                            .toArray(),
                    texts.toArray(EventText[]::new),
                    from.toArray(int[][]::new));
        }

        boolean isWhole() {
            return time >= 0 && address >= 0 && id >= 0;
        }
    }

    /** One stretch while it is read. */
    private final class Reading {
        final EventBatch batch;
        final byte[] bytes;
        final FlatRow row = new FlatRow();

        @Nullable
        Binding binding;

        boolean zoneAssumed;

        Reading(byte[] bytes, int length) {
            this.bytes = bytes;
            this.batch = new EventBatch(bytes, length, place, likelyRows);
        }

        /** One object stands for one sequence of names. */
        @SuppressWarnings("ReferenceEquality")
        boolean take(int from, int to, int line) {
            if (!rows.read(bytes, from, to, row)) {
                return false;
            }
            Binding bound = binding;
            if (bound == null || bound.names() != row.names()) {
                bound = bindings.computeIfAbsent(row.names(), n -> Binding.of(plan, n));
                binding = bound;
            }
            if (!bound.isWhole()) {
                return false;
            }
            long time = time(row.from(bound.time()), row.to(bound.time()));
            int id = bound.id();
            boolean plain = time != Long.MIN_VALUE
                    && isAddress(row.from(bound.address()), row.to(bound.address()))
                    && isWithin(bound)
                    && row.to(id) > row.from(id)
                    && !FlatText.mayNeedTrimming(bytes, row.from(id), row.to(id));
            if (!plain) {
                return false;
            }
            batch.row(time, line, row.recordFrom(), row.recordTo());
            if (row.isMarked()) {
                batch.rewritten(row.names().inOrder().size(), row::from, row::writtenTo, rows.separator(), row::moved);
            }
            batch.id(row.from(id), row.to(id));
            batch.timeText(row.from(bound.time()), row.to(bound.time()));
            batch.address(row.from(bound.address()), row.to(bound.address()));
            EventBatch.Head head = cells(bound) ? heads.of(bound, row, batch) : null;
            if (head == null) {
                batch.takeBack();
                return false;
            }
            batch.head(head);
            return true;
        }

        private boolean isWithin(Binding bound) {
            for (int i = 0; i < bound.limited().length; i++) {
                int field = bound.limited()[i];
                if (row.to(field) - row.from(field) > bound.longest()[i]) {
                    return false;
                }
            }
            return true;
        }

        private boolean cells(Binding bound) {
            for (int t = 0; t < bound.texts().length; t++) {
                for (int field : bound.from()[t]) {
                    int from = row.from(field);
                    int to = row.to(field);
                    if (to > from) {
                        if (FlatText.mayNeedTrimming(batch.bytes(), from, to)) {
                            return false;
                        }
                        batch.cell(bound.texts()[t], from, to);
                        break;
                    }
                }
            }
            return true;
        }

        /** Printable ASCII that no reader would cut or refuse. */
        private boolean isAddress(int from, int to) {
            if (to == from || bytes[from] == '[' || bytes[from] == '{' || bytes[to - 1] == '>') {
                return false;
            }
            for (int i = from; i < to; i++) {
                if (bytes[i] <= ' ' || bytes[i] == 0x7f) {
                    return false;
                }
            }
            return true;
        }

        /** Epoch milliseconds; the smallest number where the time is in no known form. */
        private long time(int from, int to) {
            long number = 0;
            boolean digits = to > from && to - from <= 13;
            for (int i = from; digits && i < to; i++) {
                digits = bytes[i] >= '0' && bytes[i] <= '9';
                number = number * 10 + bytes[i] - '0';
            }
            if (digits) {
                long millis = number >= MILLIS_FROM ? number : number * 1_000;
                return millis >= EARLIEST_MILLIS && millis < LATEST_MILLIS ? millis : Long.MIN_VALUE;
            }
            FeedTimes.Read read = to == from
                    ? null
                    : FeedTimes.read(new String(bytes, from, to - from, StandardCharsets.UTF_8).strip(), zone);
            if (read == null) {
                return Long.MIN_VALUE;
            }
            zoneAssumed |= read.zoneAssumed();
            return read.time().toEpochMilli();
        }
    }

    /** Reads a stretch that ends with a line, or with the file. */
    FlatStretch read(byte[] bytes, int length) {
        Reading reading = new Reading(bytes, length);
        List<FlatStretch.Aside> asides = new ArrayList<>();
        int lines = 0;
        int records = 0;
        for (int at = 0; at < length; ) {
            int end = FlatText.lineFeed(bytes, at, length);
            int to = end > at && bytes[end - 1] == '\r' ? end - 1 : end;
            int begin = lines++;
            if (to > at && !reading.take(at, to, begin)) {
                FlatRows.Quoting quoting = rows.quoting(bytes, at, end);
                while (quoting == FlatRows.Quoting.OPEN && end < length && lines - begin < LONGEST_RECORD_LINES) {
                    end = FlatText.lineFeed(bytes, end + 1, length);
                    lines++;
                    quoting = rows.quoting(bytes, at, end);
                }
                to = end > at && bytes[end - 1] == '\r' ? end - 1 : end;
                if (quoting != FlatRows.Quoting.WHOLE || isOdd(bytes, at, to)) {
                    return new FlatStretch(reading.batch, length, List.of(), 0, false, false);
                }
                asides.add(new FlatStretch.Aside(reading.batch.size(), at, to, begin));
            }
            records++;
            at = end + 1;
        }
        if (asides.size() > 100 && asides.size() * 100L > (long) records * MOST_ASIDES_PERCENT) {
            return new FlatStretch(reading.batch, length, List.of(), 0, false, false);
        }
        likelyRows = reading.batch.size() + reading.batch.size() / 16 + 1;
        sink.prepare(reading.batch);
        return new FlatStretch(reading.batch, length, asides, lines, true, reading.zoneAssumed);
    }

    /** A carriage return of its own ends a line too: who meets one counts lines otherwise. */
    private static boolean isOdd(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\r' && (i + 1 == to || bytes[i + 1] != '\n')) {
                return true;
            }
        }
        return false;
    }
}
