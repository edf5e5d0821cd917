package dev.rebound.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was worked out comes back byte by byte, or not at all. */
class KeptBlocksTest {
    private static final List<byte[]> PLAIN = List.of(new byte[] {1, 2, 3}, new byte[0], new byte[70_000]);
    private static final List<Supplier<byte[]>> BLOCKS =
            PLAIN.stream().<Supplier<byte[]>>map(b -> () -> b).toList();

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("rebound.picture");
    }

    @Test
    void whatWasKeptComesBack() throws Exception {
        try (Store store = Store.open(folder)) {
            FilledStore.fill(store);
            store.keep(BLOCKS);
        }
        try (Store store = Store.open(folder)) {
            KeptBlocks kept = store.kept().orElseThrow();
            assertThat(kept.count()).isEqualTo(3);
            for (int b = 0; b < 3; b++) {
                assertThat(kept.take(b)).isEqualTo(PLAIN.get(b));
            }
        }
    }

    @Test
    void itIsNoneOfAnotherStateOfTheStore() throws Exception {
        try (Store store = Store.open(folder)) {
            FilledStore.fill(store);
            store.keep(BLOCKS);
            FilledStore.importEvents(store, "late", 2_000, 2_010);
            assertThat(store.kept()).isEmpty();
            store.keep(BLOCKS);
            assertThat(store.kept()).isPresent();
            store.undo(store.imports().getLast().id());
            assertThat(store.kept()).isEmpty();
            store.keep(BLOCKS);
            store.compact();
            assertThat(file()).doesNotExist();
        }
    }

    @Test
    void nothingLiesOpenBesideAnEncryptedStore() throws Exception {
        try (Store store = Store.open(folder)) {
            FilledStore.fill(store);
            store.keep(BLOCKS);
            store.encrypt("a long password".toCharArray());
            assertThat(file()).doesNotExist();
            store.keep(BLOCKS);
            assertThat(file()).doesNotExist();
        }
    }

    @Test
    void everyDamageIsNoticed() throws Exception {
        KeptBlocks.write(file(), 7, BLOCKS);
        byte[] sound = Files.readAllBytes(file());
        assertThat(KeptBlocks.read(file(), 7)).isPresent();
        assertThat(KeptBlocks.read(file(), 8)).isEmpty();
        for (int at = 0; at < sound.length; at++) {
            byte[] damaged = sound.clone();
            damaged[at] ^= 0x10;
            assertThat(read(damaged)).as("byte %d", at).isEmpty();
        }
        for (int length = 0; length < sound.length; length++) {
            assertThat(read(java.util.Arrays.copyOf(sound, length)))
                    .as("%d bytes", length)
                    .isEmpty();
        }
        assertThat(read(java.util.Arrays.copyOf(sound, sound.length + 1))).isEmpty();
    }

    @Test
    void whatCannotBeMadeLeavesNothingHalf() throws Exception {
        KeptBlocks.write(file(), 7, BLOCKS);
        List<Supplier<byte[]>> fails = List.of(BLOCKS.getFirst(), () -> {
            throw new OutOfMemoryError("as when the memory is full");
        });
        assertThatThrownBy(() -> KeptBlocks.write(file(), 8, fails)).isInstanceOf(OutOfMemoryError.class);
        assertThat(KeptBlocks.read(file(), 7)).isPresent();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file());
        }
    }

    private Optional<KeptBlocks> read(byte[] bytes) throws IOException {
        Files.write(file(), bytes);
        return KeptBlocks.read(file(), 7);
    }
}
