package dev.rebound.store;

import dev.rebound.column.Dictionary;
import dev.rebound.column.EventColumns;
import dev.rebound.column.LongCells;
import dev.rebound.column.Repeats;
import dev.rebound.domain.Workers;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The pages of one import on their way to the disk: packed beside the writing thread, written by it in the order in which they
 * were given, each with its checksum, and sealed as they were written. For the writing thread alone.
 */
final class ImportPages {
    private final Connection connection;
    private final long importId;
    private final PagesAhead ahead;
    private final Map<SealedPart, Seal> seals = new EnumMap<>(SealedPart.class);
    private long digest;

    ImportPages(Connection connection, long importId, Workers workers) {
        this.connection = connection;
        this.importId = importId;
        this.ahead = new PagesAhead(workers);
    }

    /** A segment as it is written, and in no more memory than it needs. */
    private record Packed(byte[][] columns, EventColumns trimmed) {}

    /** @param trimmed gets the same events in no more memory than they need, once they were written; segments in order */
    void segment(int number, EventColumns full, Consumer<EventColumns> trimmed) throws SQLException {
        ahead.add(() -> packed(full), packed -> {
            for (int c = 0; c < packed.columns().length; c++) {
                if (packed.columns()[c].length > 0) {
                    write(SealedPart.SEGMENT, packed.columns()[c], number, c, full.size());
                }
            }
            trimmed.accept(packed.trimmed());
        });
    }

    private static Packed packed(EventColumns full) {
        List<LongCells> all = full.inOrder();
        byte[][] packed = new byte[all.size()][];
        LongCells[] trimmed = new LongCells[all.size()];
        for (int c = 0; c < packed.length; c++) {
            boolean written = all.get(c).isWritten();
            long[] values = written ? all.get(c).slice(0, full.size()) : new long[0];
            packed[c] = written ? Pages.packNumbers(values) : new byte[0];
            trimmed[c] = written ? new LongCells(-1, values) : all.get(c);
        }
        return new Packed(packed, new EventColumns(List.of(trimmed), full.size()));
    }

    /** Halves of so many identities, high and low in turn. */
    void identities(int number, long[] halves, int count) throws SQLException {
        ahead.add(() -> identities(halves, count), data -> write(SealedPart.IDENTITIES, data, number));
    }

    private static byte[] identities(long[] halves, int count) {
        ByteBuffer out = ByteBuffer.allocate(1 + Integer.BYTES + 2 * count * Long.BYTES);
        out.put(Pages.AS_IT_IS).putInt(2 * count);
        out.asLongBuffer().put(halves, 0, 2 * count);
        return out.array();
    }

    void records(int first, RecordPage full) throws SQLException {
        int n = full.records();
        ahead.add(full::packed, data -> write(SealedPart.RECORDS, data, first, n));
    }

    void unreadable(int number, RejectionPage full) throws SQLException {
        ahead.add(full::packed, data -> write(SealedPart.REJECTION_PAGES, data, number, full.entries()));
    }

    /** Texts that a dictionary has gained; dictionaries belong to the store, so they do not count for the import's digest. */
    void texts(int number, Dictionary dictionary, int first, int entries) throws SQLException {
        TextPage texts = TextPage.of(dictionary, first, first + entries);
        ahead.add(texts::packed, data -> {
            try (PreparedStatement p =
                    connection.prepareStatement("INSERT INTO dictionary_chunk VALUES (?, ?, ?, ?, ?)")) {
                p.setInt(1, number);
                p.setInt(2, first);
                p.setInt(3, entries);
                long crc = Pages.checksum(data);
                p.setLong(4, crc);
                p.setBytes(5, data);
                p.executeUpdate();
                sealed(SealedPart.DICTIONARIES, number, first, entries, crc);
            }
        });
    }

    void repeats(Repeats repeats) throws SQLException {
        int number = 0;
        for (int from = 0; from < repeats.size(); from += ImportWriter.SEGMENT_EVENTS) {
            int to = Math.min(from + ImportWriter.SEGMENT_EVENTS, repeats.size());
            byte[] data = Pages.packNumbers(repeats.flat(from, to));
            write(SealedPart.REPEAT_RUNS, data, number++, to - from);
        }
    }

    /** Writes all that was given. */
    void finish() throws SQLException {
        ahead.finish();
    }

    /** Of every page of the import, in the order written. */
    long digest() {
        return digest;
    }

    /** Adds what was written to what is sealed. */
    void seal(Seals kept) throws SQLException {
        for (Map.Entry<SealedPart, Seal> e : seals.entrySet()) {
            kept.grow(e.getKey(), e.getKey().ofImport() ? importId : Seals.STORE, e.getValue());
        }
    }

    /** A row of the part's table: the import, what the page is known by, its checksum, itself. */
    private void write(SealedPart part, byte[] data, int... keys) throws SQLException {
        long crc = Pages.checksum(data);
        digest = digest * 31 + crc;
        Object[] sealed = new Object[keys.length + 1];
        try (PreparedStatement p = connection.prepareStatement(part.insertion())) {
            p.setLong(1, importId);
            for (int k = 0; k < keys.length; k++) {
                p.setInt(2 + k, keys[k]);
                sealed[k] = keys[k];
            }
            p.setLong(2 + keys.length, crc);
            p.setBytes(3 + keys.length, data);
            p.executeUpdate();
        }
        sealed[keys.length] = crc;
        sealed(part, sealed);
    }

    private void sealed(SealedPart part, Object... columns) {
        seals.merge(part, Seal.OF_NOTHING.with(columns), Seal::and);
    }
}
