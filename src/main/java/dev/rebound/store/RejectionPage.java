package dev.rebound.store;

import dev.rebound.domain.Rejection;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A page of records that could not be read. Filled by one thread, then packed by any. */
final class RejectionPage {
    private static final int MOST_RECORDS = 4_096;
    private static final int MOST_CHARS = 1 << 18;

    private final List<Rejection> rejections = new ArrayList<>();
    private int chars;

    void add(Rejection rejection) {
        rejections.add(rejection);
        chars += rejection.part().length()
                + rejection.reason().length()
                + rejection.text().length();
    }

    boolean isFull() {
        return rejections.size() == MOST_RECORDS || chars >= MOST_CHARS;
    }

    int entries() {
        return rejections.size();
    }

    byte[] packed() {
        return packed(rejections);
    }

    static byte[] packed(List<Rejection> rejections) {
        return Pages.pack(out -> {
            for (Rejection r : rejections) {
                out.writeLong(r.line());
                RawPages.writeText(out, r.part());
                RawPages.writeText(out, r.reason());
                RawPages.writeText(out, r.text());
            }
        });
    }

    static List<Rejection> unpack(byte[] page, int entries) throws IOException {
        List<Rejection> rejections = new ArrayList<>();
        try (DataInputStream in = Pages.unpack(page)) {
            for (int i = 0; i < entries; i++) {
                rejections.add(new Rejection(
                        in.readLong(), RawPages.readText(in), RawPages.readText(in), RawPages.readText(in)));
            }
        }
        return rejections;
    }
}
