package dev.rebound.store;

import dev.rebound.domain.RawRecord;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Raw records in pages. */
final class RawPages {
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
