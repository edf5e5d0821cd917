package dev.rebound.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.encrypt.FileEncrypt;
import org.jspecify.annotations.Nullable;

/** Copies a closed store's file from one key to another, or from and to none, without a plain copy on the way. */
final class Ciphering {
    private static final int BLOCK_BYTES = 1 << 18;

    private Ciphering() {}

    static void copy(Path from, @Nullable StoreKey fromKey, Path to, @Nullable StoreKey toKey) throws IOException {
        try (FileChannel in = channel(from, "r", fromKey);
                FileChannel out = channel(to, "rw", toKey)) {
            ByteBuffer block = ByteBuffer.allocate(BLOCK_BYTES);
            long size = in.size();
            for (long at = 0; at < size; ) {
                block.clear().limit((int) Math.min(BLOCK_BYTES, size - at));
                long start = at;
                while (block.hasRemaining()) {
                    int n = in.read(block, at);
                    if (n < 0) {
                        throw new IOException("the file ended early");
                    }
                    at += n;
                }
                block.flip();
                while (block.hasRemaining()) {
                    start += out.write(block, start);
                }
            }
            out.force(true);
        }
    }

    private static FileChannel channel(Path file, String mode, @Nullable StoreKey key) throws IOException {
        FileChannel plain = FilePath.get("async:" + file).open(mode);
        return key == null ? plain : new FileEncrypt(file.toString(), key.fileKey(), plain);
    }
}
