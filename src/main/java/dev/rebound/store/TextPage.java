package dev.rebound.store;

import dev.rebound.column.Dictionary;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Texts of a dictionary, one behind the other.
 *
 * @param bytes of all texts, UTF-8
 * @param ends where each ends among them
 */
record TextPage(byte[] bytes, int[] ends) {
    /** The first byte of a page; one before format 9 is packed as a whole, each text behind its length. */
    private static final byte MARK = 'T';

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    /** Texts of a dictionary that may go on growing. */
    static TextPage of(Dictionary dictionary, int from, int to) {
        byte[] bytes = new byte[dictionary.lengths(from, to)];
        int[] ends = new int[to - from];
        int at = 0;
        for (int code = from; code < to; code++) {
            at = dictionary.copy(code, bytes, at);
            ends[code - from] = at;
        }
        return new TextPage(bytes, ends);
    }

    static TextPage of(List<String> texts) {
        Dictionary dictionary = new Dictionary();
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            dictionary.append(bytes, 0, bytes.length);
        }
        return of(dictionary, 0, texts.size());
    }

    String text(int entry) {
        int from = begin(entry);
        return new String(bytes, from, ends[entry] - from, StandardCharsets.UTF_8);
    }

    int begin(int entry) {
        return entry == 0 ? 0 : ends[entry - 1];
    }

    byte[] packed() {
        PageOutput out = new PageOutput(MARK);
        long[] lengths = new long[ends.length];
        Arrays.setAll(lengths, i -> ends[i] - begin(i));
        byte[] numbers = Pages.numbers(lengths);
        out.section(numbers, numbers.length);
        out.section(bytes, bytes.length);
        return out.page();
    }

    static TextPage unpacked(byte[] page, int entries) throws IOException {
        try {
            if (page.length > 0 && page[0] == MARK) {
                PageInput in = new PageInput(page);
                long[] lengths = Pages.numbers(in.section(), entries);
                byte[] bytes = in.section();
                int[] ends = new int[entries];
                int at = 0;
                for (int i = 0; i < entries; i++) {
                    at = Math.addExact(at, Math.toIntExact(lengths[i]));
                    ends[i] = at;
                }
                if (at != bytes.length) {
                    throw new IOException("texts of " + bytes.length + " bytes instead of " + at);
                }
                return new TextPage(bytes, ends);
            }
            return ofLengths(Pages.plain(page), entries);
        } catch (IndexOutOfBoundsException
                | ArithmeticException
                | IllegalArgumentException
                | NegativeArraySizeException e) {
            throw new IOException(e);
        }
    }

    private static TextPage ofLengths(byte[] sized, int entries) {
        byte[] bytes = new byte[sized.length - entries * Integer.BYTES];
        int[] ends = new int[entries];
        int at = 0;
        for (int i = 0; i < entries; i++) {
            int length = (int) INTS.get(sized, at + i * Integer.BYTES);
            System.arraycopy(sized, at + (i + 1) * Integer.BYTES, bytes, at, length);
            at += length;
            ends[i] = at;
        }
        return new TextPage(bytes, ends);
    }
}
