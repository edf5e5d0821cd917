package dev.rebound.store;

import dev.rebound.column.Dictionary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The packed chunks of one dictionary; they are unpacked beside each other when a first text is asked for. */
final class PackedTexts {
    private final List<Chunk> chunks = new ArrayList<>();
    private int entries;

    private record Chunk(int first, int entries, byte[] page) {}

    /** Adds the chunk whose texts come behind those of the chunks before. */
    void add(int more, byte[] page) {
        chunks.add(new Chunk(entries, more, page));
        entries += more;
    }

    /** Promises the texts to a dictionary that holds none. */
    void promiseTo(Dictionary dictionary) {
        if (entries > 0) {
            dictionary.later(entries, this::texts);
        }
    }

    private Dictionary.Texts texts() {
        TextPage[] plain = chunks.stream().parallel().map(PackedTexts::plain).toArray(TextPage[]::new);
        int[] from = new int[plain.length + 1];
        for (int c = 0; c < plain.length; c++) {
            from[c + 1] = Math.addExact(from[c], plain[c].bytes().length);
        }
        byte[] arena = new byte[from[plain.length]];
        int[] starts = new int[entries + 1];
        IntStream.range(0, plain.length).parallel().forEach(c -> {
            System.arraycopy(plain[c].bytes(), 0, arena, from[c], plain[c].bytes().length);
            int first = chunks.get(c).first();
            for (int i = 0; i < chunks.get(c).entries(); i++) {
                starts[first + i + 1] = from[c] + plain[c].ends()[i];
            }
        });
        return new Dictionary.Texts(arena, starts);
    }

    private static TextPage plain(Chunk chunk) {
        try {
            return TextPage.unpacked(chunk.page(), chunk.entries());
        } catch (IOException e) {
            // Its checksum is right: whoever wrote it wrote no texts.
            throw new IllegalStateException("Damaged: a dictionary cannot be read.", e);
        }
    }

    /** One for each of so many dictionaries. */
    static List<PackedTexts> of(int dictionaries) {
        PackedTexts[] all = new PackedTexts[dictionaries];
        Arrays.setAll(all, i -> new PackedTexts());
        return List.of(all);
    }
}
