package dev.rebound.store;

import java.io.ByteArrayOutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** A page of several sections while it is written, each packed by itself. {@link PageInput} reads it. */
final class PageOutput {
    static final int NUMBER_BYTES = Integer.BYTES;
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 17);

    /** @param mark the first byte, which tells what kind of page it is */
    PageOutput(byte mark) {
        out.write(mark);
    }

    void number(int value) {
        out.write(bytesOf(value), 0, NUMBER_BYTES);
    }

    /** Bytes that come back as one array. */
    void section(byte[] plain, int length) {
        byte[] packed = length == 0 ? new byte[0] : Pages.pack(plain, length);
        number(packed.length);
        out.write(packed, 0, packed.length);
    }

    byte[] page() {
        return out.toByteArray();
    }

    static byte[] bytesOf(int number) {
        byte[] bytes = new byte[NUMBER_BYTES];
        INTS.set(bytes, 0, number);
        return bytes;
    }

    static int numberOf(byte[] bytes, int at) {
        return (int) INTS.get(bytes, at);
    }
}
