package dev.rebound.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A page of raw records while it is filled, laid out as {@link RawPages} reads it. */
final class RecordPage {
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private byte[] bytes = new byte[1 << 16];
    private int used;
    private int records;

    void add(String text, long line, String part) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        add(utf8, 0, utf8.length, line, part.getBytes(StandardCharsets.UTF_8));
    }

    void add(byte[] text, int from, int to, long line, byte[] part) {
        int more = 16 + part.length + to - from;
        if (used + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, used + more));
        }
        LONGS.set(bytes, used, line);
        used += 8;
        sized(part, 0, part.length);
        sized(text, from, to);
        records++;
    }

    private void sized(byte[] text, int from, int to) {
        INTS.set(bytes, used, to - from);
        System.arraycopy(text, from, bytes, used + 4, to - from);
        used += 4 + to - from;
    }

    int records() {
        return records;
    }

    byte[] packed() {
        return Pages.pack(bytes, used);
    }
}
