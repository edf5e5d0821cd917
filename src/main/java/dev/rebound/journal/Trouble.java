package dev.rebound.journal;

import dev.rebound.store.StoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;

/**
 * A trouble without what it said: its code, and where in the program it happened.
 *
 * @param code the same trouble has the same code, in other versions too: {@code S02} of the store, {@code F} and letters
 *     of a file, {@code X} and letters of what nobody foresaw
 * @param places the kinds and places of the trouble and of its causes, a line each
 */
public record Trouble(String code, List<String> places) {
    private static final int TOP = 4;
    private static final int DEEPEST = 30;
    private static final int MOST_CAUSES = 5;

    public Trouble {
        places = List.copyOf(places);
    }

    /** The trouble behind an exception; its messages are not looked at, but for the code of a store's trouble. */
    public static Trouble of(Throwable thrown) {
        String code = switch (thrown) {
            case StoreException s -> s.trouble().code();
            case IOException io -> "F" + hash(io);
            default -> "X" + hash(thrown);
        };
        return new Trouble(code, places(thrown));
    }

    /** What a file's trouble is about, for the person who named the file: its path, or the kind of the trouble. */
    public static String about(IOException thrown) {
        return thrown instanceof FileSystemException f && f.getFile() != null
                ? f.getFile() + ", " + f.getClass().getSimpleName()
                : thrown.getClass().getSimpleName();
    }

    /** Made from the kind of the trouble and the method of ours it happened in: lines move from version to version. */
    private static String hash(Throwable thrown) {
        CRC32 crc = new CRC32();
        crc.update(thrown.getClass().getName().getBytes(StandardCharsets.UTF_8));
        for (StackTraceElement at : thrown.getStackTrace()) {
            if (at.getClassName().startsWith("dev.rebound")) {
                crc.update((at.getClassName() + "." + at.getMethodName()).getBytes(StandardCharsets.UTF_8));
                break;
            }
        }
        return String.format(Locale.ROOT, "%08X", crc.getValue());
    }

    private static List<String> places(Throwable thrown) {
        List<String> places = new ArrayList<>();
        Throwable t = thrown;
        for (int cause = 0; t != null && cause < MOST_CAUSES; cause++) {
            places.add((cause == 0 ? "" : "caused by ") + t.getClass().getName());
            StackTraceElement[] trace = t.getStackTrace();
            for (int i = 0; i < trace.length; i++) {
                if (i < TOP || (i < DEEPEST && trace[i].getClassName().startsWith("dev.rebound"))) {
                    places.add("  at " + trace[i]);
                }
            }
            t = t.getCause();
        }
        return places;
    }
}
