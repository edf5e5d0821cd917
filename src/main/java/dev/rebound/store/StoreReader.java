package dev.rebound.store;

import dev.rebound.column.Dictionaries;
import dev.rebound.column.Dictionary;
import dev.rebound.column.EventColumns;
import dev.rebound.column.Repeats;
import dev.rebound.domain.EmailAddress;
import dev.rebound.domain.RawRecord;
import dev.rebound.domain.Rejection;
import dev.rebound.domain.SubscriptionFact;
import dev.rebound.domain.SubscriptionStatus;
import dev.rebound.store.StoreException.Trouble;
import java.io.DataInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Reads what was kept, verifying every page's checksum on the way. */
final class StoreReader {
    private final Connection connection;
    private final boolean sound;
    private final Seals seals;
    private final Set<Long> soundRecords = new HashSet<>();

    StoreReader(Connection connection) {
        this(connection, true);
    }

    /**
     * @param sound whether the store is sound; of a damaged one every raw page is read whose own checksum is right
     */
    StoreReader(Connection connection, boolean sound) {
        this.connection = connection;
        this.sound = sound;
        this.seals = new Seals(connection);
    }

    static StoreException damaged(String what, Exception e) {
        return new StoreException(
                Trouble.DAMAGED, "Damaged: " + what + " cannot be read. Restore a backup or import the file again.", e);
    }

    void dictionaries(Dictionaries out) throws SQLException, StoreException {
        List<Dictionary> all = out.inOrder();
        Seal seal = Seal.OF_NOTHING;
        List<PackedTexts> packed = PackedTexts.of(all.size());
        try (PreparedStatement p = connection.prepareStatement(
                        "SELECT dictionary, first_code, entries, crc, data FROM dictionary_chunk"
                                + " ORDER BY dictionary, first_code");
                ResultSet r = p.executeQuery()) {
            while (r.next()) {
                seal = seal.with(r, 1, 4);
                byte[] page = Pages.verified(r.getBytes(5), r.getLong(4), "a dictionary");
                packed.get(r.getInt(1)).add(r.getInt(3), page);
            }
        }
        seals.verify(SealedPart.DICTIONARIES, Seals.STORE, seal);
        for (int d = 0; d < packed.size(); d++) {
            packed.get(d).promiseTo(all.get(d));
        }
    }

    List<ImportRun> imports() throws SQLException, StoreException {
        seals.verify(SealedPart.IMPORTS, Seals.STORE, seals.present(SealedPart.IMPORTS, Seals.STORE));
        return listedImports();
    }

    /** The imports as they are listed, sound or not. */
    List<ImportRun> listedImports() throws SQLException {
        List<ImportRun> runs = new ArrayList<>();
        try (PreparedStatement p = connection.prepareStatement(
                        "SELECT id, name, path, bytes, sha256, feed_id, feed_name, zone, started_at, finished_at,"
                                + " read_count, added, duplicates, rejected, rule_book FROM import_run ORDER BY id");
                ResultSet r = p.executeQuery()) {
            while (r.next()) {
                ImportSource source = new ImportSource(
                        r.getString(2),
                        r.getString(3),
                        r.getLong(4),
                        r.getString(5),
                        r.getString(8),
                        instant(r.getTimestamp(9)));
                runs.add(new ImportRun(
                        r.getLong(1),
                        source,
                        r.getString(6),
                        r.getString(7),
                        instant(r.getTimestamp(10)),
                        r.getLong(11),
                        r.getLong(12),
                        r.getLong(13),
                        r.getLong(14),
                        r.getString(15)));
            }
        }
        return runs;
    }

    private static java.time.Instant instant(Timestamp t) {
        return t.toInstant();
    }

    List<EventColumns> segments(long importId) throws SQLException, StoreException {
        List<EventColumns> segments = new ArrayList<>();
        try (PreparedStatement p = connection.prepareStatement(
                "SELECT seq, col, rows_count, crc, data FROM segment WHERE import_id = ? ORDER BY seq, col")) {
            p.setLong(1, importId);
            try (ResultSet r = p.executeQuery()) {
                int seq = -1;
                PackedSegment segment = new PackedSegment(importId, 0);
                Seal seal = Seal.OF_NOTHING;
                while (r.next()) {
                    seal = seal.with(r, 1, 4);
                    if (r.getInt(1) != seq) {
                        if (seq >= 0) {
                            segments.add(segment.unpacked());
                        }
                        seq = r.getInt(1);
                        segment = new PackedSegment(importId, r.getInt(3));
                    }
                    segment.add(r.getInt(2), r.getLong(4), r.getBytes(5));
                }
                if (seq >= 0) {
                    segments.add(segment.unpacked());
                }
                seals.verify(SealedPart.SEGMENT, importId, seal);
            }
        }
        return segments;
    }

    IdentitySet identities() throws SQLException, StoreException {
        IdentitySet set = new IdentitySet();
        verifyAll(SealedPart.IDENTITIES);
        try (PreparedStatement p = connection.prepareStatement("SELECT import_id, crc, data FROM identity_page");
                ResultSet r = p.executeQuery()) {
            while (r.next()) {
                String what = "the identities of import " + r.getLong(1);
                try (DataInputStream in = Pages.unpack(Pages.verified(r.getBytes(3), r.getLong(2), what))) {
                    int halves = in.readInt();
                    for (int i = 0; i < halves; i += 2) {
                        set.add(in.readLong(), in.readLong());
                    }
                } catch (IOException e) {
                    throw damaged(what, e);
                }
            }
        }
        return set;
    }

    private void verifyAll(SealedPart part) throws SQLException, StoreException {
        for (long owner : seals.owners(part)) {
            seals.verify(part, owner, seals.present(part, owner));
        }
    }

    /** A page whose own checksum is right may stand in another's place: the pages of an import are compared once. */
    private void verifyRecords(long importId) throws SQLException, StoreException {
        if (sound && !soundRecords.contains(importId)) {
            seals.verify(SealedPart.RECORDS, importId, seals.present(SealedPart.RECORDS, importId));
            soundRecords.add(importId);
        }
    }

    RawRecord rawRecord(long importId, int rawIndex, RecordTexts named) throws SQLException, StoreException {
        verifyRecords(importId);
        String what = "a raw page of import " + importId;
        try (PreparedStatement p = connection.prepareStatement(
                "SELECT first_record, entries, crc, data FROM raw_page WHERE import_id = ? AND first_record <= ?"
                        + " ORDER BY first_record DESC FETCH FIRST ROW ONLY")) {
            p.setLong(1, importId);
            p.setInt(2, rawIndex);
            try (ResultSet r = p.executeQuery()) {
                if (!r.next() || rawIndex >= r.getInt(1) + r.getInt(2)) {
                    throw new StoreException(Trouble.DAMAGED, "Damaged: " + what + " is missing.", null);
                }
                byte[] page = Pages.verified(r.getBytes(4), r.getLong(3), what);
                return RawPages.unpack(page, r.getInt(1), r.getInt(2), named).get(rawIndex - r.getInt(1));
            } catch (IOException e) {
                throw damaged(what, e);
            }
        }
    }

    /** Several raw records of one import, each page unpacked once. The numbers ascend. */
    List<RawRecord> rawRecords(long importId, int[] ascending, RecordTexts named) throws SQLException, StoreException {
        List<RawRecord> out = new ArrayList<>(ascending.length);
        if (ascending.length == 0) {
            return out;
        }
        verifyRecords(importId);
        String what = "a raw page of import " + importId;
        try (PreparedStatement p =
                connection.prepareStatement("SELECT first_record, entries, crc, data FROM raw_page WHERE import_id = ?"
                        + " AND first_record > ? AND first_record <= ? ORDER BY first_record")) {
            p.setLong(1, importId);
            p.setInt(2, ascending[0] - ImportWriter.PAGE_RECORDS);
            p.setInt(3, ascending[ascending.length - 1]);
            try (ResultSet r = p.executeQuery()) {
                while (r.next() && out.size() < ascending.length) {
                    int first = r.getInt(1);
                    int end = first + r.getInt(2);
                    if (ascending[out.size()] < end) {
                        byte[] page = Pages.verified(r.getBytes(4), r.getLong(3), what);
                        List<RawRecord> records = RawPages.unpack(page, first, r.getInt(2), named);
                        while (out.size() < ascending.length && ascending[out.size()] < end) {
                            out.add(records.get(ascending[out.size()] - first));
                        }
                    }
                }
            } catch (IOException e) {
                throw damaged(what, e);
            }
        }
        if (out.size() < ascending.length) {
            throw new StoreException(Trouble.DAMAGED, "Damaged: " + what + " is missing.", null);
        }
        return out;
    }

    Map<Long, Repeats> repeats() throws SQLException, StoreException {
        Map<Long, Repeats> out = new TreeMap<>();
        verifyAll(SealedPart.REPEATS);
        verifyAll(SealedPart.REPEAT_RUNS);
        repeats(
                "SELECT import_id, entries, crc, data FROM repeat_page",
                2,
                (id, flat) -> of(out, id).addSingle(flat));
        repeats(
                "SELECT import_id, entries, crc, data FROM repeat_run ORDER BY import_id, seq",
                Repeats.COUNTED_COLUMNS,
                (id, flat) -> of(out, id).add(flat));
        return out;
    }

    private static Repeats of(Map<Long, Repeats> all, long importId) {
        return all.computeIfAbsent(importId, id -> new Repeats());
    }

    private void repeats(String sql, int columns, BiConsumer<Long, long[]> taker) throws SQLException, StoreException {
        try (PreparedStatement p = connection.prepareStatement(sql);
                ResultSet r = p.executeQuery()) {
            while (r.next()) {
                String what = "the repeated events of import " + r.getLong(1);
                byte[] page = Pages.verified(r.getBytes(4), r.getLong(3), what);
                try {
                    taker.accept(r.getLong(1), Pages.unpackNumbers(page, columns * r.getInt(2)));
                } catch (IOException e) {
                    throw damaged(what, e);
                }
            }
        }
    }

    List<SubscriptionFact> subscriptions() throws SQLException, StoreException {
        List<SubscriptionFact> facts = new ArrayList<>();
        verifyAll(SealedPart.SUBSCRIPTIONS);
        try (PreparedStatement p = connection.prepareStatement(
                        "SELECT address, status, since, user_id, cause, line, import_id FROM subscription_fact ORDER BY import_id, seq");
                ResultSet r = p.executeQuery()) {
            while (r.next()) {
                OffsetDateTime since = r.getObject(3, OffsetDateTime.class);
                facts.add(new SubscriptionFact(
                        new EmailAddress(r.getString(1)),
                        SubscriptionStatus.valueOf(r.getString(2)),
                        since == null ? null : since.toInstant(),
                        r.getString(4),
                        r.getString(5),
                        new RawRecord("", r.getLong(6), ""),
                        r.getLong(7)));
            }
        }
        return facts;
    }

    List<Rejection> rejections(long importId, int limit) throws SQLException, StoreException {
        for (SealedPart part : List.of(SealedPart.REJECTIONS, SealedPart.REJECTION_PAGES)) {
            seals.verify(part, importId, seals.present(part, importId));
        }
        return new RejectionPages(connection).first(importId, limit);
    }

    /** Why an import was recognised as what it was; empty for one of before format 8. */
    String recognition(long importId) throws SQLException, StoreException {
        seals.verify(SealedPart.READINGS, importId, seals.present(SealedPart.READINGS, importId));
        try (PreparedStatement p =
                connection.prepareStatement("SELECT recognition FROM import_reading WHERE import_id = ?")) {
            p.setLong(1, importId);
            try (ResultSet r = p.executeQuery()) {
                return r.next() ? r.getString(1) : "";
            }
        }
    }

    /** Settings that imported files brought; of two files the later one counts. */
    Map<String, String> importedSettings() throws SQLException, StoreException {
        verifyAll(SealedPart.IMPORTED_SETTINGS);
        return settings("SELECT name, content FROM imported_setting ORDER BY import_id");
    }

    /** Settings that were made here. */
    Map<String, String> ownSettings() throws SQLException, StoreException {
        verifyAll(SealedPart.SETTINGS);
        return settings("SELECT name, content FROM setting ORDER BY name");
    }

    private Map<String, String> settings(String sql) throws SQLException {
        Map<String, String> out = new LinkedHashMap<>();
        try (PreparedStatement p = connection.prepareStatement(sql);
                ResultSet r = p.executeQuery()) {
            while (r.next()) {
                out.put(r.getString(1), r.getString(2));
            }
        }
        return out;
    }

    /** How many events of an import were removed for their age. */
    static long retired(Connection connection, long importId) throws SQLException {
        try (PreparedStatement p = connection.prepareStatement("SELECT events FROM retired WHERE import_id = ?")) {
            p.setLong(1, importId);
            try (ResultSet r = p.executeQuery()) {
                return r.next() ? r.getLong(1) : 0;
            }
        }
    }

    /** What is kept of removed messages, by day, campaign and state. */
    List<PastCount> pastCounts() throws SQLException, StoreException {
        verifyAll(SealedPart.PAST_COUNTS);
        List<PastCount> out = new ArrayList<>();
        try (PreparedStatement p = connection.prepareStatement(
                        "SELECT sent_on, campaign, state, messages FROM past_count ORDER BY sent_on, campaign, state");
                ResultSet r = p.executeQuery()) {
            while (r.next()) {
                out.add(new PastCount(r.getString(1), r.getString(2), r.getString(3), r.getLong(4)));
            }
        }
        return out;
    }

    /** Removals for age, newest first. */
    List<RetentionReport> retentions() throws SQLException, StoreException {
        verifyAll(SealedPart.RETENTIONS);
        List<RetentionReport> out = new ArrayList<>();
        try (PreparedStatement p = connection.prepareStatement(
                        "SELECT done_at, cutoff, messages, events, records FROM retention ORDER BY done_at DESC");
                ResultSet r = p.executeQuery()) {
            while (r.next()) {
                out.add(new RetentionReport(
                        instant(r.getTimestamp(1)),
                        instant(r.getTimestamp(2)),
                        r.getLong(3),
                        r.getLong(4),
                        r.getLong(5)));
            }
        }
        return out;
    }
}
