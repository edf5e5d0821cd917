package dev.rebound.store;

import dev.rebound.store.StoreException.Trouble;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.CRC32C;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Packs what is kept into pages and unpacks it again, each page under a checksum of its own. */
final class Pages {
    private Pages() {}

    /** Writes something into a page. */
    interface Filling {
        void fill(DataOutputStream out) throws IOException;
    }

    static byte[] pack(Filling filling) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        try (DataOutputStream out = new DataOutputStream(
                new java.io.BufferedOutputStream(new DeflaterOutputStream(bytes, fast), 1 << 15))) {
            filling.fill(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            fast.end();
        }
        return bytes.toByteArray();
    }

    static DataInputStream unpack(byte[] page) {
        return new DataInputStream(
                new java.io.BufferedInputStream(new InflaterInputStream(new ByteArrayInputStream(page)), 1 << 15));
    }

    static long checksum(byte[] page) {
        CRC32C crc = new CRC32C();
        crc.update(page);
        return crc.getValue();
    }

    /** Refuses a page that is not what was written. */
    static byte[] verified(byte[] page, long crc, String what) throws StoreException {
        if (checksum(page) != crc) {
            throw new StoreException(
                    Trouble.DAMAGED,
                    "Damaged: " + what + " is not what was stored. Restore a backup or import the file again.",
                    null);
        }
        return page;
    }

    /** Whole numbers with their sign folded in, small ones in one byte; runs of deltas stay small. */
    static byte[] packNumbers(long[] values) {
        return pack(out -> {
            long before = 0;
            for (long v : values) {
                long delta = v - before;
                long folded = (delta << 1) ^ (delta >> 63);
                while ((folded & ~0x7fL) != 0) {
                    out.write((int) ((folded & 0x7f) | 0x80));
                    folded >>>= 7;
                }
                out.write((int) folded);
                before = v;
            }
        });
    }

    static long[] unpackNumbers(byte[] page, int count) throws IOException {
        long[] values = new long[count];
        long before = 0;
        try (DataInputStream in = unpack(page)) {
            for (int i = 0; i < count; i++) {
                long folded = 0;
                int shift = 0;
                int b;
                do {
                    b = in.readUnsignedByte();
                    folded |= (long) (b & 0x7f) << shift;
                    shift += 7;
                } while ((b & 0x80) != 0);
                before += (folded >>> 1) ^ -(folded & 1);
                values[i] = before;
            }
        }
        return values;
    }
}
