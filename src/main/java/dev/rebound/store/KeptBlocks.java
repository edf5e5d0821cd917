package dev.rebound.store;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What somebody worked out of the events, kept in a file beside the store so that opening need not work it out again. Each
 * block is packed under its own checksum, the whole belongs to one state of the store. It is never the truth: a file that
 * is missing, damaged or of another state counts as none, and losing it loses nothing.
 */
public final class KeptBlocks {
    private static final long MARK = 0x5265_626F_756E_6401L;

    private final byte[][] packed;

    private KeptBlocks(byte[][] packed) {
        this.packed = packed;
    }

    /** Number of blocks. */
    public int count() {
        return packed.length;
    }

    /** Hands a block over, as it was given; once each, so that nothing stays in memory twice. Safe for any thread. */
    public byte[] take(int number) {
        byte[] block;
        synchronized (packed) {
            block = packed[number];
            packed[number] = new byte[0];
        }
        if (block.length == 0) {
            return block;
        }
        try {
            return Pages.plain(block);
        } catch (IOException e) {
            // Its checksum is right: whoever wrote it wrote no block.
            throw new IllegalStateException("A kept block cannot be read.", e);
        }
    }

    /**
     * Writes blocks that were worked out of one state of the store, a few at a time, so that they never stand in memory
     * together. The disk may take its time: nothing depends on it.
     */
    static void write(Path file, long state, List<Supplier<byte[]>> blocks) throws IOException {
        Path fresh = StoreFiles.fresh(file);
        int together = Runtime.getRuntime().availableProcessors();
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(fresh)))) {
            StoreFiles.ownersOnly(fresh);
            out.writeLong(MARK);
            out.writeLong(state);
            out.writeInt(blocks.size());
            for (int from = 0; from < blocks.size(); from += together) {
                List<byte[]> some = blocks.subList(from, Math.min(blocks.size(), from + together)).stream()
                        .parallel()
                        .map(KeptBlocks::packed)
                        .toList();
                for (byte[] block : some) {
                    out.writeInt(block.length);
                    out.writeLong(Pages.checksum(block));
                    out.write(block);
                }
            }
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            Files.deleteIfExists(fresh);
            throw e;
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] packed(Supplier<byte[]> block) {
        byte[] plain = block.get();
        return plain.length == 0 ? plain : Pages.pack(plain, plain.length);
    }

    /** The blocks of a file, if it holds those of this state of the store and every byte is what was written. */
    static Optional<KeptBlocks> read(Path file, long state) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            if (in.readLong() != MARK || in.readLong() != state) {
                return Optional.empty();
            }
            // A damaged number asks for no more memory than the file has bytes.
            int most = Math.toIntExact(Files.size(file));
            byte[][] packed = new byte[Math.min(in.readInt(), most)][];
            for (int b = 0; b < packed.length; b++) {
                byte[] block = new byte[Math.min(in.readInt(), most)];
                long check = in.readLong();
                in.readFully(block);
                if (Pages.checksum(block) != check) {
                    return Optional.empty();
                }
                packed[b] = block;
            }
            return in.read() < 0 ? Optional.of(new KeptBlocks(packed)) : Optional.empty();
        } catch (IOException | RuntimeException e) {
            // Whatever stands there is none of ours.
            return Optional.empty();
        }
    }
}
