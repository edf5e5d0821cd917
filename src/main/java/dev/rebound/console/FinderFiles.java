package dev.rebound.console;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/**
 * Files that are opened with Rebound on macOS: they come as events of the running program, while other systems name them
 * as arguments at its start. What comes before a window stands waits for it. The screen's thread only.
 */
final class FinderFiles {
    private final List<Path> waiting = new ArrayList<>();
    private @Nullable Consumer<List<Path>> reader;

    /** Hears of files from now on, where the toolkit lets itself be heard: in the packages of macOS. */
    static FinderFiles heard() {
        FinderFiles files = new FinderFiles();
        if (Platform.class.getModule().isExported("com.sun.glass.ui", FinderFiles.class.getModule())) {
            ToolkitEvents.pass(
                    names -> files.came(Arrays.stream(names).map(Path::of).toList()));
        }
        return files;
    }

    /** Gives the files that waited, and all that come later. */
    void to(Consumer<List<Path>> taker) {
        reader = taker;
        List<Path> early = List.copyOf(waiting);
        waiting.clear();
        if (!early.isEmpty()) {
            taker.accept(early);
        }
    }

    private void came(List<Path> files) {
        Consumer<List<Path>> taker = reader;
        if (taker == null) {
            waiting.addAll(files);
        } else {
            taker.accept(files);
        }
    }
}
