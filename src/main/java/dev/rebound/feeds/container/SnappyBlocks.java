package dev.rebound.feeds.container;

import io.airlift.compress.v3.MalformedInputException;
import io.airlift.compress.v3.snappy.SnappyJavaDecompressor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import org.apache.avro.file.Codec;
import org.apache.avro.file.CodecFactory;

/**
 * Avro's codec {@code snappy}, read in Java alone. Avro's own one unpacks a native library into the system's temporary
 * folder, where it stays after a crash and may not be run on a hardened computer.
 */
final class SnappyBlocks extends Codec {
    private static final String NAME = "snappy";

    /** Behind each block stands the CRC-32 of what it holds. */
    private static final int CRC_BYTES = Integer.BYTES;

    /** Three bytes copy at most 64; whoever claims more claims what no block holds. */
    private static final long LARGEST_RATIO = 64;

    /** Makes Avro read the codec by this class. */
    static void register() {
        CodecFactory.addCodec(NAME, new CodecFactory() {
            @Override
            protected Codec createInstance() {
                return new SnappyBlocks();
            }
        });
    }

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public ByteBuffer decompress(ByteBuffer block) throws IOException {
        int start = block.arrayOffset() + block.position();
        int length = block.remaining() - CRC_BYTES;
        if (length <= 0) {
            throw new IOException("a block without content");
        }
        SnappyJavaDecompressor snappy = new SnappyJavaDecompressor();
        try {
            int size = snappy.getUncompressedLength(block.array(), start);
            if (size < 0 || size > length * LARGEST_RATIO) {
                throw new IOException("a block that claims more than it can hold");
            }
            byte[] out = new byte[size];
            int written = snappy.decompress(block.array(), start, length, out, 0, size);
            CRC32 crc = new CRC32();
            crc.update(out, 0, written);
            if ((int) crc.getValue() != block.getInt(block.position() + length)) {
                throw new IOException("a block's checksum is another");
            }
            return ByteBuffer.wrap(out, 0, written);
        } catch (MalformedInputException | IndexOutOfBoundsException e) {
            throw new IOException("a damaged block", e);
        }
    }

    @Override
    public ByteBuffer compress(ByteBuffer block) {
        throw new UnsupportedOperationException("Rebound writes no Avro");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SnappyBlocks;
    }

    @Override
    public int hashCode() {
        return NAME.hashCode();
    }
}
