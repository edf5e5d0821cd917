package dev.rebound.store;

import dev.rebound.column.Numbers;
import dev.rebound.store.StoreException.Trouble;
import io.airlift.compress.v3.MalformedInputException;
import io.airlift.compress.v3.zstd.ZstdJavaCompressor;
import io.airlift.compress.v3.zstd.ZstdJavaDecompressor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.zip.CRC32C;
import java.util.zip.InflaterInputStream;

/** Packs what is kept into pages and unpacks it again, each page under a checksum of its own. */
final class Pages {
    private static final int SAMPLE_BYTES = 1 << 13;
    /** The first byte of what is kept as it is: pure chance, which nothing makes smaller. */
    static final byte AS_IT_IS = 'S';

    private Pages() {}

    /** Writes something into a page. */
    interface Filling {
        void fill(DataOutputStream out) throws IOException;
    }

    static byte[] pack(Filling filling) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            filling.fill(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pack(bytes.toByteArray(), bytes.size());
    }

    /**
     * Zstandard, written in Java: smaller than the fastest deflate, and no native library beside those of the desktop. Ids
     * and hashes, which say nothing twice, by their letters.
     */
    static byte[] pack(byte[] plain, int length) {
        int bits = LetterPacking.bits(plain, length);
        return bits < Byte.SIZE && isWithoutRepetition(plain, length, bits)
                ? LetterPacking.pack(plain, length)
                : zstd(plain, 0, length);
    }

    /** Whether a sample is no smaller than its letters by their bits alone. */
    private static boolean isWithoutRepetition(byte[] plain, int length, int bits) {
        int sample = Math.min(SAMPLE_BYTES, length);
        return (long) zstd(plain, (length - sample) / 2, sample).length * Byte.SIZE >= (long) sample * bits;
    }

    private static byte[] zstd(byte[] plain, int from, int length) {
        ZstdJavaCompressor compressor = new ZstdJavaCompressor();
        byte[] out = new byte[compressor.maxCompressedLength(length)];
        return Arrays.copyOf(out, compressor.compress(plain, from, length, out, 0, out.length));
    }

    static DataInputStream unpack(byte[] page) throws IOException {
        return new DataInputStream(new ByteArrayInputStream(plain(page)));
    }

    /** Pages of earlier versions are deflated; the first bytes tell. */
    static byte[] plain(byte[] page) throws IOException {
        if (page.length > 0 && page[0] == AS_IT_IS) {
            return Arrays.copyOfRange(page, 1, page.length);
        }
        if (page.length > 0 && page[0] == LetterPacking.MARK) {
            return LetterPacking.plain(page);
        }
        if (page.length < 4 || (page[0] & 0xff) != 0x28 || (page[1] & 0xff) != 0xb5) {
            try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(page))) {
                return in.readAllBytes();
            }
        }
        try {
            ZstdJavaDecompressor decompressor = new ZstdJavaDecompressor();
            byte[] out = new byte[Math.toIntExact(decompressor.getDecompressedSize(page, 0, page.length))];
            int n = decompressor.decompress(page, 0, page.length, out, 0, out.length);
            if (n != out.length) {
                throw new IOException("a page of " + n + " bytes instead of " + out.length);
            }
            return out;
        } catch (MalformedInputException | IndexOutOfBoundsException | ArithmeticException e) {
            throw new IOException(e);
        }
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

    /** Whole numbers, packed. */
    static byte[] packNumbers(long[] values) {
        byte[] numbers = numbers(values);
        return pack(numbers, numbers.length);
    }

    static long[] unpackNumbers(byte[] page, int count) throws IOException {
        return numbers(plain(page), count);
    }

    /** Whole numbers as bytes that are not packed yet. */
    static byte[] numbers(long[] values) {
        return Numbers.bytes(values);
    }

    static long[] numbers(byte[] in, int count) throws IOException {
        try {
            return Numbers.longs(in, count);
        } catch (ArrayIndexOutOfBoundsException e) {
            throw new IOException(e);
        }
    }
}
