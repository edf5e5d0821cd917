package dev.rebound.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a start on a folder that is open already reaches the window that has it open, without a socket: it lays a file beside the
 * lock, which the window looks for and takes away when it has come to the front. A file that stays was laid before a command
 * or a program that hangs, and the start takes it back. Only this file is ever touched, and only by the person who owns the
 * lock: never on another computer's disk, where the window would stand on another screen.
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

    /**
     * Calls the window.
     *
     * @param toOpen files that it shall import
     * @return false where nobody may be called here
     */
    public boolean call(List<Path> toOpen) {
        String content = toOpen.stream()
                .map(p -> p.toAbsolutePath().normalize().toString())
                .collect(Collectors.joining(BETWEEN));
        try {
            if (content.length() > LONGEST / 4 || files.isOnNetwork() || !isOwn(files.lock())) {
                return false;
            }
            StoreFiles.write(files.call(), content);
            return true;
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /** Whether a window has taken the call. */
    public boolean isTaken() {
        return !Files.exists(files.call(), LinkOption.NOFOLLOW_LINKS);
    }

    /** Takes the call back; true where a window was faster. */
    public boolean takeBack() {
        try {
            return !Files.deleteIfExists(files.call());
        } catch (IOException e) {
            return false;
        }
    }

    /** The files that a call asks for, none where it only wants the window; empty where nobody calls. For the lock's owner. */
    public Optional<List<Path>> heard() {
        Path call = files.call();
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
                            : Arrays.stream(content.split(BETWEEN))
                                    .map(Path::of)
                                    .toList());
        } catch (IOException | InvalidPathException | UnsupportedOperationException e) {
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
