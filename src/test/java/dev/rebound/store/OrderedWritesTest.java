package dev.rebound.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the head of a file tells of is forced before it, whoever else forces meanwhile. */
class OrderedWritesTest {
    private static final List<String> SEEN = new ArrayList<>();
    private static final List<FileChannel> FORCED_MEANWHILE = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void aForcingWhileSomethingIsWrittenDoesNotCoverIt() throws IOException {
        FilePath.register(new Watched());
        SEEN.clear();
        String address = OrderedWrites.before("watched:") + folder.resolve("file");
        try (FileChannel file = FilePath.get(address).open("rw")) {
            FORCED_MEANWHILE.add(file);
            file.write(ByteBuffer.allocate(4096), 8192);
            FORCED_MEANWHILE.clear();
            file.write(ByteBuffer.allocate(4096), 0);
        }
        assertThat(SEEN).containsExactly("forced", "8192 written", "forced", "0 written");
    }

    /** The engine makes these by their constructor without arguments. */
    public static final class Watched extends FilePathWrapper {
        @Override
        public String getScheme() {
            return "watched";
        }

        @Override
        public FileChannel open(String mode) throws IOException {
            return new WatchedFile(getBase().open(mode));
        }
    }

    private static final class WatchedFile extends FileBaseDefault {
        private final FileChannel base;

        WatchedFile(FileChannel base) {
            this.base = base;
        }

        @Override
        public long size() throws IOException {
            return base.size();
        }

        @Override
        public synchronized int read(ByteBuffer to, long position) throws IOException {
            return base.read(to, position);
        }

        @Override
        public synchronized int write(ByteBuffer from, long position) throws IOException {
            for (FileChannel file : FORCED_MEANWHILE) {
                file.force(false);
            }
            int written = base.write(from, position);
            SEEN.add(position + " written");
            return written;
        }

        @Override
        protected void implTruncate(long length) throws IOException {
            base.truncate(length);
        }

        @Override
        public void force(boolean metaData) throws IOException {
            SEEN.add("forced");
            base.force(metaData);
        }

        @Override
        protected void implCloseChannel() throws IOException {
            base.close();
        }
    }
}
