package dev.rebound.store;

import dev.rebound.store.StoreException.Trouble;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * One program owns a folder at a time. The system frees the lock when a program dies, so a crash leaves nothing stale;
 * the file that is left means nothing.
 */
final class FolderLock implements AutoCloseable {
    private final FileChannel channel;
    private final FileLock lock;

    private FolderLock(FileChannel channel, FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    /** Takes the lock, or says who has it. */
    static FolderLock of(StoreFiles files) throws StoreException {
        FileChannel channel;
        try {
            channel = FileChannel.open(files.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            StoreFiles.ownersOnly(files.lock());
        } catch (IOException e) {
            throw new StoreException(
                    Trouble.READ_ONLY,
                    "The data folder " + files.folder() + " cannot be written to. Check its permissions.",
                    e);
        }
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new FolderLock(channel, lock);
            }
            close(channel);
            throw inUse(files, null);
        } catch (OverlappingFileLockException e) {
            close(channel);
            throw inUse(files, e);
        } catch (IOException e) {
            close(channel);
            throw new StoreException(
                    Trouble.OTHER,
                    "The data folder " + files.folder()
                            + " cannot be locked. On a network drive that knows no locks, use a folder of this computer.",
                    e);
        }
    }

    static StoreException inUse(StoreFiles files, @Nullable Exception cause) {
        return new StoreException(
                Trouble.IN_USE,
                "Another Rebound has " + files.folder() + " open. Close it, or choose another folder with --store.",
                cause);
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // The lock's own trouble is the one to report.
            return;
        }
    }

    @Override
    public void close() throws IOException {
        try (channel;
                lock) {
            return;
        }
    }
}
