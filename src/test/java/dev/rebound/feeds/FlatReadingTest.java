package dev.rebound.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.domain.EventBatch;
import dev.rebound.domain.RawEvent;
import dev.rebound.domain.Rejection;
import dev.rebound.domain.SubscriptionFact;
import dev.rebound.domain.Workers;
import dev.rebound.feeds.container.FeedException;
import dev.rebound.feeds.container.Progress;
import dev.rebound.feeds.provider.StandardFeeds;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.util.Utf8;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A large file that is read in batches says exactly what it says when every record gets a look. */
class FlatReadingTest {
    private static final int ROWS = 900;
    private static final String HEADER =
            "EVENT_TYPE,ID,USER_ID,TIME,EMAIL_ADDRESS,CAMPAIGN_ID,CAMPAIGN_NAME,DISPATCH_ID,ESP,SENDING_IP,IS_DROP,BOUNCE_REASON";

    /** Values that a careless reader takes otherwise than a careful one. */
    private static final List<String> DOUBTFUL = List.of(
            "",
            " ",
            " x",
            "x\t",
            "x y",
            "\u00a0x",
            "x\u3000",
            "\u2003",
            "é",
            "Été 2026",
            "日本",
            "\ufffd",
            "\u0000",
            "'=1+1",
            "'-x",
            "\"a,b\"",
            "\"a\"\"b\"",
            "\"two\nlines\"",
            "\"plain\"",
            "a\"b",
            "{}",
            "1e5",
            "0x",
            "-1");

    private static final List<String> TIMES = List.of(
            "1767225600",
            "1767225600.25",
            "1767225600123",
            "2026-01-01 10:00:00",
            "2026-01-01T10:00:00Z",
            "2026-01-01T10:00:00.5+02:00",
            "yesterday",
            "",
            "0",
            "99999999999999");

    private static final List<String> ADDRESSES = List.of(
            "anna@example.com",
            "Anna@Example.com",
            "<anna@example.com>",
            "änna@example.com",
            " anna@example.com",
            "[anna@example.com]",
            "",
            "no address");

    private static final class Heard implements FeedSink {
        final List<String> said = new ArrayList<>();
        int inBatches;

        @Override
        public void event(RawEvent e) {
            said.add(e.kind() + "|" + e.time() + "|" + e.address().key() + "|" + e.source() + "|" + e.eventId() + "|"
                    + e.smtpCode() + "|" + e.attempt() + "|" + e.hint() + "|" + e.test() + "|"
                    + new java.util.TreeMap<>(e.texts()) + "|" + e.record());
        }

        @Override
        public void subscription(SubscriptionFact fact) {
            said.add(fact.toString());
        }

        @Override
        public void setting(String name, String content) {
            said.add(name + "=" + content);
        }

        @Override
        public void reject(Rejection rejection) {
            said.add(rejection.toString());
        }
    }

    private record Batches(Heard heard) implements BulkSink {
        @Override
        public Workers workers() {
            return Workers.none();
        }

        @Override
        public void prepare(EventBatch batch) {
            assertThat(batch.size()).isNotNegative();
        }

        @Override
        public void events(EventBatch batch, int from, int to, long firstLine) {
            for (int row = from; row < to; row++) {
                heard.event(batch.event(row, firstLine));
                heard.inBatches++;
            }
        }

        @Override
        public void event(RawEvent event) {
            heard.event(event);
        }

        @Override
        public void subscription(SubscriptionFact fact) {
            heard.subscription(fact);
        }

        @Override
        public void setting(String name, String content) {
            heard.setting(name, content);
        }

        @Override
        public void reject(Rejection rejection) {
            heard.reject(rejection);
        }
    }

    private static int compared(Path file) throws FeedException {
        Heard one = new Heard();
        Heard batched = new Heard();
        ReadOptions options = new ReadOptions(ZoneOffset.ofHours(2), null);
        FileReading slow = StandardFeeds.catalog().read(file, options, one, Progress.NONE);
        FileReading fast = StandardFeeds.catalog().read(file, options, new Batches(batched), Progress.NONE);
        assertThat(batched.said).isEqualTo(one.said);
        assertThat(fast).isEqualTo(slow);
        return batched.inBatches;
    }

    @Test
    void aPlainTableIsReadInBatches(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("plain.csv"), table(new Random(1), 0, "\n", 0));
        assertThat(compared(file)).isEqualTo(ROWS);
    }

    @Test
    void aTableWhoseCellsAllStandBetweenMarksIsReadInBatches(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("marked.csv"), table(new Random(1), 0, "\r\n", 1));
        assertThat(compared(file)).isEqualTo(ROWS);
    }

    @Test
    void plainLinesOfJsonAreReadInBatches(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("plain.ndjson"), lines(new Random(1), 0));
        assertThat(compared(file)).isEqualTo(ROWS);
    }

    @Test
    void recordsOfAvroAreReadInBatchesAfterTheFirst(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("plain.avro"), avro(new Random(1), 0));
        assertThat(compared(file)).isEqualTo(ROWS - 1);
    }

    @Property(tries = 20, seed = "2026")
    void recordsOfAvroSayTheSameEitherWay(@ForAll long seed) throws Exception {
        either(seed, ".avro");
    }

    @Property(tries = 20, seed = "2026")
    void whatIsDamagedInAvroSaysTheSameEitherWay(@ForAll long seed) throws Exception {
        Random random = new Random(seed);
        byte[] bytes = avro(random, 0.05);
        boolean cut = random.nextBoolean();
        int at = 70_000 + random.nextInt(bytes.length - 70_000);
        bytes[at] ^= (byte) (cut ? 0 : 1 << random.nextInt(8));
        Path file = Files.createTempFile("flat", ".avro");
        try {
            compared(Files.write(file, cut ? Arrays.copyOf(bytes, at) : bytes));
        } finally {
            Files.delete(file);
        }
    }

    @Property(tries = 30, seed = "2026")
    void tablesSayTheSameEitherWay(@ForAll long seed) throws Exception {
        either(seed, ".csv");
    }

    /** Found by chance: a stray mark, and an open one, had the lines behind them taken for one record. */
    @ParameterizedTest
    @ValueSource(longs = {-10_796, -72_795})
    void marksThatStandWhereNoneBelongAreReadAsTheWholeFileSays(long seed) throws Exception {
        either(seed, ".csv");
    }

    @Property(tries = 30, seed = "2026")
    void linesSayTheSameEitherWay(@ForAll long seed) throws Exception {
        either(seed, ".ndjson");
    }

    private static void either(long seed, String end) throws IOException, FeedException {
        Random random = new Random(seed);
        double doubtful = random.nextBoolean() ? 0.01 : 0.2;
        byte[] bytes = switch (end) {
            case ".csv" -> table(random, doubtful);
            case ".avro" -> avro(random, doubtful);
            default -> lines(random, doubtful);
        };
        Path file = Files.createTempFile("flat", end);
        try {
            compared(Files.write(file, bytes));
        } finally {
            Files.delete(file);
        }
    }

    private static String of(List<String> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }

    private static String[] cells(Random random, int n) {
        String type = of(List.of("Send", "Delivery", "SoftBounce", "Bounce", "MarkAsSpam", "Deferral"), random);
        return new String[] {
            type,
            "event" + n,
            "user" + random.nextInt(50),
            Long.toString(1_767_225_600L + n),
            "Person" + random.nextInt(50) + "@example.com",
            "campaign" + random.nextInt(3),
            "Letter " + random.nextInt(3),
            "dispatch" + random.nextInt(5) + "-0123456789",
            random.nextBoolean() ? "SendGrid" : "ses",
            "192.0.2." + random.nextInt(4),
            type.equals("Bounce") && random.nextBoolean() ? "true" : "",
            type.endsWith("ounce") ? "550 5.1.1 No such user " + random.nextInt(9) : ""
        };
    }

    private static void spoil(String[] cells, Random random) {
        switch (random.nextInt(6)) {
            case 0 -> cells[3] = of(TIMES, random);
            case 1 -> cells[4] = of(ADDRESSES, random);
            case 2 -> cells[1] = of(DOUBTFUL, random);
            default -> cells[random.nextInt(cells.length)] = of(DOUBTFUL, random);
        }
    }

    private static byte[] table(Random random, double doubtful) throws IOException {
        String end = random.nextInt(3) == 0 ? "\r\n" : "\n";
        return table(random, doubtful, end, random.nextInt(3) * 0.5);
    }

    /** @param marked share of the cells between quotation marks; with all of them the names of the columns are too */
    private static byte[] table(Random random, double doubtful, String end, double marked) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String names = marked < 1 ? HEADER : "\"" + HEADER.replace(",", "\",\"") + "\"";
        out.write((names + end).getBytes(StandardCharsets.UTF_8));
        for (int n = 0; n < ROWS; n++) {
            String[] cells = cells(random, n);
            if (n > 0 && random.nextDouble() < doubtful) {
                spoil(cells, random);
            }
            for (int i = 0; i < cells.length; i++) {
                boolean mark = !cells[i].contains("\"") && random.nextDouble() < marked;
                cells[i] = cells[i].isEmpty() && random.nextInt(9) == 0 ? "\\N" : cells[i];
                cells[i] = mark ? "\"" + (i == 6 ? cells[i] + ", more" : cells[i]) + "\"" : cells[i];
            }
            String row = String.join(",", cells);
            if (n > 0 && random.nextDouble() < doubtful / 4) {
                row = of(List.of("", "   ", row + ",more", "only,three,cells", "\"open " + row, row + "\r"), random);
            }
            out.write(row.getBytes(StandardCharsets.UTF_8));
            if (random.nextDouble() < doubtful / 20) {
                out.write(0xff);
            }
            out.write((n == ROWS - 1 && random.nextBoolean() ? "" : end).getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static byte[] avro(Random random, double doubtful) throws IOException {
        String type = of(List.of("SoftBounce", "Bounce", "Delivery"), random);
        Schema schema = AvroFiles.schema(
                "dataexport.S3.inner.users.messages.email",
                type,
                "bounce_reason",
                "dispatch_id",
                "campaign_id",
                "campaign_name",
                "esp",
                "sending_ip");
        List<Map<String, Object>> records = new ArrayList<>();
        for (int n = 0; n < ROWS; n++) {
            String[] cells = cells(random, n);
            boolean spoilt = n > 0 && random.nextDouble() < doubtful;
            if (spoilt) {
                spoil(cells, random);
            }
            Map<String, Object> more = new HashMap<>();
            List<String> names = List.of("campaign_id", "campaign_name", "dispatch_id", "esp", "sending_ip");
            for (int i = 0; i < names.size(); i++) {
                more.put(names.get(i), random.nextInt(9) == 0 ? null : cells[5 + i]);
            }
            more.put("bounce_reason", cells[11].isEmpty() ? null : cells[11]);
            if (spoilt && random.nextInt(8) == 0) {
                more.put("esp", new Utf8(new byte[] {'e', (byte) 0xff, 'p'}));
            }
            if (type.equals("Bounce")) {
                more.put("is_drop", random.nextBoolean() ? Boolean.TRUE : null);
            }
            int time = spoilt && random.nextInt(8) == 0 ? random.nextInt() : 1_767_225_600 + n;
            records.add(AvroFiles.record(cells[1], cells[4], time, more));
        }
        return AvroFiles.file(schema, CodecFactory.nullCodec(), 1 + random.nextInt(200), records);
    }

    private static byte[] lines(Random random, double doubtful) throws IOException {
        List<String> names = List.of(
                "event_type",
                "id",
                "user_id",
                "time",
                "email_address",
                "campaign_id",
                "campaign_name",
                "dispatch_id",
                "esp",
                "sending_ip",
                "is_drop",
                "bounce_reason");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int n = 0; n < ROWS; n++) {
            String[] cells = cells(random, n);
            if (n > 0 && random.nextDouble() < doubtful) {
                spoil(cells, random);
            }
            StringBuilder line = new StringBuilder("{");
            for (int i = 0; i < names.size(); i++) {
                boolean left = names.get(i).equals("is_drop") && !cells[0].equals("Bounce");
                if (!left && (i < 9 || !cells[i].isEmpty())) {
                    line.append(line.length() > 1 ? "," : "");
                    line.append('"').append(names.get(i)).append("\":").append(value(cells[i], random, doubtful));
                }
            }
            line.append('}');
            String row = line.toString();
            if (n > 0 && random.nextDouble() < doubtful / 4) {
                row = of(
                        List.of(
                                "",
                                "   ",
                                row + " ",
                                " " + row,
                                row.replace("{", "{\"id\":\"twice\","),
                                "[" + row + "]",
                                row.substring(0, row.length() - 1),
                                row.replace(":", " : "),
                                row + row,
                                "nonsense"),
                        random);
            }
            out.write(row.getBytes(StandardCharsets.UTF_8));
            if (random.nextDouble() < doubtful / 20) {
                out.write(0xff);
            }
            out.write('\n');
        }
        return out.toByteArray();
    }

    private static String value(String cell, Random random, double doubtful) {
        if (random.nextDouble() < doubtful / 10) {
            return of(
                    List.of(
                            "null",
                            "true",
                            "12",
                            "1.5",
                            "01",
                            "-3",
                            "1e3",
                            "{\"string\":\"x\"}",
                            "[1]",
                            "\"a\\u0041\"",
                            "\"\\ud800\"",
                            "nul",
                            "\"a\tb\""),
                    random);
        }
        boolean number = cell.matches("[0-9]{1,17}") && !cell.startsWith("0");
        return number || cell.equals("true")
                ? cell
                : "\"" + cell.replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    @Test
    void aLargeFileKeepsItsLineNumbers(@TempDir Path folder) throws Exception {
        StringBuilder text = new StringBuilder(HEADER).append('\n');
        Map<Integer, String> broken = Map.of(4_000, "broken", 7_999, "\"two\nlines\",x");
        for (int n = 0; n < 9_000; n++) {
            text.append(broken.getOrDefault(n, String.join(",", cells(new Random(n), n))))
                    .append('\n');
        }
        assertThat(compared(Files.writeString(folder.resolve("long.csv"), text.toString())))
                .isEqualTo(8_998);
    }
}
