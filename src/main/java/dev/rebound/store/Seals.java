package dev.rebound.store;

import dev.rebound.store.StoreException.Trouble;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The seals over all that the store holds: set with each change, compared with each reading. The caller commits. */
final class Seals {
    /** Who owns what belongs to no import. */
    static final long STORE = 0;

    private final Connection connection;

    Seals(Connection connection) {
        this.connection = connection;
    }

    /** What the rows say now. */
    Seal present(SealedPart part, long importId) throws SQLException {
        Seal seal = Seal.OF_NOTHING;
        try (PreparedStatement p = connection.prepareStatement(part.query())) {
            if (part.ofImport()) {
                p.setLong(1, importId);
            }
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    seal = seal.with(r, 1, part.width());
                }
            }
        }
        return seal;
    }

    /** What the rows should say. */
    Seal kept(SealedPart part, long importId) throws SQLException {
        try (PreparedStatement p =
                connection.prepareStatement("SELECT rows_count, total FROM seal WHERE part = ? AND import_id = ?")) {
            p.setString(1, part.name());
            p.setLong(2, importId);
            try (ResultSet r = p.executeQuery()) {
                return r.next() ? new Seal(r.getLong(1), r.getLong(2)) : Seal.OF_NOTHING;
            }
        }
    }

    /** Refuses what was read when it is not what was kept. */
    void verify(SealedPart part, long importId, Seal read) throws SQLException, StoreException {
        if (!read.equals(kept(part, importId))) {
            throw new StoreException(Trouble.DAMAGED, sentence(part, importId), null);
        }
    }

    static String sentence(SealedPart part, long importId) {
        return importId == STORE
                ? "Damaged: the " + part.words() + " are not what was stored. Restore a backup."
                : "Damaged: the " + part.words() + " of import " + importId
                        + " are not what was stored. Restore a backup, or undo the import and import the file again.";
    }

    void put(SealedPart part, long importId, Seal seal) throws SQLException {
        try (PreparedStatement p =
                connection.prepareStatement("MERGE INTO seal KEY(part, import_id) VALUES (?, ?, ?, ?)")) {
            p.setString(1, part.name());
            p.setLong(2, importId);
            p.setLong(3, seal.rows());
            p.setLong(4, seal.total());
            p.executeUpdate();
        }
    }

    /** Seals what the rows say now. */
    void renew(SealedPart part, long importId) throws SQLException {
        put(part, importId, present(part, importId));
    }

    /** Adds rows to what is sealed already. */
    void grow(SealedPart part, long importId, Seal more) throws SQLException {
        put(part, importId, kept(part, importId).and(more));
    }

    /** Seals everything anew, after what could have changed anything. */
    void renewAll() throws SQLException {
        for (SealedPart part : SealedPart.values()) {
            for (long owner : owners(part)) {
                renew(part, owner);
            }
        }
    }

    /** Forgets an import. */
    void forget(long importId) throws SQLException {
        try (PreparedStatement p = connection.prepareStatement("DELETE FROM seal WHERE import_id = ?")) {
            p.setLong(1, importId);
            p.executeUpdate();
        }
    }

    /** The imports that have something of a part, by their rows or by their seals. */
    List<Long> owners(SealedPart part) throws SQLException {
        if (!part.ofImport()) {
            return List.of(STORE);
        }
        List<Long> owners = new ArrayList<>();
        try (PreparedStatement p =
                connection.prepareStatement(part.owners() + " UNION SELECT import_id FROM seal WHERE part = ?")) {
            p.setString(1, part.name());
            try (ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    owners.add(r.getLong(1));
                }
            }
        }
        return owners;
    }

    /** All that the events say, as one number: another one after every change of them or of their texts. */
    long ofEvents() throws SQLException {
        Seal all = Seal.OF_NOTHING;
        for (SealedPart part : EVENTS) {
            try (PreparedStatement p =
                    connection.prepareStatement("SELECT part, import_id, rows_count, total FROM seal WHERE part = ?")) {
                p.setString(1, part.name());
                try (ResultSet r = p.executeQuery()) {
                    while (r.next()) {
                        all = all.with(r, 1, 4);
                    }
                }
            }
        }
        return all.total() ^ all.rows();
    }

    private static final List<SealedPart> EVENTS = List.of(
            SealedPart.SEGMENT,
            SealedPart.DICTIONARIES,
            SealedPart.REPEATS,
            SealedPart.REPEAT_RUNS,
            SealedPart.IMPORTS);
}
