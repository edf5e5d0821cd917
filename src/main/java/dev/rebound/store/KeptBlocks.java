package dev.rebound.store;

import dev.rebound.column.Numbers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * What somebody worked out of the events, kept in a file beside the store so that opening need not work it out again. Each
 * block is packed under its own checksum, the whole belongs to one state of the store. It is never the truth: a file that
 * is missing, damaged or of another state counts as none, and losing it loses nothing.
 */
public final class KeptBlocks {
    private static final long MARK = 0x5265_626F_756E_6401L;
    private static final int HEAD_BYTES = 3 * Long.BYTES;

    private final byte[][] packed;

    private KeptBlocks(byte[][] packed) {
        this.packed = packed;
    }

    /** Number of blocks. */
    public int count() {
        return packed.length;
    }

    /** A block as it was given, unpacked anew with each call. Safe for any thread. */
    public byte[] block(int number) {
        if (packed[number].length == 0) {
            return packed[number];
        }
        try {
            return Pages.plain(packed[number]);
        } catch (IOException e) {
            // Its checksum is right: whoever wrote it wrote no block.
            throw new IllegalStateException("A kept block cannot be read.", e);
        }
    }

    /** Writes blocks that were worked out of one state of the store. The disk may take its time: nothing depends on it. */
    static void write(Path file, long state, List<byte[]> blocks) throws IOException {
        List<byte[]> packed = blocks.stream()
                .parallel()
                .map(b -> b.length == 0 ? b : Pages.pack(b, b.length))
                .toList();
        byte[] sizes = Numbers.bytes(packed.size(), i -> packed.get(i).length);
        byte[] checks = Numbers.bytes(packed.size(), i -> Pages.checksum(packed.get(i)));
        int bytes = 0;
        for (byte[] block : packed) {
            bytes = Math.addExact(bytes, block.length);
        }
        ByteBuffer out = ByteBuffer.allocate(
                Math.addExact(bytes, HEAD_BYTES + 3 * Integer.BYTES + sizes.length + checks.length));
        out.putLong(MARK).putLong(state).putLong(Pages.checksum(sizes) << Integer.SIZE | Pages.checksum(checks));
        out.putInt(packed.size())
                .putInt(sizes.length)
                .putInt(checks.length)
                .put(sizes)
                .put(checks);
        packed.forEach(out::put);
        Path fresh = StoreFiles.fresh(file);
        Files.write(fresh, out.array());
        StoreFiles.ownersOnly(fresh);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The blocks of a file, if it holds those of this state of the store and every byte is what was written. */
    static Optional<KeptBlocks> read(Path file, long state) {
        try {
            ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file));
            if (in.getLong() != MARK || in.getLong() != state) {
                return Optional.empty();
            }
            long check = in.getLong();
            int count = in.getInt();
            byte[] sizes = new byte[Math.min(in.getInt(), in.remaining())];
            byte[] checks = new byte[Math.min(in.getInt(), in.remaining())];
            in.get(sizes).get(checks);
            // A number has a byte at least, so a damaged count asks for no more memory than the file has bytes.
            if (count > sizes.length || check != (Pages.checksum(sizes) << Integer.SIZE | Pages.checksum(checks))) {
                return Optional.empty();
            }
            long[] size = Numbers.longs(sizes, count);
            long[] crc = Numbers.longs(checks, count);
            byte[][] packed = new byte[count][];
            for (int b = 0; b < count; b++) {
                packed[b] = new byte[(int) Math.min(size[b], in.remaining())];
                in.get(packed[b]);
                if (Pages.checksum(packed[b]) != crc[b]) {
                    return Optional.empty();
                }
            }
            return in.hasRemaining() ? Optional.empty() : Optional.of(new KeptBlocks(packed));
        } catch (IOException | RuntimeException e) {
            // Whatever stands there is none of ours.
            return Optional.empty();
        }
    }
}
