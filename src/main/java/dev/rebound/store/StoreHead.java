package dev.rebound.store;

import dev.rebound.store.StoreException.Trouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a store's file is by its first bytes, before the engine may touch it. */
enum StoreHead {
    PLAIN,
    ENCRYPTED;

    private static final int BLOCK = 4096;

    /** Refuses what is no store at all: the engine would take an empty file for a new store. */
    static StoreHead of(StoreFiles files) throws StoreException {
        Path file = files.store();
        try {
            long size = Files.size(file);
            if (size == 0) {
                throw new StoreException(
                        Trouble.DAMAGED,
                        "The store file in " + files.folder()
                                + " is empty (0 bytes). Restore a backup, or move the file away to start anew.",
                        null);
            }
            byte[] head;
            try (InputStream in = Files.newInputStream(file)) {
                head = in.readNBytes(2 * BLOCK);
            }
            if (startsWith(head, 0, "H2encrypt\n")) {
                return ENCRYPTED;
            }
            // The engine keeps its header twice: one damaged copy does not make it a stranger's file.
            if (startsWith(head, 0, "H:2") || startsWith(head, BLOCK, "H:2")) {
                return PLAIN;
            }
        } catch (IOException e) {
            throw new StoreException(
                    Trouble.OTHER, "The store in " + files.folder() + " cannot be read. Check its permissions.", e);
        }
        throw new StoreException(
                Trouble.DAMAGED,
                "The file rebound.mv.db in " + files.folder()
                        + " is not a store, or its beginning is damaged. Restore a backup; the file was not changed.",
                null);
    }

    private static boolean startsWith(byte[] bytes, int at, String text) {
        byte[] wanted = text.getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < wanted.length; i++) {
            if (at + i >= bytes.length || bytes[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
