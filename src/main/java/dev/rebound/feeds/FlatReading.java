package dev.rebound.feeds;

import dev.rebound.feeds.container.FlatRows;
import dev.rebound.feeds.container.Head;
import dev.rebound.feeds.container.Part;
import dev.rebound.feeds.container.RecordShape;
import dev.rebound.feeds.container.Records;
import dev.rebound.feeds.container.Records.Found;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Reads a large part stretch by stretch, several beside each other, and hands their events on in file order. Where a
 * stretch turns out to be no plain one, the rest of the part is read record by record as every small file is.
 */
final class FlatReading {
    private static final int STRETCHES_AHEAD = 4;

    private final FlatRows rows;
    private final FlatEvents events;
    private final BulkSink sink;
    private final RecordReading.PartSum sum;
    private long line = 1;

    private FlatReading(FlatRows rows, FlatEvents events, BulkSink sink, RecordReading.PartSum sum) {
        this.rows = rows;
        this.events = events;
        this.sink = sink;
        this.sum = sum;
    }

    /** Reads the part if its feed has a plan for it; empty, and nothing is read, if not. */
    static Optional<PartReading> tried(
            RecordShape shape, Part part, List<RecordFeed> feeds, ReadOptions options, BulkSink sink)
            throws IOException {
        Head head = part.head();
        Optional<FlatRows> rows = FlatRows.of(shape, head);
        Records beginning = rows.isPresent() ? rows.get().head(head) : null;
        Found first = beginning == null ? null : beginning.next();
        if (beginning == null || first == null || first.node() == null) {
            return Optional.empty();
        }
        RecordFeed.Sample sample = new RecordFeed.Sample(
                shape == RecordShape.CSV ? RecordFeed.Shape.CSV : RecordFeed.Shape.JSON, "", head.path(), first.node());
        RecordFeed feed = chosen(feeds, options, sample);
        FlatPlan plan = feed == null ? null : feed.flatPlan(sample);
        if (feed == null || plan == null) {
            return Optional.empty();
        }
        RecordReading.tellHeader(beginning, part, sink);
        RecordReading.PartSum sum =
                new RecordReading.PartSum(part, options.zoneForTimesWithoutZone(), sample, feed, sink);
        FlatEvents events =
                new FlatEvents(rows.get(), plan, feed, sample, options.zoneForTimesWithoutZone(), part.place(), sink);
        new FlatReading(rows.get(), events, sink, sum).read(part.stream());
        return Optional.of(sum.reading(options));
    }

    /** Reads what stands behind a first record, where the feed has a plan for it and the records come as lines. */
    static void behind(
            Found first,
            Records records,
            Part part,
            RecordFeed feed,
            RecordFeed.Sample sample,
            ReadOptions options,
            BulkSink sink,
            RecordReading.PartSum sum)
            throws IOException {
        FlatPlan plan = part.head().length() < Head.BYTES ? null : feed.flatPlan(sample);
        InputStream lines = plan == null ? null : records.lines();
        if (plan != null && lines != null) {
            FlatRows rows = FlatRows.jsonLines();
            FlatEvents events =
                    new FlatEvents(rows, plan, feed, sample, options.zoneForTimesWithoutZone(), part.place(), sink);
            FlatReading reading = new FlatReading(rows, events, sink, sum);
            reading.line = first.line() + 1;
            reading.read(lines);
        }
    }

    private static @Nullable RecordFeed chosen(List<RecordFeed> feeds, ReadOptions options, RecordFeed.Sample sample) {
        for (RecordFeed feed : feeds) {
            if (options.feedId() == null
                    ? feed.recognises(sample)
                    : feed.info().id().equals(options.feedId())) {
                return feed;
            }
        }
        return null;
    }

    private void read(InputStream in) throws IOException {
        if (rows.headerBytes() > 0) {
            in.skipNBytes(rows.headerBytes());
            passLineEnd(in);
            line = 2;
        }
        FlatStretches stretches = new FlatStretches(in, rows.isQuoting());
        Deque<Future<FlatStretch>> ahead = new ArrayDeque<>();
        boolean plain = true;
        while (plain) {
            byte[] next = ahead.size() < STRETCHES_AHEAD ? stretches.next() : null;
            if (next != null) {
                int length = stretches.length();
                ahead.addLast(sink.workers().begin(() -> events.read(next, length)));
            } else if (ahead.isEmpty()) {
                break;
            } else {
                FlatStretch stretch = result(ahead.removeFirst());
                plain = stretch.isPlain();
                if (plain) {
                    take(stretch);
                } else {
                    rest(stretch, ahead, stretches.rest());
                }
            }
        }
        if (plain && stretches.isOdd()) {
            one(stretches.rest());
        }
    }

    private static void passLineEnd(InputStream in) throws IOException {
        if (in.read() == '\r') {
            in.mark(1);
            if (in.read() != '\n') {
                in.reset();
            }
        }
    }

    private static FlatStretch result(Future<FlatStretch> of) throws IOException {
        try {
            return of.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof IOException io) {
                throw io;
            }
            if (cause instanceof RuntimeException r) {
                throw r;
            }
            if (cause instanceof Error error) {
                throw error;
            }
            throw new IOException(e);
        } catch (InterruptedException e) {
            throw new IOException("interrupted", e);
        }
    }

    private void take(FlatStretch stretch) throws IOException {
        int done = 0;
        for (FlatStretch.Aside aside : stretch.asides()) {
            if (aside.row() > done) {
                sink.events(stretch.batch(), done, aside.row(), line);
                done = aside.row();
            }
            Records records = rows.records(
                    new ByteArrayInputStream(stretch.batch().bytes(), aside.from(), aside.to() - aside.from()),
                    line + aside.line());
            for (Found found = records.next(); found != null; found = records.next()) {
                sum.add(found);
            }
        }
        if (stretch.batch().size() > done) {
            sink.events(stretch.batch(), done, stretch.batch().size(), line);
        }
        sum.records += stretch.batch().size();
        sum.zoneAssumed |= stretch.zoneAssumed();
        line += stretch.lines();
    }

    /** Everything from a stretch on, record by record. */
    private void rest(FlatStretch from, Deque<Future<FlatStretch>> ahead, InputStream behind) throws IOException {
        List<InputStream> all = new ArrayList<>();
        all.add(from.stream());
        for (Future<FlatStretch> next : ahead) {
            all.add(result(next).stream());
        }
        all.add(behind);
        ahead.clear();
        one(new SequenceInputStream(Collections.enumeration(all)));
    }

    private void one(InputStream in) throws IOException {
        Records records = rows.records(in, line);
        for (Found found = records.next(); found != null; found = records.next()) {
            sum.add(found);
        }
    }
}
