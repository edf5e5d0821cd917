package dev.rebound.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.domain.Rejection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What could not be read is kept as found, in order, and a file of nothing else does not swell the store. */
class RejectionPagesTest {
    private static final int LINES = 20_000;

    @TempDir
    Path folder;

    @Test
    void everyUnreadableLineIsThereInItsOrder() throws Exception {
        List<Rejection> all = new ArrayList<>();
        try (Store store = Store.open(folder)) {
            ImportSource source = new ImportSource("bad.csv", "/exports/bad.csv", 10, "sha", "UTC", FilledStore.NINE);
            try (ImportWriter w = store.beginImport(source)) {
                w.feed("test", "Test feed", "");
                for (int i = 1; i <= LINES; i++) {
                    Rejection r = new Rejection(
                            i, i % 2 == 0 ? "" : "inner.csv", "no address", "row " + i + " \u0000 \u202e ümläut\t");
                    w.reject(r);
                    all.add(r);
                }
                w.commit(LINES, "rules");
            }
        }
        try (Store store = Store.open(folder)) {
            assertThat(store.rejections(1, Integer.MAX_VALUE)).isEqualTo(all);
            assertThat(store.rejections(1, 7)).isEqualTo(all.subList(0, 7));
            assertThat(store.imports().getFirst().rejected()).isEqualTo(LINES);
        }
        assertThat(Files.size(folder.resolve("rebound.mv.db"))).isLessThan(LINES * 50L);
    }
}
