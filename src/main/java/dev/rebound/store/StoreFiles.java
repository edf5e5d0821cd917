package dev.rebound.store;

import dev.rebound.store.StoreException.Trouble;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * The files of one store's folder and the careful ways to write them: readable by their owner only, forced to the disk
 * before they count, replaced in one step.
 */
record StoreFiles(Path folder) {
    /** The engine's name of the store; the file adds its own ending. */
    static final String NAME = "rebound";

    /** What a call is called once the window came. */
    static final String ANSWERED = ".taken";

    private static final String CALLS = NAME + ".call.";
    private static final String FRESH = ".new";

    /** The files of a folder that need not exist yet. */
    static StoreFiles of(Path folder) throws StoreException {
        Path absolute = folder.toAbsolutePath().normalize();
        if (absolute.toString().indexOf(';') >= 0) {
            // The engine would read what follows as settings, some of which run statements.
            throw new StoreException(
                    Trouble.BAD_PATH,
                    "A data folder's path may not contain a semicolon: " + absolute + ". Choose another folder.",
                    null);
        }
        return new StoreFiles(absolute);
    }

    /** The store itself. */
    Path store() {
        return storeIn(folder);
    }

    static Path storeIn(Path folder) {
        return folder.resolve(NAME + ".mv.db");
    }

    /** Who has it open. */
    Path lock() {
        return folder.resolve(NAME + ".lock");
    }

    /** Laid by a start, of a name of its own, that wants the window of the program that has the folder open. */
    Path call(String of) {
        return folder.resolve(CALLS + of);
    }

    /** Whether this is a call that nobody has answered yet. */
    static boolean isCall(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith(CALLS) && !name.endsWith(ANSWERED) && !name.endsWith(FRESH);
    }

    /** The wrapped keys of an encrypted store. */
    Path keys() {
        return folder.resolve(NAME + ".key");
    }

    /** What the store should hold, told outside of it. */
    Path manifest() {
        return folder.resolve(NAME + ".manifest");
    }

    /** What was worked out of the store's events; nothing is lost with it. */
    Path picture() {
        return folder.resolve(NAME + ".picture");
    }

    /** Says that a store is being copied to this folder, and that what is here may be thrown away. */
    Path arriving() {
        return folder.resolve(NAME + ".arriving");
    }

    /** Where a file is written before it takes its place. */
    static Path fresh(Path place) {
        return place.resolveSibling(place.getFileName() + FRESH);
    }

    /** Where the store's next file is made before it takes the place of the present one. */
    Path next() {
        return folder.resolve("next");
    }

    /** Copies that the program makes by itself. */
    Path backups() {
        return folder.resolve("backups");
    }

    /** Makes the folder where it is missing, for its owner only. */
    void prepare() throws StoreException {
        try {
            makeFolder(folder);
        } catch (IOException e) {
            if (Files.isDirectory(folder)) {
                throw new StoreException(
                        Trouble.READ_ONLY,
                        "The data folder " + folder + " cannot be written to. Check its permissions.",
                        e);
            }
            throw new StoreException(Trouble.BAD_PATH, "The data folder " + folder + " cannot be created.", e);
        }
    }

    static void makeFolder(Path folder) throws IOException {
        Files.createDirectories(folder);
        restrict(folder, "rwx------");
    }

    /** Only the owner may read and write the file. */
    static void ownersOnly(Path file) throws IOException {
        restrict(file, "rw-------");
    }

    private static void restrict(Path path, String permissions) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
        }
    }

    /** Everything written to the file is on the disk when this returns. */
    static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Puts a finished file in the place of another: whoever opens it finds the old one or the new one, never less. */
    static void replace(Path finished, Path place) throws IOException {
        ownersOnly(finished);
        force(finished);
        Files.move(finished, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(place);
    }

    /** Writes a small file in one step. */
    static void write(Path place, String content) throws IOException {
        Path fresh = fresh(place);
        Files.writeString(fresh, content);
        replace(fresh, place);
    }

    /** A folder can be forced where the system lets it be opened like a file; elsewhere the system does so by itself. */
    private static void forceFolder(Path file) {
        Path parent = file.getParent();
        if (parent == null) {
            return;
        }
        try (FileChannel channel = FileChannel.open(parent, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            return;
        }
    }

    /** What the store's file looks like: its size, its first bytes, which change with each writing, and its last ones. */
    long head() throws IOException {
        CRC32C crc = new CRC32C();
        try (SeekableByteChannel in = Files.newByteChannel(store())) {
            long size = in.size();
            ByteBuffer ends = ByteBuffer.allocate(2 * HEAD_BYTES);
            fill(in, ends.limit(HEAD_BYTES));
            in.position(Math.max(in.position(), size - HEAD_BYTES));
            fill(in, ends.limit(2 * HEAD_BYTES));
            crc.update(ends.flip());
            return (size << 32) ^ crc.getValue();
        }
    }

    private static void fill(SeekableByteChannel in, ByteBuffer to) throws IOException {
        int read = 0;
        while (read >= 0 && to.hasRemaining()) {
            read = in.read(to);
        }
    }

    private static final int HEAD_BYTES = 8192;

    /** Removes what an earlier program left half-made. Needs the lock. */
    void sweep() throws IOException {
        delete(next());
        Files.deleteIfExists(arriving());
        for (Path whole : List.of(manifest(), keys(), picture())) {
            Files.deleteIfExists(fresh(whole));
        }
        try (DirectoryStream<Path> calls = Files.newDirectoryStream(folder, CALLS + "*")) {
            for (Path call : calls) {
                Files.deleteIfExists(call);
            }
        }
    }

    /** Deletes a folder with all it holds, or nothing where it is missing. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path p : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(p);
            }
        }
    }

    /** Whether the folder lies on another computer, where a lock may not keep a second program out. */
    boolean isOnNetwork() throws IOException {
        return isNetwork(
                folder.toRealPath().toString(), Files.getFileStore(folder).type());
    }

    /**
     * Whether a folder is another computer's.
     *
     * @param real its path with links resolved: Windows names a share by its computer, if no drive letter stands for it
     * @param type what the system calls the file system; Windows says NTFS of a share too
     */
    static boolean isNetwork(String real, String type) {
        String kind = type.toLowerCase(Locale.ROOT);
        return real.startsWith("\\\\") || NETWORKS.stream().anyMatch(kind::contains);
    }

    private static final List<String> NETWORKS =
            List.of("nfs", "cifs", "smb", "afp", "dav", "sshfs", "9p", "ceph", "gluster");

    /** Whether a service copies the folder's files to other computers while they are written. */
    boolean isSynchronised() {
        return isSynchronised(folder);
    }

    static boolean isSynchronised(Path folder) {
        return Stream.iterate(folder, Objects::nonNull, Path::getParent)
                .map(p -> String.valueOf(p.getFileName()).toLowerCase(Locale.ROOT))
                .anyMatch(name -> SYNCHRONISED.stream().anyMatch(name::startsWith));
    }

    /** What the folders of such services are called; OneDrive adds the company's name to its own. */
    private static final List<String> SYNCHRONISED = List.of(
            "onedrive",
            "dropbox",
            "google drive",
            "googledrive",
            "my drive",
            "icloud",
            "mobile documents",
            "nextcloud",
            "owncloud",
            "syncthing",
            "box sync");

    /** What an error on these files means. */
    StoreException trouble(IOException e, String what) {
        String message = String.valueOf(e.getMessage());
        if (message.contains("No space left") || message.contains("not enough space")) {
            return new StoreException(
                    Trouble.DISK_FULL,
                    "The disk of " + folder + " is full. Free some space and try again; the store is as it was.",
                    e);
        }
        return Files.isDirectory(folder) ? new StoreException(Trouble.OTHER, what, e) : gone(folder, e);
    }

    /** The trouble where the folder does not answer any more: what the engine says then reads like damage, and is none. */
    static StoreException gone(Path folder, Exception e) {
        return new StoreException(
                Trouble.GONE,
                "The folder " + folder + " is not there any more: its drive was taken away, or the connection to it was"
                        + " lost. What was said to be done is kept there. Bring it back and start Rebound again.",
                e);
    }
}
