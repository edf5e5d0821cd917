package dev.rebound.store;

import dev.rebound.column.Dictionary;
import java.io.IOException;
import java.util.List;

/** A packed chunk of a dictionary as it is read; several are unpacked beside each other and added in their order. */
record PackedTexts(Dictionary dictionary, int entries, byte[] page) {
    static final int TOGETHER = 16;

    /** Adds the texts of chunks to their dictionaries. */
    static void unpack(List<PackedTexts> chunks) throws StoreException {
        byte[][] plain = chunks.stream().parallel().map(PackedTexts::plain).toArray(byte[][]::new);
        for (int i = 0; i < plain.length; i++) {
            PackedTexts chunk = chunks.get(i);
            try {
                RawPages.append(plain[i], chunk.entries(), chunk.dictionary());
            } catch (IndexOutOfBoundsException e) {
                throw StoreReader.damaged("a dictionary", e);
            }
        }
    }

    /** What cannot be unpacked is too short for its entries, which is then found. */
    private byte[] plain() {
        try {
            return Pages.plain(page);
        } catch (IOException e) {
            return new byte[0];
        }
    }
}
