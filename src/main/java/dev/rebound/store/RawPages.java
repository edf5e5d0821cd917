package dev.rebound.store;

import dev.rebound.domain.RawRecord;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Raw records in a page: line, place in the container, text. */
final class RawPages {
    private RawPages() {}

    static byte[] pack(List<RawRecord> records) {
        return Pages.pack(out -> {
            for (RawRecord r : records) {
                out.writeLong(r.line());
                writeText(out, r.part());
                writeText(out, r.text());
            }
        });
    }

    static List<RawRecord> unpack(byte[] page, int entries) throws IOException {
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
