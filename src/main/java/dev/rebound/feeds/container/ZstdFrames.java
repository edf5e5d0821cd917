package dev.rebound.feeds.container;

import java.io.IOException;
import java.io.InputStream;

/**
 * A zstd file without its frames to be skipped (RFC 8878 section 3.1.2), which the unpacker does not know: tools put them
 * before, between and behind the frames that hold something, as an index or for alignment. Everything else passes as it is;
 * what is no frame, or is cut, is the unpacker's to refuse.
 */
final class ZstdFrames extends InputStream {
    private static final int MAGIC = 0xfd2fb528;
    private static final int SKIPPABLE = 0x184d2a50;
    private static final int[] DICTIONARY_BYTES = {0, 1, 2, 4};
    private static final int[] SIZE_BYTES = {0, 2, 4, 8};
    private static final int RUN = 1;

    private enum Next {
        FRAME,
        BLOCK,
        /** The rest passes unlooked at. */
        REST
    }

    private final InputStream in;
    private final byte[] one = new byte[1];
    /** Bytes that were looked at and not yet handed on. */
    private byte[] looked = new byte[0];

    private int handed;
    private long passing;
    private boolean summed;
    private Next next = Next.FRAME;

    ZstdFrames(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        while (length > 0 && handed == looked.length && passing == 0 && next != Next.REST) {
            if (next == Next.FRAME) {
                frame();
            } else {
                block();
            }
        }
        if (handed < looked.length) {
            int n = Math.min(length, looked.length - handed);
            System.arraycopy(looked, handed, into, from, n);
            handed += n;
            return n;
        }
        int n = in.read(into, from, next == Next.REST && passing == 0 ? length : (int) Math.min(length, passing));
        passing -= passing == 0 ? 0 : Math.max(0, n);
        return n;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private void frame() throws IOException {
        look(4);
        if (looked.length == 4 && (number(0, 4) & 0xfffffff0L) == SKIPPABLE) {
            look(4);
            if (looked.length == 4) {
                in.skipNBytes(number(0, 4));
                look(0);
                return;
            }
        }
        if (looked.length < 4 || (int) number(0, 4) != MAGIC) {
            next = Next.REST;
            return;
        }
        more(1);
        int descriptor = looked.length < 5 ? 0 : looked[4];
        boolean single = (descriptor & 0x20) != 0;
        int size = SIZE_BYTES[(descriptor >> 6) & 3];
        summed = (descriptor & 4) != 0;
        passing = (single ? 0L : 1L) + DICTIONARY_BYTES[descriptor & 3] + (size == 0 && single ? 1 : size);
        next = Next.BLOCK;
    }

    private void block() throws IOException {
        look(3);
        if (looked.length < 3) {
            next = Next.REST;
            return;
        }
        long header = number(0, 3);
        boolean last = (header & 1) != 0;
        passing = ((header >> 1) & 3) == RUN ? 1 : header >> 3;
        if (last) {
            passing += summed ? 4 : 0;
            next = Next.FRAME;
        }
    }

    private void look(int bytes) throws IOException {
        looked = in.readNBytes(bytes);
        handed = 0;
    }

    private void more(int bytes) throws IOException {
        byte[] further = in.readNBytes(bytes);
        byte[] all = java.util.Arrays.copyOf(looked, looked.length + further.length);
        System.arraycopy(further, 0, all, looked.length, further.length);
        looked = all;
    }

    private long number(int from, int bytes) {
        long number = 0;
        for (int i = bytes - 1; i >= 0; i--) {
            number = number << 8 | (looked[from + i] & 0xff);
        }
        return number;
    }
}
