package dev.rebound.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.classify.Classifier;
import dev.rebound.column.EventColumns;
import dev.rebound.domain.RawRecord;
import dev.rebound.feeds.provider.StandardFeeds;
import dev.rebound.store.PasswordSource;
import dev.rebound.store.Store;
import dev.rebound.store.StoreException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Records of large files name what the columns of their events say; whatever becomes of the store, each comes back as it
 * stood in its file.
 */
class NamedRecordTest {
    private static final ImportOptions OPTIONS = new ImportOptions(ZoneOffset.UTC, null, false);
    private static final Instant NOW = Instant.parse("2026-03-20T08:00:00Z");
    private static final int ROWS = 5_000;

    enum Shape {
        CSV,
        MARKED_CSV,
        NDJSON
    }

    @TempDir
    Path folder;

    /** Values that leave little unsaid: letters of both cases, separators, spaces at the ends, beyond ASCII, repeated, none. */
    private static final class Rows {
        final Random random;
        final Shape shape;
        final String scope;

        Rows(Shape shape, long seed, String scope) {
            this.random = new Random(seed);
            this.shape = shape;
            this.scope = scope;
        }

        String one(String... of) {
            return of[random.nextInt(of.length)];
        }

        String address(int n) {
            return one("ann", "Ann", "BRUNO", "zoé", "o'neil")
                            .toLowerCase(java.util.Locale.ROOT)
                            .replace("é", "e")
                    + n % 700
                    + one("@example.com", "@example.com", "@EXAMPLE.net");
        }

        List<String> cells(int n) {
            String kind = one("Send", "Delivery", "SoftBounce", "Bounce");
            String at = Long.toString(1_767_225_600L + n * 31L);
            return List.of(
                    kind,
                    scope + Integer.toHexString(n * 0x9E3779B1) + one("", "x", "-Y"),
                    "user" + n % 700,
                    random.nextInt(9) == 0 ? "2026-01-0" + (1 + n % 9) + "T10:00:00Z" : at,
                    address(n),
                    one("c1", "c2", ""),
                    // Where many records need a look each, all are read one by one.
                    random.nextInt(40) == 0 ? " padded " : one("Winter letter", "Été", "user1", "null", "a;b"),
                    one("d1", "d1", "d2") + n % 40,
                    one("SendGrid", "Sparkpost", ""),
                    one("192.0.2.1", "192.0.2.2", ""),
                    "",
                    kind.endsWith("ounce") ? one("550 5.1.1 User unknown", "452 4.2.2 Mailbox full " + n) : "");
        }

        String row(int n) {
            List<String> cells = cells(n);
            return switch (shape) {
                case CSV -> String.join(",", cells);
                case MARKED_CSV -> "\"" + String.join("\",\"", cells) + "\"";
                case NDJSON -> json(cells);
            };
        }

        private String json(List<String> cells) {
            StringBuilder out = new StringBuilder("{");
            for (int c = 0; c < NAMES.size(); c++) {
                if (!cells.get(c).isEmpty()) {
                    boolean number =
                            NAMES.get(c).equals("time") && !cells.get(c).contains("T");
                    out.append(out.length() == 1 ? "" : one(",", ",", ", "))
                            .append('"')
                            .append(NAMES.get(c))
                            .append("\":")
                            .append(number ? "" : "\"")
                            .append(cells.get(c))
                            .append(number ? "" : "\"");
                }
            }
            return out.append('}').toString();
        }
    }

    private static final List<String> NAMES = List.of(
            ("event_type,id,user_id,time,email_address,campaign_id,campaign_name,dispatch_id,esp,sending_ip,is_drop,"
                            + "bounce_reason")
                    .split(","));

    private Path written(String name, Rows rows) throws Exception {
        List<String> lines = new ArrayList<>();
        if (rows.shape != Shape.NDJSON) {
            lines.add(String.join(",", NAMES));
        }
        IntStream.range(0, ROWS).mapToObj(rows::row).forEach(lines::add);
        lines.add(lines.getLast());
        return Files.write(folder.resolve(name), lines);
    }

    private static FileReport imported(Store store, Path file) throws Exception {
        return new Importer(store, StandardFeeds.catalog(), Classifier.standard(), Clock.fixed(NOW, ZoneOffset.UTC))
                .importFile(file, OPTIONS, ImportListener.none());
    }

    /** What each event of an import says its line was, by line. */
    private static Map<Long, String> told(Store store, long importId) throws Exception {
        List<Integer> numbers = new ArrayList<>();
        for (EventColumns segment : store.events().getOrDefault(importId, List.of())) {
            for (int row = 0; row < segment.size(); row++) {
                numbers.add(segment.raw().at(row));
            }
        }
        int[] ascending =
                numbers.stream().mapToInt(Integer::intValue).distinct().toArray();
        Map<Long, String> out = new HashMap<>();
        for (RawRecord record : store.rawRecords(importId, ascending)) {
            out.put(record.line(), record.text());
        }
        int middle = ascending[ascending.length / 2];
        assertThat(store.rawRecord(importId, middle).text())
                .isEqualTo(store.rawRecords(importId, new int[] {middle})
                        .getFirst()
                        .text());
        return out;
    }

    /** A file of which most rows are known brings a few from each stretch; those read as they stand in it, and so do the others. */
    @Test
    void theFewNewRowsOfAKnownFileReadAsTheyStandInIt() throws Exception {
        Path first = written("first.csv", new Rows(Shape.CSV, 7, "a"));
        List<String> lines = new ArrayList<>(Files.readAllLines(first));
        for (int n = 0; n < 20; n++) {
            lines.addAll(1, Files.readAllLines(first).subList(1, ROWS));
        }
        List<String> fresh = new ArrayList<>();
        for (int n = 0; n < 30; n++) {
            fresh.add("Delivery,new" + n + ",user" + n + ",1767225600,new" + n + "@example.com,c1,Été,d9,SendGrid,,,");
            lines.add(1 + n * (lines.size() / 31), fresh.getLast());
        }
        try (Store store = Store.open(folder.resolve("store"))) {
            imported(store, first);
            FileReport report = imported(store, Files.write(folder.resolve("again.csv"), lines));
            assertThat(report.added()).isEqualTo(30);
            assertThat(report.duplicates()).isEqualTo(lines.size() - 31);
            assertThat(told(store, 2).values()).containsExactlyInAnyOrderElementsOf(fresh);
        }
    }

    /** What is lost of the texts is lost to the records that name it: they say so, and say the rest. */
    @Test
    void aTextThatIsLostIsSaidToBeSoInTheRecordsToo() throws Exception {
        Path file = written("all.csv", new Rows(Shape.CSV, 8, "a"));
        Path home = folder.resolve("store");
        Map<Long, String> before;
        try (Store store = Store.open(home)) {
            imported(store, file);
            before = told(store, 1);
        }
        try (Connection c = DriverManager.getConnection(
                        "jdbc:h2:" + home.resolve("rebound") + ";TRACE_LEVEL_FILE=0", "REBOUND", "");
                Statement s = c.createStatement()) {
            s.execute("SET ALLOW_LITERALS ALL");
            assertThat(s.executeUpdate("UPDATE dictionary_chunk SET data = X'00' WHERE dictionary = 0"))
                    .isPositive();
        }
        try (Store store = Store.openToRead(home, PasswordSource.none(), refused(home))) {
            assertThat(store.losses()).anyMatch(s -> s.contains("in raw records too"));
            told(store, 1).forEach((line, text) -> {
                String was = String.valueOf(before.get(line));
                int at = text.indexOf("\u27e6lost text ");
                assertThat(at < 0 ? text : text.substring(0, at)).isEqualTo(at < 0 ? was : was.substring(0, at));
                assertThat(was).endsWith(text.substring(at < 0 ? 0 : text.indexOf('\u27e7') + 1));
            });
        }
    }

    private static StoreException refused(Path home) {
        try {
            Store.open(home).close();
            throw new AssertionError("a damaged store was opened for work");
        } catch (StoreException e) {
            return e;
        }
    }

    private static void isAsInFile(Map<Long, String> told, Path file, Shape shape) throws Exception {
        List<String> lines = Files.readAllLines(file);
        assertThat(told).hasSize(ROWS);
        told.forEach((line, text) -> {
            String was = lines.get(Math.toIntExact(line) - 1);
            assertThat(text).isEqualTo(shape == Shape.MARKED_CSV ? was.replace("\"", "") : was);
        });
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void everyRecordComesBackAsItStoodInItsFileWhateverBecomesOfTheStore(Shape shape) throws Exception {
        Path first = written("first." + (shape == Shape.NDJSON ? "ndjson" : "csv"), new Rows(shape, 1, "a"));
        Path second = written("second." + (shape == Shape.NDJSON ? "ndjson" : "csv"), new Rows(shape, 2, "b"));
        Path home = folder.resolve("store");
        try (Store store = Store.open(home)) {
            assertThat(imported(store, first).added()).isEqualTo(ROWS);
            FileReport report = imported(store, second);
            assertThat(report.added()).isEqualTo(ROWS);
            assertThat(report.duplicates()).isEqualTo(1);
            isAsInFile(told(store, 2), second, shape);
            store.undo(1);
            isAsInFile(told(store, 2), second, shape);
        }
        try (Store store = Store.open(home)) {
            isAsInFile(told(store, 2), second, shape);
            store.compact();
            isAsInFile(told(store, 2), second, shape);
            assertThat(store.check().problems()).isEmpty();
        }
        try (Store store = Store.openToRead(home, PasswordSource.none())) {
            isAsInFile(told(store, 2), second, shape);
        }
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void aPersonThatIsErasedIsGoneFromTheRecordsAndNobodyElseIs(Shape shape) throws Exception {
        Path file = written("all." + (shape == Shape.NDJSON ? "ndjson" : "csv"), new Rows(shape, 3, "a"));
        Path home = folder.resolve("store");
        try (Store store = Store.open(home)) {
            imported(store, file);
            Map<Long, String> before = told(store, 1);
            String gone = store.dictionaries().addresses().value(40);
            long named = before.values().stream()
                    .filter(text -> text.toLowerCase(java.util.Locale.ROOT).contains(gone))
                    .count();
            assertThat(named).isPositive();
            assertThat(store.erasurePreview(gone, NOW).records()).isEqualTo(named);
            isAsInFile(told(store, 1), file, shape);
            assertThat(store.erase(gone, NOW).records()).isEqualTo(named);
            Map<Long, String> after = told(store, 1);
            after.forEach((line, text) -> {
                String was = String.valueOf(before.get(line));
                assertThat(text.toLowerCase(java.util.Locale.ROOT)).doesNotContain(gone);
                if (!was.toLowerCase(java.util.Locale.ROOT).contains(gone)) {
                    assertThat(text).isEqualTo(was);
                }
            });
            assertThat(store.check().problems()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Shape.class)
    void whatIsLeftAfterOldMessagesWentReadsAsBefore(Shape shape) throws Exception {
        Path file = written("all." + (shape == Shape.NDJSON ? "ndjson" : "csv"), new Rows(shape, 4, "a"));
        try (Store store = Store.open(folder.resolve("store"))) {
            imported(store, file);
            Map<Long, String> before = told(store, 1);
            List<BitSet> gone = new ArrayList<>();
            Random random = new Random(5);
            for (EventColumns segment : store.events().getOrDefault(1L, List.of())) {
                BitSet rows = new BitSet();
                // One page loses some of its records, another none.
                for (int row = 0; row < Math.min(2_000, segment.size()); row++) {
                    rows.set(row, random.nextBoolean());
                }
                gone.add(rows);
            }
            long removed = gone.stream().mapToLong(BitSet::cardinality).sum();
            assertThat(store.retain(NOW, Map.of(1L, gone), List.of(), removed, NOW)
                            .records())
                    .isPositive();
            Map<Long, String> after = told(store, 1);
            assertThat(after).hasSize(ROWS - Math.toIntExact(removed));
            after.forEach((line, text) -> assertThat(text).isEqualTo(before.get(line)));
            assertThat(store.check().problems()).isEmpty();
        }
    }
}
