package dev.rebound.store;

import dev.rebound.column.Dictionaries;
import dev.rebound.column.Dictionary;
import dev.rebound.column.EventColumns;
import dev.rebound.column.LongCells;
import dev.rebound.column.Repeats;
import dev.rebound.domain.EventText;
import dev.rebound.domain.RawRecord;
import dev.rebound.domain.Rejection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Takes events out of the store for their age: their columns, the raw records that only they had, and every text that no
 * event says any more. Their identities stay, so that importing an old file again does not bring them back. The caller
 * commits.
 */
final class Retirement {
    private final Connection connection;
    private final Map<Long, List<EventColumns>> events;

    Retirement(Connection connection, Map<Long, List<EventColumns>> events) {
        this.connection = connection;
        this.events = events;
    }

    /**
     * Removes rows of the segments of imports.
     *
     * @param gone the rows to go, import by import and segment by segment
     * @return number of events that went
     */
    long events(Map<Long, List<BitSet>> gone) throws SQLException {
        long all = 0;
        for (Map.Entry<Long, List<BitSet>> e : gone.entrySet()) {
            List<Integer> places = places(e.getKey());
            List<EventColumns> segments = segments(e.getKey());
            long ofImport = 0;
            for (int s = 0; s < e.getValue().size(); s++) {
                BitSet rows = e.getValue().get(s);
                if (!rows.isEmpty()) {
                    segment(e.getKey(), places.get(s), segments.get(s), rows);
                    ofImport += rows.cardinality();
                }
            }
            if (ofImport > 0) {
                remember(e.getKey(), ofImport);
            }
            all += ofImport;
        }
        return all;
    }

    /** The numbers of an import's segments, in the order in which they are held. */
    private List<Integer> places(long importId) throws SQLException {
        List<Integer> places = new ArrayList<>();
        try (PreparedStatement p =
                connection.prepareStatement("SELECT DISTINCT seq FROM segment WHERE import_id = ? ORDER BY seq")) {
            p.setLong(1, importId);
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    places.add(r.getInt(1));
                }
            }
        }
        return places;
    }

    private void segment(long importId, int seq, EventColumns columns, BitSet gone) throws SQLException {
        try (PreparedStatement p = connection.prepareStatement("DELETE FROM segment WHERE import_id = ? AND seq = ?")) {
            p.setLong(1, importId);
            p.setInt(2, seq);
            p.executeUpdate();
        }
        int left = columns.size() - gone.cardinality();
        if (left == 0) {
            return;
        }
        List<LongCells> all = columns.inOrder();
        try (PreparedStatement p = connection.prepareStatement("INSERT INTO segment VALUES (?, ?, ?, ?, ?, ?)")) {
            for (int c = 0; c < all.size(); c++) {
                if (all.get(c).isWritten()) {
                    long[] values = new long[left];
                    int at = 0;
                    for (int row = gone.nextClearBit(0); row < columns.size(); row = gone.nextClearBit(row + 1)) {
                        values[at++] = all.get(c).get(row);
                    }
                    byte[] data = Pages.packNumbers(values);
                    p.setLong(1, importId);
                    p.setInt(2, seq);
                    p.setInt(3, c);
                    p.setInt(4, left);
                    p.setLong(5, Pages.checksum(data));
                    p.setBytes(6, data);
                    p.executeUpdate();
                }
            }
        }
    }

    private void remember(long importId, long more) throws SQLException {
        try (PreparedStatement p = connection.prepareStatement("MERGE INTO retired KEY(import_id) VALUES (?, ?)")) {
            p.setLong(1, importId);
            p.setLong(2, more + StoreReader.retired(connection, importId));
            p.executeUpdate();
        }
    }

    private List<EventColumns> segments(long importId) {
        return Objects.requireNonNull(events.get(importId), "segments of an import that is held");
    }

    /** Empties the raw records of an import that no event of it needs, and its unreadable lines where none is left. */
    long records(long importId, List<BitSet> gone, Dictionaries dictionaries) throws SQLException, StoreException {
        BitSet needed = new BitSet();
        List<EventColumns> segments = segments(importId);
        for (int s = 0; s < segments.size(); s++) {
            for (int row = gone.get(s).nextClearBit(0);
                    row < segments.get(s).size();
                    row = gone.get(s).nextClearBit(row + 1)) {
                needed.set(segments.get(s).raw().at(row));
            }
        }
        if (needed.isEmpty()) {
            try (PreparedStatement p =
                    connection.prepareStatement("UPDATE rejection SET text = ? WHERE import_id = ?")) {
                p.setString(1, "");
                p.setLong(2, importId);
                p.executeUpdate();
            }
            new RejectionPages(connection).change(importId, r -> new Rejection(r.line(), r.part(), r.reason(), ""));
        }
        long emptied = 0;
        RecordTexts named = new RecordTexts(segments, dictionaries);
        for (int first : firstRecords(importId)) {
            emptied += page(importId, first, named, needed);
        }
        return emptied;
    }

    private List<Integer> firstRecords(long importId) throws SQLException {
        List<Integer> firsts = new ArrayList<>();
        try (PreparedStatement p =
                connection.prepareStatement("SELECT first_record FROM raw_page WHERE import_id = ?")) {
            p.setLong(1, importId);
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    firsts.add(r.getInt(1));
                }
            }
        }
        return firsts;
    }

    private long page(long importId, int first, RecordTexts named, BitSet needed) throws SQLException, StoreException {
        return RawPageChange.applied(
                connection,
                importId,
                first,
                named,
                (place, r) -> needed.get(place) || r.text().isEmpty() ? r : new RawRecord("", r.line(), ""));
    }

    /** Puts a placeholder in the place of every address and text that no event says any more. */
    void texts(Map<Long, List<BitSet>> gone, Iterable<Repeats> repeats, Dictionaries dictionaries) throws SQLException {
        List<BitSet> used = new ArrayList<>();
        dictionaries.inOrder().forEach(d -> used.add(new BitSet()));
        for (Map.Entry<Long, List<EventColumns>> e : events.entrySet()) {
            List<BitSet> ofImport = gone.getOrDefault(e.getKey(), List.of());
            for (int s = 0; s < e.getValue().size(); s++) {
                BitSet rows = s < ofImport.size() ? ofImport.get(s) : new BitSet();
                mark(e.getValue().get(s), rows, used);
            }
        }
        repeats.forEach(r -> mark(r, used));
        for (int d = 0; d < used.size(); d++) {
            if (d != SOURCES && d != RULES) {
                dictionary(d, dictionaries.inOrder().get(d), used.get(d));
            }
        }
    }

    private static final int SOURCES = 1;
    private static final int RULES = 2;
    private static final int FIRST_TEXT = 3;

    private static void mark(Repeats repeats, List<BitSet> used) {
        repeats.codes((field, code) -> {
            if (code >= 0) {
                used.get(field == null ? 0 : FIRST_TEXT + field.ordinal()).set(code);
            }
        });
    }

    /**
     * Takes the end off every dictionary that nothing says any more, as after an import that was taken back. What lies
     * before the last text in use keeps its place.
     */
    void cutDictionaries(Iterable<Repeats> repeats, Dictionaries dictionaries) throws SQLException {
        List<BitSet> used = new ArrayList<>();
        dictionaries.inOrder().forEach(d -> used.add(new BitSet()));
        for (List<EventColumns> segments : events.values()) {
            for (EventColumns columns : segments) {
                mark(columns, new BitSet(), used);
                for (int row = 0; row < columns.size(); row++) {
                    used.get(SOURCES).set(columns.source().at(row));
                    used.get(RULES).set(columns.rule().at(row));
                }
            }
        }
        repeats.forEach(r -> mark(r, used));
        for (int d = 0; d < used.size(); d++) {
            cut(d, dictionaries.inOrder().get(d), used.get(d).length());
        }
    }

    private void cut(int number, Dictionary dictionary, int size) throws SQLException {
        for (int[] chunk : chunks(number)) {
            if (chunk[0] >= size) {
                try (PreparedStatement p = connection.prepareStatement(
                        "DELETE FROM dictionary_chunk WHERE dictionary = ? AND first_code = ?")) {
                    p.setInt(1, number);
                    p.setInt(2, chunk[0]);
                    p.executeUpdate();
                }
            } else if (chunk[0] + chunk[1] > size) {
                put(number, chunk[0], size - chunk[0], dictionary::value);
            }
        }
    }

    private void put(int number, int first, int entries, IntFunction<String> value) throws SQLException {
        byte[] data = TextPage.of(
                        IntStream.range(first, first + entries).mapToObj(value).toList())
                .packed();
        try (PreparedStatement p = connection.prepareStatement(
                "UPDATE dictionary_chunk SET entries = ?, crc = ?, data = ? WHERE dictionary = ? AND first_code = ?")) {
            p.setInt(1, entries);
            p.setLong(2, Pages.checksum(data));
            p.setBytes(3, data);
            p.setInt(4, number);
            p.setInt(5, first);
            p.executeUpdate();
        }
    }

    private static void mark(EventColumns columns, BitSet gone, List<BitSet> used) {
        for (int row = gone.nextClearBit(0); row < columns.size(); row = gone.nextClearBit(row + 1)) {
            used.getFirst().set(columns.address().at(row));
            for (EventText field : EventText.values()) {
                int code = columns.text(field).at(row);
                if (code >= 0) {
                    used.get(FIRST_TEXT + field.ordinal()).set(code);
                }
            }
        }
    }

    private void dictionary(int number, Dictionary dictionary, BitSet used) throws SQLException {
        for (int[] chunk : chunks(number)) {
            if (used.nextClearBit(chunk[0]) < chunk[0] + chunk[1]) {
                put(
                        number,
                        chunk[0],
                        chunk[1],
                        code -> used.get(code) ? dictionary.value(code) : placeholder(number, code));
            }
        }
    }

    private List<int[]> chunks(int number) throws SQLException {
        List<int[]> chunks = new ArrayList<>();
        try (PreparedStatement p =
                connection.prepareStatement("SELECT first_code, entries FROM dictionary_chunk WHERE dictionary = ?")) {
            p.setInt(1, number);
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    chunks.add(new int[] {r.getInt(1), r.getInt(2)});
                }
            }
        }
        return chunks;
    }

    /** Codes stand for distinct texts, so each has a placeholder of its own. */
    private static String placeholder(int dictionary, int code) {
        return dictionary == 0 ? "removed-" + code + "@removed.invalid" : "\u27e6removed " + code + "\u27e7";
    }

    /** Adds to the counts that are kept for ever. */
    void count(List<PastCount> counts) throws SQLException {
        for (PastCount c : counts) {
            long before = 0;
            try (PreparedStatement p = connection.prepareStatement(
                    "SELECT messages FROM past_count WHERE sent_on = ? AND campaign = ? AND state = ?")) {
                p.setString(1, c.day());
                p.setString(2, c.campaign());
                p.setString(3, c.state());
                try (ResultSet r = p.executeQuery()) {
                    before = r.next() ? r.getLong(1) : 0;
                }
            }
            try (PreparedStatement p = connection.prepareStatement(
                    "MERGE INTO past_count KEY(sent_on, campaign, state) VALUES (?, ?, ?, ?)")) {
                p.setString(1, c.day());
                p.setString(2, c.campaign());
                p.setString(3, c.state());
                p.setLong(4, before + c.messages());
                p.executeUpdate();
            }
        }
    }

    /** Keeps the dated record. */
    void keep(RetentionReport report) throws SQLException {
        try (PreparedStatement p = connection.prepareStatement("INSERT INTO retention VALUES (?, ?, ?, ?, ?)")) {
            p.setTimestamp(1, java.sql.Timestamp.from(report.at()));
            p.setTimestamp(2, java.sql.Timestamp.from(report.cutoff()));
            p.setLong(3, report.messages());
            p.setLong(4, report.events());
            p.setLong(5, report.records());
            p.executeUpdate();
        }
    }
}
