package dev.rebound.store;

import dev.rebound.column.Dictionaries;
import dev.rebound.column.Dictionary;
import dev.rebound.domain.EmailAddress;
import dev.rebound.domain.RawRecord;
import dev.rebound.domain.Rejection;
import dev.rebound.privacy.ErasedPeople;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;

/** Rewrites every page and row that holds one person's address. The caller commits, or rolls back after a preview. */
final class PersonRemoval {
    /** The first dictionary. */
    private static final int ADDRESSES = 0;

    /** How the name of an operator's decision about an address begins. */
    private static final String ADDRESS_DECISION = "address.";

    /** Tables with text columns: table, key columns, text columns. */
    private record Texts(String table, List<String> keys, List<String> columns) {}

    private static final List<Texts> LINES = List.of(
            new Texts("subscription_fact", List.of("import_id", "seq"), List.of("address", "cause")),
            new Texts("rejection", List.of("import_id", "seq"), List.of("part", "reason", "text")));

    private static final List<Texts> FILES = List.of(new Texts("import_run", List.of("id"), List.of("name", "path")));

    private static final List<Texts> OTHERS = List.of(
            new Texts("import_reading", List.of("import_id"), List.of("recognition")),
            new Texts("imported_setting", List.of("import_id", "name"), List.of("name", "content")),
            new Texts("setting", List.of("name"), List.of("name", "content")));

    private final Connection connection;
    private final Dictionaries dictionaries;
    private final ErasedPeople people;

    PersonRemoval(Connection connection, Dictionaries dictionaries, ErasedPeople people) {
        this.connection = connection;
        this.dictionaries = dictionaries;
        this.people = people;
    }

    long texts() throws SQLException, StoreException {
        long changed = 0;
        List<int[]> chunks = new ArrayList<>();
        try (PreparedStatement p = connection.prepareStatement("SELECT dictionary, first_code FROM dictionary_chunk");
                ResultSet r = p.executeQuery()) {
            while (r.next()) {
                chunks.add(new int[] {r.getInt(1), r.getInt(2)});
            }
        }
        List<Set<String>> fresh = new ArrayList<>();
        dictionaries.inOrder().forEach(d -> fresh.add(new HashSet<>()));
        for (int[] chunk : chunks) {
            changed += chunk(chunk[0], chunk[1], fresh.get(chunk[0]));
        }
        return changed;
    }

    private long chunk(int number, int first, Set<String> fresh) throws SQLException, StoreException {
        List<String> values = new ArrayList<>();
        try (PreparedStatement p = connection.prepareStatement(
                "SELECT entries, crc, data FROM dictionary_chunk WHERE dictionary = ? AND first_code = ?")) {
            p.setInt(1, number);
            p.setInt(2, first);
            try (ResultSet r = p.executeQuery()) {
                r.next();
                try {
                    int entries = r.getInt(1);
                    TextPage texts =
                            TextPage.unpacked(Pages.verified(r.getBytes(3), r.getLong(2), "a dictionary"), entries);
                    for (int i = 0; i < entries; i++) {
                        values.add(texts.text(i));
                    }
                } catch (IOException e) {
                    throw StoreReader.damaged("a dictionary", e);
                }
            }
        }
        long changed = 0;
        Dictionary dictionary = dictionaries.inOrder().get(number);
        for (int i = 0; i < values.size(); i++) {
            String before = values.get(i);
            String after = number == ADDRESSES ? address(before) : people.text(before);
            if (!after.equals(before)) {
                values.set(i, unlike(after, dictionary, fresh));
                changed++;
            }
        }
        if (changed > 0) {
            byte[] data = TextPage.of(values).packed();
            try (PreparedStatement p = connection.prepareStatement(
                    "UPDATE dictionary_chunk SET crc = ?, data = ? WHERE dictionary = ? AND first_code = ?")) {
                p.setLong(1, Pages.checksum(data));
                p.setBytes(2, data);
                p.setInt(3, number);
                p.setInt(4, first);
                p.executeUpdate();
            }
        }
        return changed;
    }

    private String address(String key) {
        String pseudonym = people.pseudonym(key);
        return pseudonym == null ? key : pseudonym;
    }

    /** A decision about an address has the address at the end of its name. */
    private String plain(String text) {
        return text.startsWith(ADDRESS_DECISION)
                ? ADDRESS_DECISION + people.text(text.substring(ADDRESS_DECISION.length()))
                : people.text(text);
    }

    /** Codes stand for distinct texts: two that differed in the letters of the address alone must still differ. */
    private static String unlike(String text, Dictionary dictionary, Set<String> fresh) {
        String wanted = text;
        for (int n = 2; dictionary.find(wanted) >= 0 || !fresh.add(wanted); n++) {
            wanted = text + " (" + n + ")";
        }
        return wanted;
    }

    long records(LongFunction<RecordTexts> named) throws SQLException, StoreException {
        long changed = 0;
        List<long[]> pages = new ArrayList<>();
        try (PreparedStatement p = connection.prepareStatement(
                        "SELECT import_id, first_record FROM raw_page ORDER BY import_id, first_record");
                ResultSet r = p.executeQuery()) {
            while (r.next()) {
                pages.add(new long[] {r.getLong(1), r.getLong(2)});
            }
        }
        for (long[] page : pages) {
            changed += page(page[0], (int) page[1], named.apply(page[0]));
        }
        return changed;
    }

    private long page(long importId, int first, RecordTexts named) throws SQLException, StoreException {
        return RawPageChange.applied(
                connection,
                importId,
                first,
                named,
                (place, r) -> new RawRecord(people.record(r.text()), r.line(), people.text(r.part())));
    }

    long lines() throws SQLException, StoreException {
        return rewritten(LINES, this::plain)
                + new RejectionPages(connection)
                        .change(r -> new Rejection(r.line(), plain(r.part()), plain(r.reason()), plain(r.text())));
    }

    long others() throws SQLException {
        return rewritten(FILES, people::fileName) + rewritten(OTHERS, this::plain);
    }

    private long rewritten(List<Texts> tables, UnaryOperator<String> rewriting) throws SQLException {
        long changed = 0;
        for (Texts t : tables) {
            List<List<String>> rows = new ArrayList<>();
            List<String> all = new ArrayList<>(t.keys());
            all.addAll(t.columns());
            try (PreparedStatement p =
                            connection.prepareStatement("SELECT " + String.join(", ", all) + " FROM " + t.table());
                    ResultSet r = p.executeQuery()) {
                while (r.next()) {
                    List<String> row = new ArrayList<>();
                    boolean holds = false;
                    for (int c = 0; c < all.size(); c++) {
                        String value = r.getString(c + 1);
                        row.add(value);
                        holds |= c >= t.keys().size()
                                && value != null
                                && !rewriting.apply(value).equals(value);
                    }
                    if (holds) {
                        rows.add(row);
                    }
                }
            }
            for (List<String> row : rows) {
                update(t, row, rewriting);
            }
            changed += rows.size();
        }
        return changed;
    }

    private void update(Texts t, List<String> row, UnaryOperator<String> rewriting) throws SQLException {
        String set = String.join(" = ?, ", t.columns()) + " = ?";
        String where = String.join(" = ? AND ", t.keys()) + " = ?";
        try (PreparedStatement p =
                connection.prepareStatement("UPDATE " + t.table() + " SET " + set + " WHERE " + where)) {
            int at = 1;
            for (int c = 0; c < t.columns().size(); c++) {
                String value = row.get(t.keys().size() + c);
                p.setString(at++, value == null ? null : rewriting.apply(value));
            }
            for (int k = 0; k < t.keys().size(); k++) {
                p.setString(at++, row.get(k));
            }
            p.executeUpdate();
        }
    }

    /** Whether enough other people write from the domain for it to say nothing about one of them. */
    static boolean isSharedDomain(Dictionaries dictionaries, String address) {
        String own = new EmailAddress(address).key();
        String end = own.substring(own.lastIndexOf('@'));
        int others = 0;
        Dictionary addresses = dictionaries.addresses();
        for (int code = 0; code < addresses.size() && others < OTHERS_OF_A_SHARED_DOMAIN; code++) {
            String value = addresses.value(code);
            others += value.endsWith(end) && !value.equals(own) ? 1 : 0;
        }
        return others >= OTHERS_OF_A_SHARED_DOMAIN;
    }

    private static final int OTHERS_OF_A_SHARED_DOMAIN = 3;
}
