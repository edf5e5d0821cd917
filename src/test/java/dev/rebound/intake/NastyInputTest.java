package dev.rebound.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.classify.Classifier;
import dev.rebound.feeds.provider.StandardFeeds;
import dev.rebound.intake.FileReport.Status;
import dev.rebound.store.Store;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Broken, hostile and odd files: each is taken exactly, taken around its bad records, or refused with a reason. */
class NastyInputTest {
    private static final String CSV = "email,reason,created\n";

    /** The suite takes a few; {@code -Drebound.nastyRows=20000000} as many as the corpus says. */
    private static final long ROWS = Long.getLong("rebound.nastyRows", 100_000);

    @TempDir
    Path folder;

    /** What a file is and what must become of it. */
    record Nasty(String name, String file, Content content, Status status, int added, int rejected) {
        String number() {
            return name.substring(0, 3);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Writes what a file holds; a large one never lies in the memory that is measured. */
    private interface Content {
        void to(OutputStream out) throws IOException;
    }

    private static Nasty taken(String name, String file, byte[] bytes, int added, int rejected) {
        return taken(name, file, (Content) out -> out.write(bytes), added, rejected);
    }

    private static Nasty taken(String name, String file, Content content, int added, int rejected) {
        return new Nasty(name, file, content, Status.IMPORTED, added, rejected);
    }

    private static Nasty refused(String name, String file, byte[] bytes, Status status) {
        return refused(name, file, (Content) out -> out.write(bytes), status);
    }

    private static Nasty refused(String name, String file, Content content, Status status) {
        return new Nasty(name, file, content, status, 0, 0);
    }

    /** A text, another one many times, and a last one. */
    private static Content repeated(String before, String text, long times, String after) {
        return out -> {
            out.write(text(before));
            byte[] many = text(text.repeat((int) Math.min(times, Math.max(1, 100_000 / text.length()))));
            long left = times * text(text).length;
            for (; left >= many.length; left -= many.length) {
                out.write(many);
            }
            out.write(many, 0, (int) left);
            out.write(text(after));
        };
    }

    /** One gzip member of as many mebibytes of zeros, packed but once: each piece begins anew. */
    private static Content zeros(int mebibytes) {
        return out -> {
            byte[] piece = new byte[1 << 20];
            Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
            deflater.setInput(piece);
            byte[] packed = new byte[1 << 16];
            int length = deflater.deflate(packed, 0, packed.length, Deflater.FULL_FLUSH);
            deflater.end();
            CRC32 crc = new CRC32();
            out.write(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 255});
            for (int i = 0; i < mebibytes; i++) {
                out.write(packed, 0, length);
                crc.update(piece);
            }
            // An empty last block, then checksum and length.
            out.write(new byte[] {3, 0});
            out.write(ByteBuffer.allocate(8)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt((int) crc.getValue())
                    .putInt(mebibytes << 20)
                    .array());
        };
    }

    private static byte[] text(String text) {
        return text.getBytes(UTF_8);
    }

    private static String event(int n) {
        return "{\"email\":\"p%d@example.com\",\"timestamp\":%d,\"event\":\"delivered\",\"sg_event_id\":\"e%d\",\"sg_message_id\":\"m%d\"}"
                .formatted(n, 1773388800 + n, n, n);
    }

    private static String with(String field, String value) {
        return event(9).replaceFirst(
                        "\"" + field + "\":[^,}]*", Matcher.quoteReplacement("\"" + field + "\":" + value));
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

    /** The flag of each entry says that it is encrypted. */
    private static byte[] encrypted(byte[] zip) {
        byte[] out = zip.clone();
        for (int i = 0; i + 10 < out.length; i++) {
            boolean local = out[i] == 'P' && out[i + 1] == 'K' && out[i + 2] == 3 && out[i + 3] == 4;
            boolean central = out[i] == 'P' && out[i + 1] == 'K' && out[i + 2] == 1 && out[i + 3] == 2;
            if (local || central) {
                out[i + (local ? 6 : 8)] |= 1;
            }
        }
        return out;
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

    private static String manyKeys(int n) {
        StringBuilder out = new StringBuilder("{\"email\":\"k@example.com\"");
        for (int i = 0; i < n; i++) {
            out.append(",\"k").append(i).append("\":1");
        }
        return out.append("}\n").toString();
    }

    private static byte[] flipped(byte[] gzip) {
        byte[] out = gzip.clone();
        out[out.length - 6] ^= 1;
        return out;
    }

    /** The four bytes at this place behind the entry's data are others. */
    private static byte[] patched(byte[] zip, int place) {
        byte[] out = zip.clone();
        for (int i = 0; i + 20 < out.length; i++) {
            if (out[i] == 'P' && out[i + 1] == 'K' && out[i + 2] == 7 && out[i + 3] == 8) {
                out[i + place] ^= 1;
            }
        }
        return out;
    }

    /** The directory names the one entry twice. */
    private static byte[] overlapping(byte[] zip) {
        int directory = 0;
        int end = 0;
        for (int i = 0; i + 4 < zip.length; i++) {
            if (zip[i] == 'P' && zip[i + 1] == 'K') {
                directory = zip[i + 2] == 1 && zip[i + 3] == 2 ? i : directory;
                end = zip[i + 2] == 5 && zip[i + 3] == 6 ? i : end;
            }
        }
        byte[] entry = java.util.Arrays.copyOfRange(zip, directory, end);
        byte[] last = java.util.Arrays.copyOfRange(zip, end, zip.length);
        last[8]++;
        last[10]++;
        last[12] += (byte) entry.length;
        return joined(joined(java.util.Arrays.copyOf(zip, end), entry), last);
    }

    private static byte[] manyEntries(int n) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setMethod(ZipOutputStream.DEFLATED);
            for (int i = 0; i < n; i++) {
                zip.putNextEntry(new ZipEntry("f" + i));
            }
        }
        return out.toByteArray();
    }

    private static String nestedMail(int depth) {
        StringBuilder out =
                new StringBuilder("From: mailer-daemon@example.com\nSubject: Undelivered\nMIME-Version: 1.0\n");
        for (int i = 0; i < depth; i++) {
            out.append("Content-Type: multipart/mixed; boundary=b")
                    .append(i)
                    .append("\n\n--b")
                    .append(i)
                    .append('\n');
        }
        return out.append("\nhello\n").toString();
    }

    private static String report(int recipients) {
        StringBuilder out = new StringBuilder("""
                From: mailer-daemon@example.com
                Subject: Undelivered
                MIME-Version: 1.0
                Date: Fri, 13 Mar 2026 09:00:00 +0000
                Content-Type: multipart/report; report-type=delivery-status; boundary=b

                --b
                Content-Type: text/plain

                see below
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.com

                """);
        for (int i = 0; i < recipients; i++) {
            out.append("Final-Recipient: rfc822; p")
                    .append(i)
                    .append("@example.com\nAction: failed\nStatus: 5.1.1\n")
                    .append("Diagnostic-Code: smtp; 550 5.1.1 User unknown\n\n");
        }
        return out.append("--b--\n").toString();
    }

    private static String mailInMail(int depth) {
        return "From: mailer-daemon@example.com\nSubject: Undelivered\nContent-Type: message/rfc822\n\n".repeat(depth)
                + "hello\n";
    }

    private static String mailbox() {
        String mail = report(1).replace("see below", "see below\nFrom here on it is text\n>From there too");
        return "From MAILER-DAEMON Fri Mar 13 09:00:00 2026\n" + mail
                + "\nFrom MAILER-DAEMON Fri Mar 13 09:00:01 2026\n" + mail.replace("p0@", "p1@") + "\n";
    }

    private static String addresses() {
        String[] all = {
            "\\\"a b\\\"@example.com",
            "a@[127.0.0.1]",
            "a@example.com.",
            "a@b@example.com",
            "@example.com",
            "<>",
            "a@example.com (comment)",
            "mailto:a@example.com",
            " a@example.com ",
            "\u03b4\u03bf\u03ba@example.com",
            "x".repeat(65) + "@example.com",
            "a@" + "x".repeat(255) + ".example.com",
            "INFO@EXAMPLE.COM",
            "\u00a0nbsp@example.com\u00a0",
            "\uff21@\uff45xample.com",
            "\\\"@\\\"@example.com",
            "no address"
        };
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < all.length; i++) {
            out.append(event(100 + i)
                            .replaceFirst(
                                    "\"email\":\"[^\"]*\"", Matcher.quoteReplacement("\"email\":\"" + all[i] + "\"")))
                    .append('\n');
        }
        return out.toString();
    }

    private static String times() {
        String[] all = {
            "0",
            "-1",
            "253402300799",
            "9223372036854775807",
            "1773388800.908181",
            "1773388800123",
            "\"2026-03-13T09:00:60Z\"",
            "\"9999-12-31T23:59:59Z\"",
            "\"13/03/26\"",
            "null",
            "true",
            "1e308"
        };
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < all.length; i++) {
            out.append(event(200 + i).replaceFirst("\"timestamp\":[^,]*", "\"timestamp\":" + all[i]))
                    .append('\n');
        }
        return out.toString();
    }

    static Stream<Nasty> files() throws IOException {
        String row = "a@example.com,Unknown user,1773388800\n";
        String pair = event(1) + "\n" + event(2) + "\n";
        byte[] bom = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
        return Stream.of(
                refused("N01 an empty file", "a.csv", new byte[0], Status.FAILED),
                taken("N02 a header and no row", "bounces.csv", text(CSV), 0, 0),
                refused("N03 rows and no header", "a.csv", text(row + row), Status.NOT_RECOGNISED),
                taken("N04 no line end at the end", "bounces.csv", text(CSV + row.strip()), 1, 0),
                taken("N05 a row cut in its quotes", "bounces.csv", text(CSV + row + "b@example.com,\"Unk"), 1, 1),
                taken(
                        "N06 a quote that never ends, 40 million characters",
                        "bounces.csv",
                        repeated(CSV + row + "b@example.com,\"", "x", 40_000_000, ""),
                        1,
                        1),
                taken(
                        "N07 a row of a million cells",
                        "bounces.csv",
                        text(CSV + row + ",".repeat(1_000_000) + "\n"),
                        1,
                        1),
                taken("N10 CR alone ends lines", "bounces.csv", text((CSV + row).replace('\n', '\r')), 1, 0),
                taken("N10 CRLF ends lines", "bounces.csv", text((CSV + row).replace("\n", "\r\n")), 1, 0),
                taken(
                        "N10 U+2028 is no line end",
                        "bounces.csv",
                        text(CSV + "a@example.com,Unknown\u2028user,1773388800\n"),
                        1,
                        0),
                taken(
                        "N09 letters behind a closing quote",
                        "bounces.csv",
                        text(CSV + row + "b@example.com,\"Unknown\"user,1773388800\n"),
                        1,
                        1),
                taken(
                        "N10 all line ends in one file",
                        "bounces.csv",
                        text(CSV
                                + row
                                + row.replace("a@", "b@").replace("\n", "\r\n")
                                + row.replace("a@", "c@").replace('\n', '\r')
                                + row.replace("a@", "d@").replace("user", "user\u0085")),
                        4,
                        0),
                taken("N12 bars between cells", "bounces.csv", text((CSV + row).replace(',', '|')), 1, 0),
                taken(
                        "N12 a line that declares the separator",
                        "bounces.csv",
                        text("sep=;\n" + (CSV + row).replace(',', ';')),
                        1,
                        0),
                taken("N13 a column that nobody knows", "bounces.csv", text("""
                                colour,st_text,ts,sub,frm,email,tag,mid,link
                                blue,Sent,13-03-2026 10:00:00,Pears,news@example.net,a@example.com,x,<1@example.net>,
                                """), 1, 0),
                taken("N12 semicolons between cells", "bounces.csv", text((CSV + row).replace(',', ';')), 1, 0),
                taken("N12 tabs between cells", "bounces.csv", text((CSV + row).replace(',', '\t')), 1, 0),
                taken("N14 a byte order mark", "bounces.csv", joined(bom, text(CSV + row)), 1, 0),
                taken("N14 UTF-16 with its mark", "bounces.csv", ("\uFEFF" + CSV + row).getBytes(UTF_16LE), 1, 0),
                taken(
                        "N13 columns in another order",
                        "bounces.csv",
                        text("created,reason,email\n1773388800,Unknown user,a@example.com\n"),
                        1,
                        0),
                refused("N17 a megabyte of noise", "a.csv", random(1 << 20), Status.NOT_RECOGNISED),
                refused(
                        "N40 a picture named csv",
                        "a.csv",
                        joined(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}, random(900)),
                        Status.NOT_RECOGNISED),
                taken("N40 a ZIP named csv", "bounces.csv", zip("bounces.csv", text(CSV + row)), 1, 0),
                refused(
                        "N40 a workbook named csv",
                        "a.csv",
                        zip("xl/workbook.xml", text("<?xml version=\"1.0\"?><workbook/>")),
                        Status.NOT_RECOGNISED),
                refused("N40 a PDF named csv", "a.csv", joined(text("%PDF-1.7\n"), random(900)), Status.NOT_RECOGNISED),
                taken("N22 a hundred thousand open brackets", "a.json", text(pair + "[".repeat(100_000)), 2, 1),
                taken("N23 a number of 2,000 digits", "a.json", text(pair + with("timestamp", "9".repeat(2000))), 2, 1),
                taken(
                        "N24 a number with a huge exponent",
                        "a.json",
                        text(pair + with("timestamp", "1e999999999")),
                        2,
                        1),
                taken(
                        "N25 one key twice",
                        "a.json",
                        text(pair + event(9).replace("{", "{\"event\":\"bounce\",")),
                        2,
                        1),
                taken(
                        "N28 a string of 30 million characters",
                        "a.json",
                        repeated(pair + "{\"sg_event_id\":\"", "x", 30_000_000, "\"," + event(9).substring(1)),
                        2,
                        1),
                taken(
                        "N30 NaN, comments, single quotes",
                        "a.json",
                        text(pair + with("timestamp", "NaN") + "\n/* x */ " + event(8) + "\n"
                                + event(7).replace('"', '\'')),
                        3,
                        2),
                taken("N31 CRLF between lines", "a.json", text(pair.replace("\n", "\r\n")), 2, 0),
                taken("N31 objects side by side", "a.json", text(event(1) + event(2)), 2, 0),
                taken("N26 words after the last object", "a.json", text(pair + event(3) + " trailing"), 2, 1),
                taken("N31 an array of objects", "a.json", text("[" + event(1) + "," + event(2) + "]"), 2, 0),
                taken("N32 an array that does not end", "a.json", text("[" + event(1) + "," + event(2) + ","), 2, 1),
                taken("N32 a last line that was cut", "a.json", text(pair + event(3).substring(0, 40)), 2, 1),
                taken("N33 a time that is none", "a.json", text(pair + with("timestamp", "\"yes\"")), 2, 1),
                taken("N33 an address that is null", "a.json", text(pair + with("email", "null")), 2, 1),
                taken(
                        "N33 an address that is a list",
                        "a.json",
                        text(pair + with("email", "[\"x@example.com\"]")),
                        2,
                        1),
                taken(
                        "N34 a class name is plain data",
                        "a.json",
                        text(pair + event(3).replace("{", "{\"@class\":\"javax.script.ScriptEngineManager\",")),
                        3,
                        0),
                taken(
                        "N15 bytes that are no UTF-8",
                        "a.json",
                        joined(
                                text(pair),
                                with("email", "\"caf\u00e9@example.com\"").getBytes(ISO_8859_1)),
                        2,
                        1),
                taken("N37 several gzip members", "a.gz", gzip(text(event(1) + "\n"), text(event(2) + "\n")), 2, 0),
                refused("N38 a gzip that was cut", "a.gz", cut(gzip(text(pair.repeat(50))), 9), Status.FAILED),
                refused(
                        "N35 events, and behind them a GiB of zeros in a gzip",
                        "a.gz",
                        out -> {
                            out.write(gzip(text(pair)));
                            zeros(1024).to(out);
                        },
                        Status.FAILED),
                refused("N35 a GiB of zeros in a gzip", "a.gz", zeros(1024), Status.NOT_RECOGNISED),
                refused(
                        "N36 gzip in gzip in gzip in gzip in gzip",
                        "a.gz",
                        gzip(gzip(gzip(gzip(gzip(text(pair)))))),
                        Status.FAILED),
                taken("N41 a zip entry that climbs out", "a.zip", zip("../../climbed.json", text(pair)), 2, 0),
                taken("N41 a zip entry of the whole disk", "a.zip", zip("/etc/climbed.json", text(pair)), 2, 0),
                taken("N41 a zip entry of another system", "a.zip", zip("C:\\climbed.json", text(pair)), 2, 0),
                refused(
                        "N39 a ZIP with a wrong checksum",
                        "a.zip",
                        patched(zip("a.json", text(pair)), 4),
                        Status.FAILED),
                refused("N39 a ZIP with a wrong size", "a.zip", patched(zip("a.json", text(pair)), 12), Status.FAILED),
                refused(
                        "N39 a ZIP that lists one entry twice",
                        "a.zip",
                        overlapping(zip("a.json", text(pair))),
                        Status.FAILED),
                refused("N39 an encrypted ZIP", "a.zip", encrypted(zip("a.json", text(pair))), Status.FAILED),
                refused("N39 a ZIP cut in its directory", "a.zip", cut(zip("a.json", text(pair)), 30), Status.FAILED),
                taken("N40 a gzip named csv", "bounces.csv", gzip(text(CSV + row)), 1, 0),
                refused(
                        "N36 a ZIP of a ZIP of a ZIP",
                        "a.zip",
                        zip("b.zip", zip("c.zip", zip("a.json", text(pair)))),
                        Status.NOT_RECOGNISED),
                taken("N36 a gzip in a zip", "a.zip", zip("a.json.gz", gzip(text(pair))), 2, 0),
                taken(
                        "N08 rows that are too short and too long",
                        "bounces.csv",
                        text(CSV + row + "b@example.com\n" + "c@example.com,x,1773388800,y,z\n"
                                + row.replace("a@", "d@")),
                        2,
                        2),
                taken(
                        "N09 a quote in the middle of a cell",
                        "bounces.csv",
                        text(CSV + "a@example.com,say \"no\" now,1773388800\n"),
                        1,
                        0),
                taken(
                        "N11 NUL bytes in a cell",
                        "bounces.csv",
                        text(CSV + row + "b@example.com,a\u0000b,1773388800\n"),
                        1,
                        1),
                taken(
                        "N13 one column twice",
                        "bounces.csv",
                        text("email,reason,reason,created\na@example.com,x,y,1773388800\n"),
                        1,
                        0),
                taken(
                        "N14 windows-1252 letters",
                        "bounces.csv",
                        joined(text(CSV + row), "b@example.com,bo\u00eete pleine,1773388800\n".getBytes(ISO_8859_1)),
                        2,
                        0),
                taken("N14 UTF-16 without its mark", "bounces.csv", (CSV + row).getBytes(UTF_16LE), 1, 0),
                taken(
                        "N16 two charsets in one file",
                        "bounces.csv",
                        joined(
                                text(CSV + row + "b@example.com,bo\u00eete,1773388800\n"),
                                "c@example.com,bo\u00eete,1773388800\n".getBytes(ISO_8859_1)),
                        2,
                        1),
                taken("N18 %,d times the same row".formatted(ROWS), "bounces.csv", repeated(CSV, row, ROWS, ""), 1, 0),
                taken("N27 a lone surrogate", "a.json", text(pair + with("sg_event_id", "\"\\ud800\"")), 2, 1),
                taken("N29 200,000 keys in one object", "a.json", text(pair + manyKeys(200_000)), 2, 1),
                refused(
                        "N38 a gzip whose checksum is wrong",
                        "a.gz",
                        flipped(gzip(text(pair.repeat(50)))),
                        Status.FAILED),
                refused("N39 a ZIP of 100,000 entries", "a.zip", manyEntries(100_000), Status.FAILED),
                refused(
                        "N45 a page of HTML",
                        "a.html",
                        text("<html><img src=http://tracker.test/x.png><script>alert(1)</script></html>"),
                        Status.NOT_RECOGNISED),
                refused(
                        "N43 a thousand million laughs",
                        "a.xml",
                        text(
                                "<?xml version=\"1.0\"?><!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]><l>&b;</l>"),
                        Status.NOT_RECOGNISED),
                taken("N46 5,000 parts in each other", "a.eml", text(nestedMail(5_000)), 0, 1),
                refused(
                        "N47 a header of ten million characters",
                        "a.eml",
                        repeated("From: mailer-daemon@example.com\nSubject: ", "x", 10_000_000, "\n\nhello\n"),
                        Status.NOT_RECOGNISED),
                refused(
                        "N48 100,000 headers",
                        "a.eml",
                        text("From: mailer-daemon@example.com\n" + "X-A: b\n".repeat(100_000) + "\nhello\n"),
                        Status.NOT_RECOGNISED),
                taken("N51 a report of 10,000 recipients", "a.eml", text(report(10_000)), 10_000, 0),
                taken(
                        "N52 characters that turn the line around",
                        "a.json",
                        text(pair + with("email", "\"evil\u202egnp.exe@example.com\"")),
                        3,
                        0),
                taken(
                        "N53 escape sequences and a false log line",
                        "a.json",
                        text(pair + event(3).replace("{", "{\"reason\":\"\\u001b[2J\\r\\n2026-01-01 INFO fake\",")),
                        3,
                        0),
                taken(
                        "N55 a reply of one word, a million letters long",
                        "a.json",
                        text(pair + event(3).replace("{", "{\"response\":\"" + "x".repeat(1_000_000) + "\",")),
                        3,
                        0),
                taken(
                        "N56 a reply that wants to be a formula",
                        "a.json",
                        text(pair + event(3).replace("{", "{\"response\":\"=cmd|'/c calc'!A0\",")),
                        3,
                        0),
                taken("N57 strange addresses", "a.json", text(pair + addresses()), 18, 1),
                taken("N59 strange times", "a.json", text(pair + times()), 4, 10),
                refused(
                        "N21 a name with a semicolon, a line break and a picture",
                        "a;\n\ud83d\ude00.csv",
                        random(500),
                        Status.NOT_RECOGNISED),
                refused(
                        "N44 an XML file with a definition elsewhere",
                        "a.xml",
                        text("<?xml version=\"1.0\"?><!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\"><x/>"),
                        Status.NOT_RECOGNISED),
                taken(
                        "N49 a report whose boundary never comes",
                        "a.eml",
                        text(report(3).replace("--b", "--c")),
                        3,
                        0),
                taken("N49 a mail in a mail, a hundred times", "a.eml", text(mailInMail(100)), 0, 1),
                taken(
                        "N49 a charset, a name and a base64 that are none",
                        "a.eml",
                        text(report(1)
                                .replace("Subject: Undelivered", "Subject: =?x-evil?b?!!!?=")
                                .replace("text/plain", "text/plain; name*0=a; name*9999=b; charset=x-evil")),
                        1,
                        0),
                taken(
                        "N49 a name in ten thousand pieces, a base64 and a quoted-printable with rubbish",
                        "a.eml",
                        text(
                                report(1)
                                        .replace(
                                                "text/plain",
                                                "text/plain"
                                                        + IntStream.range(0, 10_000)
                                                                .mapToObj(i -> ";\n name*" + i + "=a")
                                                                .collect(Collectors.joining()))
                                        .replace(
                                                "see below",
                                                "=XX=\n--b\nContent-Type: text/plain\n"
                                                        + "Content-Transfer-Encoding: base64\n\n\u00a7\u00a7 no base64 \u00a7\u00a7")),
                        0,
                        1),
                taken(
                        "N50 letters of eight bits in the headers",
                        "a.eml",
                        report(1).replace("Undelivered", "Zur\u00fcckgekommen").getBytes(ISO_8859_1),
                        1,
                        0),
                taken("N50 a mailbox with a line that begins with From", "a.mbox", text(mailbox()), 2, 0),
                taken(
                        "N51 codes that contradict each other",
                        "a.json",
                        text(pair + event(3).replace("{", "{\"status\":\"9.9.9\",\"response\":\"550 4.2.2 full\",")),
                        3,
                        0),
                refused(
                        "N42 an XML file with an entity",
                        "a.xml",
                        text(
                                "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><x>&e;</x>"),
                        Status.NOT_RECOGNISED));
    }

    @Test
    void everyNumberOfTheCorpusHasATest() throws Exception {
        Set<String> tested = files().map(Nasty::number).collect(Collectors.toCollection(TreeSet::new));
        for (NastyElsewhere elsewhere : NastyElsewhere.values()) {
            assertThat(elsewhere.owner().getDeclaredMethods())
                    .extracting(Method::getName)
                    .contains(elsewhere.method());
            tested.add(elsewhere.number());
        }
        assertThat(tested)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 71)
                        .mapToObj("N%02d"::formatted)
                        .toList());
    }

    private static final Measured MEASURED = new Measured();

    /** With {@code -Drebound.nastyTable=FILE} the outcomes are written down with their time and memory. */
    @AfterAll
    static void write() throws Exception {
        String table = System.getProperty("rebound.nastyTable");
        if (table != null) {
            Files.writeString(Path.of(table), MEASURED.table());
        }
    }

    /** What became of each file, in how long and with how much memory. */
    private static final class Measured {
        private final List<String> lines = new ArrayList<>();
        private long start;

        void begin() {
            System.gc();
            ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
            start = System.nanoTime();
        }

        void end(Nasty nasty, FileReport report, long bytes) {
            long millis = (System.nanoTime() - start) / 1_000_000;
            String outcome = report.status() == Status.IMPORTED
                    ? "%d taken, %d known, %d refused".formatted(report.added(), report.duplicates(), report.rejected())
                    : report.message().replace('\n', ' ').replace("|", "\\|");
            lines.add("| %s | %s | %,d | %s | %d | %d |"
                    .formatted(
                            nasty.number(),
                            nasty.name().substring(4),
                            bytes,
                            outcome,
                            millis,
                            NastyElsewhere.peakMegabytes()));
        }

        String table() throws ClassNotFoundException {
            StringBuilder elsewhere = new StringBuilder();
            for (NastyElsewhere e : NastyElsewhere.values()) {
                elsewhere.append(e.measured());
            }
            return "# Nasty inputs\n\nWhat becomes of broken, hostile and odd files. `.ci/nasty-inputs` writes this page at the sizes of the corpus,\n"
                    + "`mvn test -Dtest=NastyInputTest -Drebound.nastyTable=FILE` at the smaller ones of the suite. Nothing is lost: what was\n"
                    + "found is taken, known before, or refused with its line and a reason; a file that is refused leaves nothing.\n"
                    + "The heap is the largest it became while the file was read, garbage included, each part of it by itself (so the sum can pass the whole), in a\n"
                    + "Java that may have %d MB.\n\n"
                            .formatted(Runtime.getRuntime().maxMemory() >> 20)
                    + "| | input | bytes | outcome | ms | peak heap, MB |\n|---|---|---:|---|---:|---:|\n"
                    + lines.stream().sorted().collect(Collectors.joining("\n"))
                    + "\n\nWhat is no file alone has a test of its own, named in the last column; it says the outcome, and its time and heap\n"
                    + "are those of the whole test with all that it prepares and tries (a program that it starts has a heap of its own):\n\n"
                    + "| | what | outcome | ms | peak heap, MB | test |\n|---|---|---|---:|---:|---|\n"
                    + elsewhere;
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void isTakenOrRefusedAsAWhole(Nasty nasty) throws Exception {
        Path file = folder.resolve(nasty.file());
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            nasty.content().to(out);
        }
        try (Store store = Store.open(folder.resolve("store"))) {
            Importer importer = new Importer(
                    store,
                    StandardFeeds.catalog(),
                    Classifier.standard(),
                    Clock.fixed(Instant.parse("2026-03-20T08:00:00Z"), ZoneOffset.UTC));
            MEASURED.begin();
            FileReport report =
                    importer.importFile(file, new ImportOptions(ZoneOffset.UTC, null, false), ImportListener.none());
            MEASURED.end(nasty, report, Files.size(file));
            assertThat(report.status()).as(report.message()).isEqualTo(nasty.status());
            if (report.status() == Status.IMPORTED) {
                assertThat(report.added()).as("added, %s", report.rejections()).isEqualTo(nasty.added());
                assertThat(report.rejected())
                        .as("rejected, %s", report.rejections())
                        .isEqualTo(nasty.rejected());
                if (!nasty.file().matches(".*[.](eml|mbox)")) {
                    assertThat(report.added() + report.duplicates() + report.rejected())
                            .as("accepted and rejected are all that was found")
                            .isEqualTo(report.read());
                }
                assertThat(report.rejections()).allSatisfy(r -> {
                    assertThat(r.reason()).isNotBlank();
                    assertThat(r.line()).isPositive();
                });
            } else {
                assertThat(report.message()).as("a reason and the file's name").containsAnyOf(nasty.file(), "c.zip");
                assertThat(store.imports()).isEmpty();
            }
            assertThat(store.check().isSound()).isTrue();
        }
        try (Stream<Path> around = Files.list(folder.toAbsolutePath().getParent())) {
            assertThat(around.map(p -> String.valueOf(p.getFileName()))).doesNotContain("climbed.json");
        }
    }
}
