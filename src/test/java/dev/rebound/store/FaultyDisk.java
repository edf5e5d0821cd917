package dev.rebound.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.async.FilePathAsync;
import org.jspecify.annotations.Nullable;

/**
 * A disk under the store that is full at the n-th time it is written to, or slow, or remembers all that is done to it. It
 * takes the place of the engine's own file layer for as long as it is open.
 */
final class FaultyDisk implements AutoCloseable {
    private static FaultyDisk current = new FaultyDisk();

    private final Map<String, Object> identities = new HashMap<>();
    private @Nullable DiskLog log;
    private long fullAt = Long.MAX_VALUE;
    private long spaceAgainAt = Long.MAX_VALUE;
    private long writes;
    private long forces;
    private long writeMillis;
    private long forceMillis;

    private FaultyDisk() {}

    /** Puts the disk under every store that is opened from now on. */
    static FaultyDisk mounted() {
        FaultyDisk disk = new FaultyDisk();
        current = disk;
        FilePath.register(new DiskPath());
        return disk;
    }

    /** From so many more writes on there is no space left. */
    void fullAfter(long more) {
        fullAt = writes + more;
        spaceAgainAt = Long.MAX_VALUE;
    }

    /** After so many more writes one fails, and those that follow do not: a disk that was full for a moment. */
    void fullOnceAfter(long more) {
        fullAfter(more);
        spaceAgainAt = fullAt + 1;
    }

    /** Whatever is done to the disk from now on is remembered there. */
    void remember(DiskLog there) {
        log = there;
    }

    /** From now on each write and each forcing takes so much longer. */
    void slow(long millisOfWrite, long millisOfForcing) {
        writeMillis = millisOfWrite;
        forceMillis = millisOfForcing;
    }

    long writes() {
        return writes;
    }

    long forces() {
        return forces;
    }

    private synchronized void written(String name, long place, ByteBuffer bytes) throws IOException {
        writes++;
        if (writes > fullAt && writes <= spaceAgainAt) {
            throw new IOException("No space left on device");
        }
        LockSupport.parkNanos(writeMillis * 1_000_000);
        if (log != null) {
            byte[] copy = new byte[bytes.remaining()];
            bytes.duplicate().get(copy);
            log.written(name, place, copy);
        }
    }

    private synchronized void forced(String name) throws IOException {
        forces++;
        LockSupport.parkNanos(forceMillis * 1_000_000);
        if (log != null) {
            log.forced(name);
        }
    }

    private synchronized void truncated(String name, long size) throws IOException {
        if (log != null) {
            log.cut(name, size);
        }
    }

    /** A file that took the place of another was forced before it did; what was known of the other is void. */
    private synchronized void opened(String name) throws IOException {
        Path real = Path.of(name);
        if (log != null && Files.exists(real)) {
            Object identity =
                    Files.readAttributes(real, BasicFileAttributes.class).fileKey();
            if (!identity.equals(identities.put(name, identity))) {
                log.appeared(name, Files.readAllBytes(real));
            }
        }
    }

    @Override
    public void close() {
        current = new FaultyDisk();
        FilePath.register(new FilePathAsync());
    }

    /** The engine makes these by their constructor without arguments. */
    public static final class DiskPath extends FilePathAsync {
        @Override
        public FileChannel open(String mode) throws IOException {
            String file = getBase().toString();
            FileChannel channel = super.open(mode);
            current.opened(file);
            return new DiskChannel(file, channel, current);
        }
    }

    private static final class DiskChannel extends FileChannel {
        private final String name;
        private final FileChannel base;
        private final FaultyDisk disk;

        DiskChannel(String name, FileChannel base, FaultyDisk disk) {
            this.name = name;
            this.base = base;
            this.disk = disk;
        }

        @Override
        public int read(ByteBuffer to) throws IOException {
            return base.read(to);
        }

        @Override
        public long read(ByteBuffer[] to, int offset, int length) throws IOException {
            return base.read(to, offset, length);
        }

        @Override
        public int read(ByteBuffer to, long position) throws IOException {
            return base.read(to, position);
        }

        @Override
        public int write(ByteBuffer from) throws IOException {
            disk.written(name, base.position(), from);
            return base.write(from);
        }

        @Override
        public long write(ByteBuffer[] from, int offset, int length) throws IOException {
            throw new UnsupportedOperationException();
        }

        @Override
        public int write(ByteBuffer from, long position) throws IOException {
            disk.written(name, position, from);
            return base.write(from, position);
        }

        @Override
        public long position() throws IOException {
            return base.position();
        }

        @Override
        public FileChannel position(long position) throws IOException {
            base.position(position);
            return this;
        }

        @Override
        public long size() throws IOException {
            return base.size();
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            disk.truncated(name, size);
            base.truncate(size);
            return this;
        }

        @Override
        public void force(boolean metaData) throws IOException {
            disk.forced(name);
            base.force(metaData);
        }

        @Override
        public long transferTo(long position, long count, WritableByteChannel target) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long transferFrom(ReadableByteChannel source, long position, long count) {
            throw new UnsupportedOperationException();
        }

        @Override
        public java.nio.MappedByteBuffer map(MapMode mode, long position, long size) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileLock lock(long position, long size, boolean shared) throws IOException {
            return base.lock(position, size, shared);
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
