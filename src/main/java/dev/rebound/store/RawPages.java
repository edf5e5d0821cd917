package dev.rebound.store;

import dev.rebound.column.Dictionary;
import dev.rebound.domain.RawRecord;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Raw records in pages, and the texts of dictionaries. */
final class RawPages {
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private RawPages() {}

    static byte[] pack(List<RawRecord> records) {
        RecordPage page = new RecordPage();
        records.forEach(page::add);
        return page.packed();
    }

    /**
     * The records of a page; pages of earlier formats hold them one behind the other.
     *
     * @param first number of the first record in its import
     */
    static List<RawRecord> unpack(byte[] page, int first, int entries, RecordTexts named) throws IOException {
        if (page.length > 0 && (page[0] == RecordPage.MARK || page[0] == RecordPage.UNNAMED)) {
            try {
                return RecordPage.unpack(page, first, entries, named);
            } catch (IndexOutOfBoundsException | IllegalArgumentException | NegativeArraySizeException e) {
                throw new IOException(e);
            }
        }
        List<RawRecord> records = new ArrayList<>(entries);
        try (DataInputStream in = Pages.unpack(page)) {
            for (int i = 0; i < entries; i++) {
                long line = in.readLong();
                String part = readText(in);
                records.add(new RawRecord(readText(in), line, part));
            }
        }
        return records;
    }

    /** Texts of a dictionary, each as {@link #writeText} writes it. */
    static byte[] sized(Dictionary dictionary, int from, int to) {
        byte[] out = new byte[4 * (to - from) + dictionary.lengths(from, to)];
        int at = 0;
        for (int code = from; code < to; code++) {
            INTS.set(out, at, dictionary.length(code));
            at = dictionary.copy(code, out, at + 4);
        }
        return out;
    }

    /**
     * Spreads the texts of a page over a part of an arena.
     *
     * @param from where in the arena the first text begins
     * @param first place of the first text among {@code starts}; where each text ends is noted behind where it begins
     */
    static void spread(byte[] texts, byte[] arena, int from, int[] starts, int first, int entries) {
        int at = 0;
        int to = from;
        for (int i = 0; i < entries; i++) {
            int length = (int) INTS.get(texts, at);
            System.arraycopy(texts, at + 4, arena, to, length);
            at += 4 + length;
            to += length;
            starts[first + i + 1] = to;
        }
    }

    static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static String readText(DataInputStream in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
