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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.async.FilePathAsync;
import org.jspecify.annotations.Nullable;

/**
 * A disk under the store that is full, or loses its power, at the n-th time it is written to. It takes the place of the
 * engine's own file layer for as long as it is open. After a loss of power {@link #lay} gives what such a disk may hold:
 * all that was forced, and of what was not, whatever had got there, the last of it torn.
 */
final class FaultyDisk implements AutoCloseable {
    private static FaultyDisk current = new FaultyDisk();

    private enum Fault {
        NONE,
        FULL,
        NO_POWER
    }

    private record Write(long place, byte[] bytes) {}

    /** One file: what is surely on the disk, and what is on its way. */
    private static final class Content {
        byte[] forced = new byte[0];

        @Nullable
        Object identity;

        final List<Write> pending = new ArrayList<>();

        void force() {
            for (Write w : pending) {
                forced = with(forced, w, w.bytes().length);
            }
            pending.clear();
        }
    }

    private final Map<String, Content> files = new LinkedHashMap<>();
    private Fault fault = Fault.NONE;
    private long faultAt = Long.MAX_VALUE;
    private long writes;
    private long forces;

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
        fault = Fault.FULL;
        faultAt = writes + more;
    }

    /** From so many more writes on nothing works any more. */
    void powerLostAfter(long more) {
        fault = Fault.NO_POWER;
        faultAt = writes + more;
    }

    /** There is space again. */
    void freed() {
        fault = Fault.NONE;
        faultAt = Long.MAX_VALUE;
    }

    long writes() {
        return writes;
    }

    long forces() {
        return forces;
    }

    private synchronized void written(String name, long place, ByteBuffer bytes) throws IOException {
        writes++;
        if (writes > faultAt) {
            throw new IOException(fault == Fault.FULL ? "No space left on device" : "the disk is gone");
        }
        byte[] copy = new byte[bytes.remaining()];
        bytes.duplicate().get(copy);
        content(name).pending.add(new Write(place, copy));
    }

    private synchronized void forced(String name) throws IOException {
        if (writes >= faultAt && fault == Fault.NO_POWER) {
            throw new IOException("the disk is gone");
        }
        forces++;
        content(name).force();
    }

    private synchronized void truncated(String name, long size) {
        Content c = content(name);
        c.force();
        c.forced = Arrays.copyOf(c.forced, (int) size);
    }

    private Content content(String name) {
        return files.computeIfAbsent(name, n -> new Content());
    }

    /** A file that took the place of another was forced before it did; what was known of the other is void. */
    private synchronized void opened(String name) throws IOException {
        Path real = Path.of(name);
        Object identity = identity(real);
        Content c = content(name);
        if (identity != null && !identity.equals(c.identity)) {
            c.pending.clear();
            c.forced = Files.readAllBytes(real);
            c.identity = identity;
        }
    }

    private static @Nullable Object identity(Path real) throws IOException {
        return Files.exists(real)
                ? Files.readAttributes(real, BasicFileAttributes.class).fileKey()
                : null;
    }

    /** Makes a file what the disk may hold of it after the loss of power, with a share of what was on its way. */
    synchronized void lay(Path file, Random random, double share) throws IOException {
        Content c = content(file.toString());
        if (!Objects.equals(identity(file), c.identity)) {
            return;
        }
        byte[] image = c.forced;
        for (Write w : c.pending) {
            if (random.nextDouble() < share) {
                boolean torn = random.nextInt(4) == 0;
                image = with(image, w, torn ? random.nextInt(w.bytes().length + 1) : w.bytes().length);
            }
        }
        Files.write(file, image);
    }

    private static byte[] with(byte[] image, Write w, int length) {
        int end = (int) w.place() + length;
        byte[] out = end > image.length ? Arrays.copyOf(image, end) : image.clone();
        System.arraycopy(w.bytes(), 0, out, (int) w.place(), length);
        return out;
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
