package dev.rebound.store;

import dev.rebound.column.Dictionaries;
import dev.rebound.column.Dictionary;
import dev.rebound.column.EventColumns;
import dev.rebound.column.LongCells;
import dev.rebound.domain.EventText;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads what is sound of a damaged store and says, one sentence each, what is lost. */
final class Salvage {
    /** What stands for a text that is lost; a code's own, since codes stand for distinct texts. */
    private static final String LOST = "\u27e6lost text %d\u27e7";

    private final Connection connection;
    private final StoreReader reader;
    private final Losses losses;

    Salvage(Connection connection, StoreReader reader, Losses losses) {
        this.connection = connection;
        this.reader = reader;
        this.losses = losses;
    }

    /** The imports that are listed. */
    List<ImportRun> imports() {
        try {
            return reader.listedImports();
        } catch (SQLException | RuntimeException e) {
            losses.tell("The list of imports cannot be read.");
            return List.of();
        }
    }

    /** The events of every import that is whole; an import with a damaged part is left out, since its counts would lie. */
    Map<Long, List<EventColumns>> events(List<ImportRun> imports) {
        Map<Long, List<EventColumns>> events = new TreeMap<>();
        for (ImportRun run : imports) {
            try {
                List<EventColumns> segments = reader.segments(run.id());
                if (segments.stream().mapToLong(EventColumns::size).sum()
                        == run.added() - StoreReader.retired(connection, run.id())) {
                    events.put(run.id(), segments);
                    continue;
                }
            } catch (SQLException | StoreException | RuntimeException e) {
                // Said below, in the same words as a count that differs.
            }
            losses.tell("Import " + run.id() + " (" + run.source().name() + ") is damaged: its " + run.added()
                    + " events are not shown.");
        }
        return events;
    }

    /** The texts that are whole, each at its code; a lost one says so. */
    Dictionaries dictionaries(Map<Long, List<EventColumns>> events) {
        Dictionaries out = new Dictionaries();
        long lost = 0;
        try (PreparedStatement p = connection.prepareStatement(
                        "SELECT dictionary, first_code, entries, crc, data FROM dictionary_chunk"
                                + " ORDER BY dictionary, first_code");
                ResultSet r = p.executeQuery()) {
            while (r.next()) {
                Dictionary dictionary = out.inOrder().get(r.getInt(1));
                lost += pad(dictionary, r.getInt(2));
                lost += chunk(dictionary, r);
            }
        } catch (SQLException | RuntimeException e) {
            losses.tell("The texts cannot be read to their end.");
        }
        for (List<EventColumns> segments : events.values()) {
            for (EventColumns s : segments) {
                int n = s.size();
                lost += pad(out.addresses(), s.address(), n)
                        + pad(out.sources(), s.source(), n)
                        + pad(out.rules(), s.rule(), n);
                for (EventText field : EventText.values()) {
                    lost += pad(out.texts(field), s.text(field), n);
                }
            }
        }
        if (lost > 0) {
            losses.tell(lost + " texts (addresses, replies, ids) are lost; " + LOST.formatted(1)
                    + " stands for them, in raw records too.");
        }
        return out;
    }

    private static long chunk(Dictionary dictionary, ResultSet r) throws SQLException {
        int entries = r.getInt(3);
        int end = r.getInt(2) + entries;
        byte[] data = r.getBytes(5);
        if (Pages.checksum(data) == r.getLong(4)) {
            try {
                TextPage texts = TextPage.unpacked(data, entries);
                for (int i = 0; i < entries; i++) {
                    dictionary.add(texts.text(i));
                }
            } catch (IOException e) {
                return pad(dictionary, end);
            }
        }
        return pad(dictionary, end);
    }

    private static long pad(Dictionary dictionary, LongCells codes, int rows) {
        long highest = -1;
        for (int row = 0; row < rows; row++) {
            highest = Math.max(highest, codes.get(row));
        }
        return pad(dictionary, (int) highest + 1);
    }

    private static long pad(Dictionary dictionary, int size) {
        long padded = 0;
        while (dictionary.size() < size) {
            dictionary.add(LOST.formatted(dictionary.size()));
            padded++;
        }
        return padded;
    }
}
