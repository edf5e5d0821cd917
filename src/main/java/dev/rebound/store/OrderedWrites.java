package dev.rebound.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/**
 * A layer of the engine under which the head of a file never comes to the disk before what it tells of. The engine forces
 * neither one before the other, and where the power goes between them it believes a head whose newest part is missing, and
 * takes an older state although the right one is there.
 */
public final class OrderedWrites extends FilePathWrapper {
    /** Where the head of a file begins; behind the lines of the cipher in an encrypted one. */
    private static final long LAST_HEAD = 4096;

    /** Makes the layer known to the engine, under a name for its addresses. */
    static String before(String address) {
        OrderedWrites layer = new OrderedWrites();
        FilePath.register(layer);
        return layer.getPrefix() + address;
    }

    @Override
    public String getScheme() {
        return "ordered";
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new Ordered(getBase().open(mode));
    }

    /** Forces all before it writes a head. */
    private static final class Ordered extends FileBaseDefault {
        private final FileChannel base;
        private volatile boolean unforced;

        Ordered(FileChannel base) {
            this.base = base;
        }

        @Override
        public long size() throws IOException {
            return base.size();
        }

        /** Reading at a place waits for nobody: only writes have an order. */
        @Override
        @SuppressWarnings("UnsynchronizedOverridesSynchronized")
        public int read(ByteBuffer to, long position) throws IOException {
            return base.read(to, position);
        }

        @Override
        public synchronized int write(ByteBuffer from, long position) throws IOException {
            if (position <= LAST_HEAD && unforced) {
                force(false);
            }
            try {
                return base.write(from, position);
            } finally {
                // Afterwards: a forcing by another thread meanwhile need not have reached what was being written.
                unforced = true;
            }
        }

        @Override
        protected void implTruncate(long length) throws IOException {
            base.truncate(length);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            unforced = false;
            base.force(metaData);
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) throws IOException {
            return base.tryLock(position, size, shared);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            base.close();
        }
    }
}
