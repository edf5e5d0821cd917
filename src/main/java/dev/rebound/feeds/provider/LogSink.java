package dev.rebound.feeds.provider;

import dev.rebound.domain.EmailAddress;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.RawEvent;
import dev.rebound.domain.RawRecord;
import dev.rebound.domain.Rejection;
import dev.rebound.feeds.FeedInfo;
import dev.rebound.feeds.FeedSink;
import dev.rebound.feeds.PartReading;
import dev.rebound.feeds.ReadOptions;
import dev.rebound.feeds.container.Lines;
import dev.rebound.feeds.container.Part;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a log's lines are told, and counted: each line is an event, several, a rejection, or silent. */
final class LogSink {
    /** What a program's lines mean. */
    interface LineReader {
        /**
         * Tells what a line means.
         *
         * @param problem what is wrong with the line as such; null where nothing is
         */
        void read(String line, @Nullable String problem, LogClock clock, LogSink out);
    }

    private static final int KEPT_OF_A_REJECT = 4_096;

    private final Part part;
    private final FeedSink sink;
    private RawRecord record = new RawRecord("", 0, "");
    private int said;
    private long records;
    private long silent;

    private LogSink(Part part, FeedSink sink) {
        this.part = part;
        this.sink = sink;
    }

    /** Reads a log line by line; what is blank is no line. */
    static PartReading read(Part part, ReadOptions options, FeedSink sink, FeedInfo info, LineReader reader)
            throws IOException {
        LogClock clock = new LogClock(part, options.zoneForTimesWithoutZone());
        LogSink out = new LogSink(part, sink);
        Lines lines = new Lines(part.stream());
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (!line.isBlank()) {
                out.begin(line, lines.number());
                reader.read(line, lines.problem(), clock, out);
                out.end();
            }
        }
        return out.reading(info, clock);
    }

    private void begin(String line, long number) {
        record = new RawRecord(line, number, part.place());
        said = 0;
    }

    /** Starts an event of this line; null after a rejection, when there is no address. */
    RawEvent.@Nullable Builder event(EventKind kind, Instant time, String address, String source) {
        if (!EmailAddress.isPresent(address)) {
            reject("The line names no recipient, so it belongs to no message.");
            return null;
        }
        return RawEvent.builder(kind, time, address, source, record);
    }

    void accept(RawEvent event) {
        said++;
        sink.event(event);
    }

    void reject(String reason) {
        said++;
        String text = record.text();
        sink.reject(new Rejection(
                record.line(),
                record.part(),
                reason,
                text.length() > KEPT_OF_A_REJECT ? text.substring(0, KEPT_OF_A_REJECT) : text));
    }

    private void end() {
        records += Math.max(1, said);
        silent += said == 0 ? 1 : 0;
    }

    private PartReading reading(FeedInfo info, LogClock clock) {
        return new PartReading(info, records, silent, clock.isZoneAssumed(), clock.remarks(part.name()));
    }
}
