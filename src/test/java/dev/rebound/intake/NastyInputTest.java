package dev.rebound.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.classify.Classifier;
import dev.rebound.feeds.provider.StandardFeeds;
import dev.rebound.intake.FileReport.Status;
import dev.rebound.store.Store;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Broken, hostile and odd files: each is taken exactly, taken around its bad records, or refused with a reason. */
class NastyInputTest {
    private static final String CSV = "email,reason,created\n";

    @TempDir
    Path folder;

    /** What a file is and what must become of it; -1 where any number will do. */
    record Nasty(String name, String file, byte[] bytes, Status status, int added, int rejected) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Nasty taken(String name, String file, byte[] bytes, int added, int rejected) {
        return new Nasty(name, file, bytes, Status.IMPORTED, added, rejected);
    }

    private static Nasty refused(String name, String file, byte[] bytes, Status status) {
        return new Nasty(name, file, bytes, status, 0, 0);
    }

    private static byte[] text(String text) {
        return text.getBytes(UTF_8);
    }

    private static String event(int n) {
        return "{\"email\":\"p%d@example.com\",\"timestamp\":%d,\"event\":\"delivered\",\"sg_event_id\":\"e%d\",\"sg_message_id\":\"m%d\"}"
                .formatted(n, 1773388800 + n, n, n);
    }

    private static String with(String field, String value) {
        return event(9).replaceFirst("\"" + field + "\":[^,}]*", "\"" + field + "\":" + value);
    }

    private static byte[] gzip(byte[]... members) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] member : members) {
            try (OutputStream gz = new GZIPOutputStream(out)) {
                gz.write(member);
            }
        }
        return out.toByteArray();
    }

    private static byte[] zip(String entry, byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(bytes);
        }
        return out.toByteArray();
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(17).nextBytes(bytes);
        return bytes;
    }

    private static byte[] cut(byte[] bytes, int by) {
        return java.util.Arrays.copyOf(bytes, bytes.length - by);
    }

    private static byte[] joined(byte[] a, byte[] b) {
        byte[] out = java.util.Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, out, a.length, b.length);
        return out;
    }

    static Stream<Nasty> files() throws IOException {
        String row = "a@example.com,Unknown user,1773388800\n";
        String pair = event(1) + "\n" + event(2) + "\n";
        byte[] bom = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
        return Stream.of(
                refused("an empty file", "a.csv", new byte[0], Status.FAILED),
                taken("a header and no row", "bounces.csv", text(CSV), 0, 0),
                refused("rows and no header", "a.csv", text(row + row), Status.NOT_RECOGNISED),
                taken("no line end at the end", "bounces.csv", text(CSV + row.strip()), 1, 0),
                taken("a row cut in its quotes", "bounces.csv", text(CSV + row + "b@example.com,\"Unk"), 1, 1),
                taken(
                        "a quote that never ends, 20 million characters",
                        "bounces.csv",
                        text(CSV + row + "b@example.com,\"" + "x".repeat(20_000_000)),
                        1,
                        1),
                taken("a row of a million cells", "bounces.csv", text(CSV + row + ",".repeat(1_000_000) + "\n"), 1, 1),
                taken("CR alone ends lines", "bounces.csv", text((CSV + row).replace('\n', '\r')), 1, 0),
                taken("CRLF ends lines", "bounces.csv", text((CSV + row).replace("\n", "\r\n")), 1, 0),
                taken(
                        "U+2028 is no line end",
                        "bounces.csv",
                        text(CSV + "a@example.com,Unknown\u2028user,1773388800\n"),
                        1,
                        0),
                taken("semicolons between cells", "bounces.csv", text((CSV + row).replace(',', ';')), 1, 0),
                taken("tabs between cells", "bounces.csv", text((CSV + row).replace(',', '\t')), 1, 0),
                taken("a byte order mark", "bounces.csv", joined(bom, text(CSV + row)), 1, 0),
                taken("UTF-16 with its mark", "bounces.csv", ("\uFEFF" + CSV + row).getBytes(UTF_16LE), 1, 0),
                taken(
                        "columns in another order",
                        "bounces.csv",
                        text("created,reason,email\n1773388800,Unknown user,a@example.com\n"),
                        1,
                        0),
                refused("a megabyte of noise", "a.csv", random(1 << 20), Status.NOT_RECOGNISED),
                refused(
                        "a picture named csv",
                        "a.csv",
                        joined(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}, random(900)),
                        Status.NOT_RECOGNISED),
                refused("a PDF named csv", "a.csv", joined(text("%PDF-1.7\n"), random(900)), Status.NOT_RECOGNISED),
                taken("a hundred thousand open brackets", "a.json", text(pair + "[".repeat(100_000)), 2, -1),
                taken("a number of 2,000 digits", "a.json", text(pair + with("timestamp", "9".repeat(2000))), 2, 1),
                taken("a number with a huge exponent", "a.json", text(pair + with("timestamp", "1e999999999")), 2, 1),
                taken("one key twice", "a.json", text(pair + event(9).replace("{", "{\"event\":\"bounce\",")), 2, 1),
                taken(
                        "a string of 30 million characters",
                        "a.json",
                        text(pair + with("sg_event_id", "\"" + "x".repeat(30_000_000) + "\"")),
                        2,
                        1),
                taken(
                        "NaN, comments, single quotes",
                        "a.json",
                        text(pair + with("timestamp", "NaN") + "\n/* x */ " + event(8) + "\n"
                                + event(7).replace('"', '\'')),
                        2,
                        3),
                taken("CRLF between lines", "a.json", text(pair.replace("\n", "\r\n")), 2, 0),
                taken("objects side by side", "a.json", text(event(1) + event(2)), 2, 0),
                taken("a last line that was cut", "a.json", text(pair + event(3).substring(0, 40)), 2, 1),
                taken("a time that is none", "a.json", text(pair + with("timestamp", "\"yes\"")), 2, 1),
                taken("an address that is null", "a.json", text(pair + with("email", "null")), 2, 1),
                taken("an address that is a list", "a.json", text(pair + with("email", "[\"x@example.com\"]")), 2, 1),
                taken(
                        "a class name is plain data",
                        "a.json",
                        text(pair + event(3).replace("{", "{\"@class\":\"javax.script.ScriptEngineManager\",")),
                        3,
                        0),
                taken(
                        "bytes that are no UTF-8",
                        "a.json",
                        joined(
                                text(pair),
                                with("email", "\"caf\u00e9@example.com\"").getBytes(ISO_8859_1)),
                        2,
                        1),
                taken("several gzip members", "a.gz", gzip(text(event(1) + "\n"), text(event(2) + "\n")), 2, 0),
                refused("a gzip that was cut", "a.gz", cut(gzip(text(pair.repeat(50))), 9), Status.FAILED),
                refused("a gigabyte of zeros in a gzip", "a.gz", gzip(new byte[300 << 20]), Status.NOT_RECOGNISED),
                refused(
                        "gzip in gzip in gzip in gzip in gzip",
                        "a.gz",
                        gzip(gzip(gzip(gzip(gzip(text(pair)))))),
                        Status.FAILED),
                taken("a zip entry that climbs out", "a.zip", zip("../../climbed.json", text(pair)), 2, 0),
                taken("a gzip in a zip", "a.zip", zip("a.json.gz", gzip(text(pair))), 2, 0),
                refused(
                        "an XML file with an entity",
                        "a.xml",
                        text(
                                "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><x>&e;</x>"),
                        Status.NOT_RECOGNISED));
    }

    @ParameterizedTest
    @MethodSource("files")
    void isTakenOrRefusedAsAWhole(Nasty nasty) throws Exception {
        Path file = Files.write(folder.resolve(nasty.file()), nasty.bytes());
        try (Store store = Store.open(folder.resolve("store"))) {
            Importer importer = new Importer(
                    store,
                    StandardFeeds.catalog(),
                    Classifier.standard(),
                    Clock.fixed(Instant.parse("2026-03-20T08:00:00Z"), ZoneOffset.UTC));
            FileReport report =
                    importer.importFile(file, new ImportOptions(ZoneOffset.UTC, null, false), ImportListener.none());
            assertThat(report.status()).as(report.message()).isEqualTo(nasty.status());
            if (nasty.status() == Status.IMPORTED) {
                assertThat(report.added()).as("added, %s", report.rejections()).isEqualTo(nasty.added());
                if (nasty.rejected() >= 0) {
                    assertThat(report.rejected())
                            .as("rejected, %s", report.rejections())
                            .isEqualTo(nasty.rejected());
                }
                assertThat(report.rejections()).allSatisfy(r -> {
                    assertThat(r.reason()).isNotBlank();
                    assertThat(r.line()).isPositive();
                });
            } else {
                assertThat(report.message()).as("a reason and the file's name").contains(nasty.file());
                assertThat(store.imports()).isEmpty();
            }
            assertThat(store.check().isSound()).isTrue();
        }
        try (Stream<Path> around = Files.list(folder.toAbsolutePath().getParent())) {
            assertThat(around.map(p -> String.valueOf(p.getFileName()))).doesNotContain("climbed.json");
        }
    }
}
