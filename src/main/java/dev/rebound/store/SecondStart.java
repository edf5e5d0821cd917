package dev.rebound.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * How a start on a folder that is open already reaches the window that has it open, without a socket: it lays a file of its
 * own beside the lock, which the window looks for and gives another name when it has come to the front. Only that name says so:
 * a file that stays was laid before a command or a program that hangs, one that is gone was swept by whoever opened the folder
 * next, and in both cases nobody came. Only these files are ever touched, and only by the person who owns the lock: never on
 * another computer's disk, where the window would stand on another screen.
 */
public final class SecondStart {
    private static final int LONGEST = 1 << 16;
    private static final String BETWEEN = "\0";

    private final StoreFiles files;

    private SecondStart(StoreFiles files) {
        this.files = files;
    }

    /** Of a folder that need not be open. */
    public static SecondStart on(Path folder) throws StoreException {
        return new SecondStart(StoreFiles.of(folder));
    }

    /** One start that calls, as both sides see it. */
    public static final class Call {
        private final Path laid;
        private final Path answered;
        private final List<Path> toOpen;

        private Call(Path laid, List<Path> toOpen) {
            this.laid = laid;
            this.answered = laid.resolveSibling(laid.getFileName() + StoreFiles.ANSWERED);
            this.toOpen = List.copyOf(toOpen);
        }

        /** Files that the window shall import, none where it is only wanted in front. */
        public List<Path> toOpen() {
            return toOpen;
        }

        /** Says that the window came; false where the start has given up meanwhile. */
        public boolean answer() {
            try {
                Files.move(laid, answered, StandardCopyOption.ATOMIC_MOVE);
                return true;
            } catch (IOException e) {
                return false;
            }
        }

        /** Whether waiting for longer changes nothing. */
        public boolean isOver() {
            return !Files.exists(laid, LinkOption.NOFOLLOW_LINKS);
        }

        /** Calls no more; whether a window came. */
        public boolean end() {
            try {
                return !Files.deleteIfExists(laid) && Files.deleteIfExists(answered);
            } catch (IOException e) {
                return Files.exists(answered, LinkOption.NOFOLLOW_LINKS);
            }
        }
    }

    /**
     * Calls the window.
     *
     * @param toOpen files that it shall import
     * @return empty where nobody may be called here
     */
    public Optional<Call> call(List<Path> toOpen) {
        String content = toOpen.stream()
                .map(p -> p.toAbsolutePath().normalize().toString())
                .collect(Collectors.joining(BETWEEN));
        try {
            if (content.length() > LONGEST / 4 || files.isOnNetwork() || !isOwn(files.lock())) {
                return Optional.empty();
            }
            Path laid = files.call(UUID.randomUUID().toString());
            StoreFiles.write(laid, content);
            return Optional.of(new Call(laid, toOpen));
        } catch (IOException | UnsupportedOperationException e) {
            return Optional.empty();
        }
    }

    /** Whoever calls and has no answer yet. For the lock's owner. */
    public List<Call> heard() {
        List<Call> calls = new ArrayList<>();
        try (DirectoryStream<Path> laid = Files.newDirectoryStream(files.folder(), StoreFiles::isCall)) {
            for (Path call : laid) {
                toOpen(call).ifPresent(toOpen -> calls.add(new Call(call, toOpen)));
            }
        } catch (IOException | UnsupportedOperationException e) {
            // Whoever calls learns that nobody came.
            return calls;
        }
        return calls;
    }

    private Optional<List<Path>> toOpen(Path call) {
        try {
            if (!Files.isRegularFile(call, LinkOption.NOFOLLOW_LINKS)
                    || Files.size(call) > LONGEST
                    || !owner(call).equals(owner(files.lock()))) {
                return Optional.empty();
            }
            String content = Files.readString(call, StandardCharsets.UTF_8);
            return Optional.of(
                    content.isEmpty()
                            ? List.of()
                            : Arrays.stream(content.split(BETWEEN, -1))
                                    .map(Path::of)
                                    .toList());
        } catch (IOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static UserPrincipal owner(Path file) throws IOException {
        return Files.getOwner(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isOwn(Path file) throws IOException {
        return owner(file)
                .equals(file.getFileSystem()
                        .getUserPrincipalLookupService()
                        .lookupPrincipalByName(System.getProperty("user.name", "")));
    }
}
