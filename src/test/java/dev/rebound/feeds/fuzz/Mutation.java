package dev.rebound.feeds.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.rebound.feeds.Packing;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Changes bytes at random: bits, ranges, lines, words that formats stumble over, and the packing around them. */
final class Mutation {
    private static final int LONGEST = 1 << 20;
    private static final List<byte[]> WORDS = List.of(
                    "\"",
                    "'",
                    "\\",
                    "{",
                    "}",
                    "[",
                    "]",
                    ":",
                    ",",
                    ";",
                    "\t",
                    "|",
                    "\n",
                    "\r",
                    "\r\n",
                    "\n\n",
                    "\u0000",
                    "\uFEFF",
                    "\u2028",
                    "\\ud800",
                    "\\u0000",
                    "null",
                    "true",
                    "-1",
                    "0",
                    "1e999999999",
                    "9".repeat(40),
                    "9999999999999",
                    "1773388800.5",
                    "253402300800",
                    "From ",
                    "From a@example.com Thu Jan 1 00:00:00 2026\n",
                    "Content-Type: multipart/mixed; boundary=x\n\n--x\n",
                    "Content-Transfer-Encoding: base64\n",
                    "=?utf-8?B?",
                    "#Fields: a,b\n",
                    "sep=;\n",
                    "<!DOCTYPE x>",
                    "=cmd|' /C calc'!A0",
                    "@",
                    "<>",
                    "a@b@c",
                    "29 Feb 2025",
                    "Feb 30 25:61:61 ",
                    "2026-02-30T24:00:60Z",
                    "[".repeat(200),
                    "{\"a\":".repeat(200),
                    "\"".repeat(501),
                    ",".repeat(2_000),
                    "x".repeat(70_000),
                    "\u202E",
                    "e\u0301".repeat(100))
            .stream()
            .map(w -> w.getBytes(UTF_8))
            .toList();
    private static final List<byte[]> BYTES = List.of(
            new byte[] {(byte) 0xff, (byte) 0xfe},
            new byte[] {(byte) 0xc3, 0x28},
            new byte[] {0x1f, (byte) 0x8b, 8, 0},
            new byte[] {'P', 'K', 3, 4},
            new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd},
            new byte[] {'O', 'b', 'j', 1},
            new byte[] {(byte) 0x80},
            new byte[] {0, 0, 0, 0, 0, 0, 0, (byte) 0x7f});

    private final SplittableRandom random;

    Mutation(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** One to a few changes; now and then packed, and the packing changed too. */
    byte[] of(byte[] whole, byte[] other) throws IOException {
        byte[] changed = whole;
        int changes = 1 << random.nextInt(5);
        for (int i = 0; i < changes && changed.length < LONGEST; i++) {
            changed = once(changed, other);
        }
        return random.nextInt(4) == 0 ? packed(changed) : changed;
    }

    private byte[] packed(byte[] bytes) throws IOException {
        byte[] packed = switch (random.nextInt(6)) {
            case 0 -> Packing.gzip(bytes);
            case 1 -> Packing.zstd(bytes);
            case 2 -> Packing.bzip2(bytes);
            case 3 -> Packing.tar(Map.of("d/x", bytes));
            case 4 -> Packing.joined(Packing.gzip(bytes), Packing.gzip(bytes));
            default -> Packing.zip(Map.of("a/" + random.nextInt(), bytes, "b", bytes));
        };
        byte[] twice = random.nextInt(4) == 0 ? packed(packed) : packed;
        for (int i = random.nextInt(4); i > 0; i--) {
            twice = once(twice, bytes);
        }
        return twice;
    }

    private byte[] once(byte[] bytes, byte[] other) {
        if (bytes.length == 0) {
            return word();
        }
        int at = random.nextInt(bytes.length);
        int length = Math.min(bytes.length - at, 1 + random.nextInt(1 << random.nextInt(1, 12)));
        return switch (random.nextInt(11)) {
            case 0 -> {
                byte[] flipped = bytes.clone();
                flipped[at] ^= (byte) (1 << random.nextInt(8));
                yield flipped;
            }
            case 1 -> replaced(bytes, at, 1, new byte[] {(byte) random.nextInt(256)});
            case 2 -> replaced(bytes, at, length, new byte[0]);
            case 3 -> replaced(bytes, at, 0, Arrays.copyOfRange(bytes, at, at + length));
            case 4 -> Arrays.copyOf(bytes, at);
            case 5, 6 -> replaced(bytes, at, 0, word());
            case 7 -> replaced(bytes, at, Math.min(length, 12), word());
            case 8 -> {
                int from = other.length == 0 ? 0 : random.nextInt(other.length);
                yield replaced(
                        bytes, at, length, Arrays.copyOfRange(other, from, Math.min(other.length, from + length)));
            }
            case 9 -> line(bytes, at);
            default -> number(bytes, at);
        };
    }

    private byte[] word() {
        return random.nextInt(5) == 0
                ? BYTES.get(random.nextInt(BYTES.size()))
                : WORDS.get(random.nextInt(WORDS.size()));
    }

    /** Takes a line away, or puts it there many times. */
    private byte[] line(byte[] bytes, int at) {
        String text = new String(bytes, ISO_8859_1);
        int from = text.lastIndexOf('\n', at) + 1;
        int to = text.indexOf('\n', at) < 0 ? text.length() : text.indexOf('\n', at) + 1;
        String line = from < to ? text.substring(from, to) : "";
        int times = random.nextInt(3) == 0 || line.length() > 20_000 ? 0 : 2 + random.nextInt(30);
        return (text.substring(0, from) + line.repeat(times) + text.substring(Math.max(from, to))).getBytes(ISO_8859_1);
    }

    /** Another number in the place of one. */
    private byte[] number(byte[] bytes, int at) {
        int from = at;
        while (from < bytes.length && !Character.isDigit(bytes[from])) {
            from++;
        }
        int to = from;
        while (to < bytes.length && Character.isDigit(bytes[to])) {
            to++;
        }
        String fresh = switch (random.nextInt(4)) {
            case 0 -> "0";
            case 1 -> "-1";
            case 2 -> Long.toString(random.nextLong());
            default -> "1" + "0".repeat(random.nextInt(30));
        };
        return replaced(bytes, from, to - from, fresh.getBytes(ISO_8859_1));
    }

    private static byte[] replaced(byte[] bytes, int at, int length, byte[] by) {
        byte[] out = new byte[bytes.length - length + by.length];
        System.arraycopy(bytes, 0, out, 0, at);
        System.arraycopy(by, 0, out, at, by.length);
        System.arraycopy(bytes, at + length, out, at + by.length, bytes.length - at - length);
        return out;
    }
}
