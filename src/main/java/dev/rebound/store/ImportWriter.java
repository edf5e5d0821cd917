package dev.rebound.store;

import dev.rebound.column.Dictionaries;
import dev.rebound.column.Dictionary;
import dev.rebound.column.EventColumns;
import dev.rebound.column.Repeats;
import dev.rebound.domain.EmailAddress;
import dev.rebound.domain.EventBatch;
import dev.rebound.domain.EventText;
import dev.rebound.domain.RawEvent;
import dev.rebound.domain.RawRecord;
import dev.rebound.domain.Rejection;
import dev.rebound.domain.SubscriptionFact;
import dev.rebound.domain.Verdict;
import dev.rebound.domain.Workers;
import dev.rebound.privacy.ErasedPeople;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One import while it is written: one transaction. Closed without {@link #commit}, it leaves nothing behind. Memory is
 * bounded by a few segments and raw pages, apart from the columns, new dictionary entries and identities that stay anyway.
 * One thread, beside which pages are packed.
 */
public final class ImportWriter implements AutoCloseable {
    static final int SEGMENT_EVENTS = 65_536;
    static final int PAGE_RECORDS = 2_048;
    private static final int PAGE_BYTES = 1 << 20;

    /** A page's records are about as long as those of the page before. */
    private static final int ROOM_FOR_LONGER = 16;

    /** What so many rows look at stays near until their turn. */
    private static final int NEAR_ROWS = 128;

    private final Store store;
    private final Connection connection;
    private final Dictionaries dictionaries;
    private final IdentitySet identities;
    private final @Nullable ErasedPeople erased;
    private ImportSource source;
    private final long id;
    private final long begun = System.nanoTime();
    private final int[] dictionarySizes;
    private final int[] dictionariesKept;
    private final EventIdentity identity = new EventIdentity();
    private final ImportPages pages;
    private final List<EventColumns> kept = new ArrayList<>();
    private final BatchColumns batches;
    private RecordPage page = new RecordPage();
    private RejectionPage unreadable = new RejectionPage();
    private int unreadablePages;
    private long[] newIdentities = new long[2 * SEGMENT_EVENTS];

    private EventColumns columns = new EventColumns();
    private @Nullable RawRecord lastRecord;
    private @Nullable RawRecord header;
    private int records;
    private int segments;
    private final Repeats repeats = new Repeats();
    private int subscriptions;
    private long added;
    private long duplicates;
    private long probable;
    private long rejected;
    private String feedId = "";
    private String feedName = "";
    private String recognition = "";
    private boolean done;

    ImportWriter(
            Store store,
            Connection connection,
            Dictionaries dictionaries,
            IdentitySet identities,
            @Nullable ErasedPeople erased,
            ImportSource source,
            Workers workers)
            throws SQLException {
        this.erased = erased;
        this.store = store;
        this.connection = connection;
        this.dictionaries = dictionaries;
        this.identities = identities;
        this.batches = new BatchColumns(dictionaries);
        this.source = source;
        this.dictionarySizes =
                dictionaries.inOrder().stream().mapToInt(Dictionary::size).toArray();
        this.dictionariesKept = dictionarySizes.clone();
        this.id = nextId();
        this.pages = new ImportPages(connection, id, workers);
    }

    private long nextId() throws SQLException {
        try (PreparedStatement p = connection.prepareStatement("SELECT MAX(id) FROM import_run");
                ResultSet r = p.executeQuery()) {
            r.next();
            return r.getLong(1) + 1;
        }
    }

    /**
     * Names the feed that was recognised.
     *
     * @param why what tells it, in the words of the caller
     */
    public void feed(String newId, String newName, String why) {
        feedId = newId;
        feedName = newName;
        recognition = why;
    }

    /** Says which bytes the file holds, where that was still being found out when the import began. */
    public void sha256(String digestOfFile) {
        source = source.withSha256(digestOfFile);
    }

    /** Events stored so far. */
    public long added() {
        return added;
    }

    /** Events that were already known. */
    public long duplicates() {
        return duplicates;
    }

    /** Those of them that are known by what they tell, because their source gives no id. */
    public long probableDuplicates() {
        return probable;
    }

    /** Records that could not be read. */
    public long rejected() {
        return rejected;
    }

    /** Keeps an event with its verdict; false when it is already known, in this file or in the store. */
    public boolean append(RawEvent event, Verdict verdict) throws StoreException {
        EventIdentity.Of key = identity.of(event);
        RawEvent told = withoutErased(event);
        if (!identities.add(key.high(), key.low())) {
            duplicates++;
            probable += told.eventId() == null ? 1 : 0;
            repeats.add(
                    repeated(told),
                    told.kind(),
                    key.low(),
                    told.eventId() == null ? Repeats.KnownBy.CONTENT : Repeats.KnownBy.ID);
            return false;
        }
        newIdentities[2 * columns.size()] = key.high();
        newIdentities[2 * columns.size() + 1] = key.low();
        columns.append(told, verdict, record(event.record()), dictionaries);
        added++;
        if (columns.size() == SEGMENT_EVENTS) {
            flushSegment();
        }
        return true;
    }

    /** Whether events may come in batches; where people were erased, each event needs a look. */
    public boolean takesBatches() {
        return erased == null;
    }

    /** What can be worked out of a batch before its turn: beside the writing thread, several at a time. */
    public static void prepare(EventBatch batch) {
        new EventIdentity().of(batch);
        BatchColumns.hash(batch);
    }

    /**
     * Keeps those rows of a prepared and classified batch that are not known already.
     *
     * @param firstLine line in the file at which the batch begins
     */
    public void append(EventBatch batch, int from, int to, long firstLine) throws StoreException {
        byte[] part = batch.part().getBytes(StandardCharsets.UTF_8);
        int[] rows = new int[to - from];
        int fresh = fresh(batch, from, to, rows);
        lastRecord = null;
        if (fresh > 0) {
            keepHeader();
        }
        for (int done = 0; done < fresh; ) {
            int end = Math.min(fresh, done + SEGMENT_EVENTS - columns.size());
            identities(batch, rows, done, end);
            batches.append(batch, rows, done, end, records, columns);
            for (; done < end; done++) {
                page.add(batch, rows[done], firstLine + batch.line(rows[done]), part);
                records++;
                if (isFull(page)) {
                    flushPage();
                }
            }
            if (columns.size() == SEGMENT_EVENTS) {
                flushSegment();
            }
        }
        added += fresh;
        for (int i = rows.length - 1; i >= fresh; i--) {
            duplicates++;
            repeats.add(
                    batches.repeated(batch, rows[i]),
                    batch.head(rows[i]).kind(),
                    batch.identities()[2 * rows[i] + 1],
                    Repeats.KnownBy.ID);
        }
    }

    /** Those rows that are not known come first, in order; the others from the end backwards. Gives the number of the first. */
    private int fresh(EventBatch batch, int from, int to, int[] rows) {
        long[] keys = batch.identities();
        int fresh = 0;
        int known = rows.length;
        for (int near = from; near < to; near += NEAR_ROWS) {
            int end = Math.min(to, near + NEAR_ROWS);
            identities.bringNear(keys, near, end);
            for (int row = near; row < end; row++) {
                if (identities.add(keys[2 * row], keys[2 * row + 1])) {
                    rows[fresh++] = row;
                } else {
                    rows[--known] = row;
                }
            }
        }
        return fresh;
    }

    private void identities(EventBatch batch, int[] rows, int begin, int end) {
        long[] keys = batch.identities();
        int at = 2 * columns.size();
        for (int i = begin; i < end; i++) {
            newIdentities[at++] = keys[2 * rows[i]];
            newIdentities[at++] = keys[2 * rows[i] + 1];
        }
    }

    /** A record is read with all of its page, so a page of long records has few of them. */
    private static boolean isFull(RecordPage page) {
        return page.records() == PAGE_RECORDS || page.bytes() >= PAGE_BYTES;
    }

    /** Who was erased stays so, whatever is imported later; an event is known by what it was before. */
    private RawEvent withoutErased(RawEvent event) {
        ErasedPeople people = erased;
        if (people == null) {
            return event;
        }
        String pseudonym = people.pseudonym(event.address().key());
        Map<EventText, String> texts = new EnumMap<>(EventText.class);
        event.texts().forEach((field, value) -> texts.put(field, people.text(value)));
        return new RawEvent(
                event.kind(),
                event.time(),
                pseudonym == null ? event.address() : new EmailAddress(pseudonym),
                event.source(),
                event.eventId(),
                event.smtpCode(),
                event.attempt(),
                event.hint(),
                event.test(),
                event.timed(),
                texts,
                event.record());
    }

    private String plain(String text) {
        return erased == null ? text : erased.text(text);
    }

    /** The texts of a repeated event are in the dictionaries already: the first time put them there. */
    private Repeats.Key repeated(RawEvent event) {
        return Repeats.key(dictionaries.addresses().find(event.address().key()), field -> {
            String value = event.text(field);
            return value == null ? -1 : dictionaries.texts(field).find(value);
        });
    }

    /** Several events of one record share its raw text: the very object, not an equal one of another line. */
    @SuppressWarnings("ReferenceEquality")
    private int record(RawRecord record) throws StoreException {
        if (record != lastRecord) {
            keepHeader();
            lastRecord = record;
            keep(record);
        }
        return records - 1;
    }

    private void keep(RawRecord record) throws StoreException {
        page.add(
                erased == null
                        ? record
                        : new RawRecord(erased.record(record.text()), record.line(), erased.text(record.part())));
        records++;
        if (isFull(page)) {
            flushPage();
        }
    }

    /** Says what the columns are of the table whose rows follow; kept with the first of them, as a record before it. */
    public void header(RawRecord names) {
        header = names;
    }

    private void keepHeader() throws StoreException {
        RawRecord before = header;
        if (before != null) {
            header = null;
            keep(before);
        }
    }

    /** Keeps a line of a user export. */
    public void subscription(SubscriptionFact f) throws StoreException {
        try (PreparedStatement p =
                connection.prepareStatement("INSERT INTO subscription_fact VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            p.setLong(1, id);
            p.setInt(2, subscriptions++);
            p.setString(3, plain(f.address().text()));
            p.setString(4, f.status().name());
            p.setObject(5, f.since() == null ? null : OffsetDateTime.ofInstant(f.since(), ZoneOffset.UTC));
            p.setString(6, f.userId());
            p.setString(7, f.cause() == null ? null : plain(f.cause()));
            p.setLong(8, f.record().line());
            p.executeUpdate();
        } catch (SQLException e) {
            throw store.trouble(e);
        }
    }

    /** Number of lines of user exports kept so far. */
    public long subscriptions() {
        return subscriptions;
    }

    /** Keeps a setting that a settings file brings. */
    public void setting(String name, String content) throws StoreException {
        try (PreparedStatement p =
                connection.prepareStatement("MERGE INTO imported_setting KEY(import_id, name) VALUES (?, ?, ?)")) {
            p.setLong(1, id);
            p.setString(2, name);
            p.setString(3, content);
            p.executeUpdate();
        } catch (SQLException e) {
            throw store.trouble(e);
        }
    }

    /** Keeps a record that could not be read. */
    public void reject(Rejection r) throws StoreException {
        rejected++;
        unreadable.add(new Rejection(r.line(), plain(r.part()), plain(r.reason()), plain(r.text())));
        if (unreadable.isFull()) {
            flushUnreadable();
        }
    }

    private void flushUnreadable() throws StoreException {
        if (unreadable.entries() == 0) {
            return;
        }
        try {
            pages.unreadable(unreadablePages++, unreadable);
        } catch (SQLException e) {
            throw store.trouble(e);
        }
        unreadable = new RejectionPage();
    }

    /** By the clock that told the beginning: a sample's stands still, and both belong to its time. */
    private Instant ended() {
        return source.startedAt().plusNanos(System.nanoTime() - begun);
    }

    /**
     * Ends the import: everything is written, committed and forced to the disk when this returns.
     *
     * @param read records found in the file
     */
    public ImportRun commit(long read, String ruleBook) throws StoreException {
        try {
            flushSegment();
            flushPage();
            flushUnreadable();
            flushDictionaries();
            pages.finish();
            pages.repeats(repeats);
            ImportRun run =
                    new ImportRun(id, source, feedId, feedName, ended(), read, added, duplicates, rejected, ruleBook);
            insert(run);
            insertRecognition();
            seal();
            store.commit();
            done = true;
            store.committed(id, kept);
            return run;
        } catch (SQLException e) {
            throw store.trouble(e);
        }
    }

    /** Pages are sealed as they were written, rows as they are read back. */
    private void seal() throws SQLException {
        Seals kept = new Seals(connection);
        pages.seal(kept);
        kept.renew(SealedPart.READINGS, id);
        kept.renew(SealedPart.SUBSCRIPTIONS, id);
        kept.renew(SealedPart.IMPORTED_SETTINGS, id);
        kept.renew(SealedPart.IMPORTS, Seals.STORE);
    }

    private void insert(ImportRun run) throws SQLException {
        try (PreparedStatement p = connection.prepareStatement(
                "INSERT INTO import_run VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            p.setLong(1, id);
            p.setString(2, erased == null ? source.name() : erased.fileName(source.name()));
            p.setString(3, erased == null ? source.path() : erased.fileName(source.path()));
            p.setLong(4, source.bytes());
            p.setString(5, source.sha256());
            p.setString(6, feedId);
            p.setString(7, feedName);
            p.setString(8, source.zone());
            p.setTimestamp(9, Timestamp.from(source.startedAt()));
            p.setTimestamp(10, Timestamp.from(run.finishedAt()));
            p.setLong(11, run.read());
            p.setLong(12, added);
            p.setLong(13, duplicates);
            p.setLong(14, rejected);
            p.setString(15, run.ruleBook());
            p.setLong(16, pages.digest());
            p.executeUpdate();
        }
    }

    private void insertRecognition() throws SQLException {
        if (!recognition.isEmpty()) {
            try (PreparedStatement p = connection.prepareStatement("INSERT INTO import_reading VALUES (?, ?)")) {
                p.setLong(1, id);
                p.setString(2, plain(recognition));
                p.executeUpdate();
            }
        }
    }

    private void flushSegment() throws StoreException {
        int n = columns.size();
        if (n == 0) {
            return;
        }
        try {
            pages.segment(segments, columns, kept::add);
            pages.identities(segments, newIdentities, n);
        } catch (SQLException e) {
            throw store.trouble(e);
        }
        segments++;
        newIdentities = new long[2 * SEGMENT_EVENTS];
        flushDictionaries();
        columns = new EventColumns();
    }

    private void flushPage() throws StoreException {
        if (page.records() == 0) {
            return;
        }
        try {
            pages.records(records - page.records(), page);
        } catch (SQLException e) {
            throw store.trouble(e);
        }
        page = new RecordPage(page.bytes() + page.bytes() / ROOM_FOR_LONGER);
    }

    /** With every segment, so that the end of a large file is as quick as its middle. */
    private void flushDictionaries() throws StoreException {
        List<Dictionary> all = dictionaries.inOrder();
        try {
            for (int d = 0; d < all.size(); d++) {
                Dictionary dictionary = all.get(d);
                int size = dictionary.size();
                for (int from = dictionariesKept[d]; from < size; from += SEGMENT_EVENTS) {
                    pages.texts(d, dictionary, from, Math.min(SEGMENT_EVENTS, size - from));
                }
                dictionariesKept[d] = size;
            }
        } catch (SQLException e) {
            throw store.trouble(e);
        }
    }

    /** Gives up what was not committed. */
    @Override
    public void close() throws StoreException {
        if (done) {
            return;
        }
        done = true;
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw store.trouble(e);
        } finally {
            store.abandoned(dictionarySizes);
        }
    }
}
