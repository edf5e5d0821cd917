package dev.rebound.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A program that changes a store step by step until it is killed, saying each step when it is done. {@link KillTest}
 * starts and kills it, and knows by the same numbers what the store must hold.
 */
final class KilledWork {
    /** What it does over and over. */
    enum Work {
        IMPORT,
        UNDO,
        ERASE,
        COMPACT,
        ENCRYPT,
        BACKUP
    }

    static final int EVENTS = 4_000;

    private KilledWork() {}

    /** Arguments: folder, work, number of the first step. */
    public static void main(String[] args) throws StoreException {
        Path folder = Path.of(args[0]);
        Work work = Work.valueOf(args[1]);
        int first = Integer.parseInt(args[2]);
        try (Store store = Store.open(folder, () -> "secret".toCharArray())) {
            System.out.println("ready");
            for (int step = first; ; step++) {
                step(store, work, step);
                System.out.println("done " + step);
            }
        }
    }

    static void step(Store store, Work work, int step) throws StoreException {
        switch (work) {
            case IMPORT -> importStep(store, step);
            case UNDO -> {
                List<ImportRun> imports = store.imports();
                if (imports.isEmpty()) {
                    importStep(store, step);
                } else {
                    store.undo(imports.getLast().id());
                }
            }
            case ERASE -> store.erase("anna" + step + "@example.com", FilledStore.NINE);
            case COMPACT -> {
                store.putSettings(Map.of("step", Optional.of(String.valueOf(step))));
                store.compact();
            }
            case ENCRYPT -> store.encrypt(step % 2 == 0 ? "secret".toCharArray() : null);
            case BACKUP -> store.backup(store.folder().resolveSibling("backup-" + step % 2 + ".zip"), FilledStore.NINE);
        }
    }

    private static void importStep(Store store, int step) throws StoreException {
        FilledStore.importEvents(store, "step-" + step, step * EVENTS, (step + 1) * EVENTS);
    }

    /** Another process on another folder's files, for a store that is to be upgraded. */
    static void lay(Path from, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var files = Files.list(folder)) {
            for (Path f : new ArrayList<>(files.filter(Files::isRegularFile).toList())) {
                Files.delete(f);
            }
        }
        Files.copy(from, folder.resolve("rebound.mv.db"), StandardCopyOption.REPLACE_EXISTING);
    }
}
