package dev.rebound.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.domain.EmailAddress;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.RawEvent;
import dev.rebound.domain.RawRecord;
import dev.rebound.domain.Rejection;
import dev.rebound.domain.SubscriptionFact;
import dev.rebound.domain.SubscriptionStatus;
import dev.rebound.feeds.container.FeedTimes;
import dev.rebound.feeds.container.Fields;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where one record stands, and where to say what it holds. */
public final class RecordContext {
    private static final int KEPT_OF_A_REJECT = 4_096;

    private final FeedSink sink;
    private final ZoneId zone;
    private final @Nullable Instant changed;
    private final RecordFeed.Sample sample;
    private RawRecord record;
    private int said;
    private boolean empty;
    private boolean kept;
    private boolean zoneAssumed;
    private boolean comesTwice;
    private int untimed;
    private final List<String> unknownWords = new ArrayList<>();

    /** The context of one record. */
    public RecordContext(
            FeedSink sink, ZoneId zone, @Nullable Instant changed, RecordFeed.Sample sample, RawRecord record) {
        this.sink = sink;
        this.zone = zone;
        this.changed = changed;
        this.sample = sample;
        this.record = record;
    }

    /** The file's first record, for what only it or the path tells. */
    public RecordFeed.Sample sample() {
        return sample;
    }

    /** The record's raw text and place. */
    public RawRecord record() {
        return record;
    }

    /**
     * Starts an event. Empty after a rejection, when the address or the time is missing: the record is then done with.
     */
    public Optional<RawEvent.Builder> event(
            EventKind kind, @Nullable String address, @Nullable Instant time, String source) {
        if (address == null || !EmailAddress.isPresent(address)) {
            reject("The record has no address, so it belongs to no message.");
            return Optional.empty();
        }
        if (address.startsWith("[") || address.startsWith("{")) {
            reject("The record has a list or an object where its address should be.");
            return Optional.empty();
        }
        if (time == null) {
            reject("The record has no readable time.");
            return Optional.empty();
        }
        return Optional.of(RawEvent.builder(kind, time, address, source, record));
    }

    /** Hands an event over. */
    public void accept(RawEvent event) {
        said++;
        kept = true;
        sink.event(event);
    }

    /**
     * Reads the entries of a page one by one. Each keeps its own text as its raw record, and the page's line: a page may
     * hold ten thousand of them. A page without entries says nothing.
     */
    public void each(JsonNode entries, Consumer<JsonNode> reader) {
        empty = true;
        entries.forEach(entry -> entry(entry, () -> reader.accept(entry)));
    }

    /** Reads one entry of a page, which keeps its own text as its raw record, and the page's line. */
    public void entry(JsonNode entry, Runnable reader) {
        RawRecord page = record;
        record = new RawRecord(entry.toString(), page.line(), page.part());
        reader.run();
        record = page;
    }

    /** Hands a subscription status over; one of an address that is only blanks and brackets is rejected. */
    public void subscription(
            String address,
            SubscriptionStatus status,
            @Nullable Instant since,
            @Nullable String user,
            @Nullable String cause) {
        if (!EmailAddress.isPresent(address)) {
            reject("An entry without an address.");
            return;
        }
        said++;
        sink.subscription(new SubscriptionFact(new EmailAddress(address), status, since, user, cause, record));
    }

    /** Hands a setting over. */
    public void setting(String name, String content) {
        said++;
        sink.setting(name, content);
    }

    /** The record is read and holds nothing to keep, e.g. a confirmation of a subscription to the feed itself. */
    public void nothing() {
        empty = true;
    }

    /** The record cannot be read; one plain sentence. */
    public void reject(String reason) {
        said++;
        String text = record.text();
        sink.reject(new Rejection(
                record.line(),
                record.part(),
                reason,
                text.length() > KEPT_OF_A_REJECT ? text.substring(0, KEPT_OF_A_REJECT) : text));
    }

    /** Whether anything was said of the record, or that there is nothing to say; a silent feed would lose it. */
    public boolean isSettled() {
        return said > 0 || empty;
    }

    /** How many things were said of the record: a page of a list holds many. */
    public int said() {
        return said;
    }

    /** A time in any form that exports use; null when absent or unreadable. */
    public @Nullable Instant time(@Nullable JsonNode value) {
        return time(value, null);
    }

    /** The same, in a zone that is known where the value carries none; null leaves it to how the file is read. */
    public @Nullable Instant time(@Nullable JsonNode value, @Nullable ZoneId known) {
        FeedTimes.Read read = FeedTimes.read(value, known == null ? zone : known);
        zoneAssumed |= read != null && read.zoneAssumed() && known == null;
        if (read != null && read.zoneAssumed()) {
            ZoneId in = known == null ? zone : known;
            comesTwice |= isTwice(LocalDateTime.ofInstant(read.time(), in), in);
        }
        return read == null ? null : read.time();
    }

    /** A date and clock without a zone, likewise. */
    public Instant time(LocalDateTime local, @Nullable ZoneId known) {
        zoneAssumed |= known == null;
        ZoneId in = known == null ? zone : known;
        comesTwice |= isTwice(local, in);
        return local.atZone(in).toInstant();
    }

    private static boolean isTwice(LocalDateTime local, ZoneId zone) {
        return zone.getRules().getValidOffsets(local).size() > 1;
    }

    /** Whether a time without a zone stands in the hour that comes twice when clocks go back; the first was taken. */
    public boolean comesTwice() {
        return comesTwice;
    }

    /** The record has a word that its feed does not know; it is kept as {@link EventKind#OTHER}. */
    public void unknownWord(String word) {
        unknownWords.add(word);
    }

    /** The words of the record that its feed does not know; none where it was not kept. */
    public List<String> unknownWords() {
        return kept ? unknownWords : List.of();
    }

    /**
     * The time for a record that has none: when its file was written, and so at the latest the record. Null where that is
     * not known either. Not for a time that is there and cannot be read.
     */
    public @Nullable Instant noTime() {
        untimed += changed == null ? 0 : 1;
        return changed;
    }

    /** How often a time was missing and the file's was taken. */
    public int untimed() {
        return untimed;
    }

    /**
     * An event's identity where its time is the file's: the same record in another copy of the file is the same event,
     * whenever that was written.
     */
    public String untimedId() {
        return "untimed " + UUID.nameUUIDFromBytes(record.text().getBytes(StandardCharsets.UTF_8));
    }

    /** Whether a time of this record carried no zone. */
    public boolean zoneAssumed() {
        return zoneAssumed;
    }

    /** The text of a field; null when absent, null or empty. Avro's JSON unions are looked through. */
    public static @Nullable String text(JsonNode record, String field) {
        return Fields.text(record.get(field));
    }
}
