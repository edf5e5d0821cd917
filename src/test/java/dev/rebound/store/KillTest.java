package dev.rebound.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rebound.store.KilledWork.Work;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A program killed at any moment leaves a store that opens, holds all that was said to be done, and nothing half-done. The
 * suite kills a few times; {@code -Drebound.kills=100} kills as often as the promise says.
 */
class KillTest {
    private static final int KILLS = Integer.getInteger("rebound.kills", 2);

    /** What is no import is killed less often. */
    private static final int OTHER_KILLS = Math.max(1, KILLS / 5);

    /** Then a new store begins: a small one is killed at more different places than a large one. */
    private static final int KILLS_OF_A_STORE = 6;

    private static final PasswordSource SECRET = () -> "secret".toCharArray();

    @TempDir
    Path folder;

    private final Random random = new Random(9);
    private long slowestOpenMillis;

    private Path data() {
        return folder.resolve("data");
    }

    /** Starts the work, kills it at a random moment, and tells what it said. */
    private List<String> killed(Path data, String work, int first, int withinMillis) throws Exception {
        Process process = started(data, work, first);
        List<String> said = new ArrayList<>();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            String line = out.readLine();
            assertThat(line).as(Files.readString(folder.resolve("err.txt"))).isEqualTo("ready");
            // The moment of the kill is the test's subject, not something waited for.
            process.waitFor(random.nextInt(withinMillis), java.util.concurrent.TimeUnit.MILLISECONDS);
            // By its handle: the process itself would close the pipe before it is read to its end.
            ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroyForcibly);
            for (line = out.readLine(); line != null; line = out.readLine()) {
                said.add(line);
            }
        } catch (IOException e) {
            // The pipe of a killed program may end in the middle.
            said.removeIf(s -> !s.startsWith("done "));
        }
        process.waitFor();
        return said;
    }

    private Process started(Path data, String work, int first) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx300m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWork.class.getName(),
                        data.toString(),
                        work,
                        String.valueOf(first))
                .redirectError(folder.resolve("err.txt").toFile())
                .start();
    }

    private Store opened() throws StoreException {
        long start = System.nanoTime();
        Store store = Store.open(data(), SECRET);
        slowestOpenMillis = Math.max(slowestOpenMillis, (System.nanoTime() - start) / 1_000_000);
        return store;
    }

    private static int lastDone(List<String> said, int before) {
        return said.isEmpty() ? before : Integer.parseInt(said.getLast().substring("done ".length()));
    }

    @Test
    void aSecondProgramIsToldSoAndADeadOneLocksNothing() throws Exception {
        prepare(Work.BACKUP);
        Process first = started(data(), Work.COMPACT.name(), 1);
        try (BufferedReader out = first.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).isEqualTo("ready");
            assertThatThrownBy(() -> Store.open(data()))
                    .isInstanceOfSatisfying(
                            StoreException.class,
                            e -> assertThat(e.trouble()).isEqualTo(StoreException.Trouble.IN_USE));
        } finally {
            first.destroyForcibly().waitFor();
        }
        try (Store store = opened()) {
            assertThat(store.check().problems()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Work.class)
    void nothingThatWasSaidToBeDoneIsMissingAndNothingIsHalfThere(Work work) throws Exception {
        prepare(work);
        int step = 1;
        int steps = 0;
        int kills = work == Work.IMPORT ? KILLS : OTHER_KILLS;
        for (int kill = 0; kill < kills; kill++) {
            if (kill % KILLS_OF_A_STORE == KILLS_OF_A_STORE - 1) {
                StoreFiles.delete(data());
                prepare(work);
                step = 1;
            }
            int done = lastDone(killed(data(), work.name(), step, 1_500), step - 1);
            steps += done - step + 1;
            try (Store store = opened()) {
                CheckReport check = store.check();
                assertThat(check.problems()).isEmpty();
                step = verified(store, work, step, done) + 1;
            }
            assertThat(data().resolve("next")).doesNotExist();
        }
        System.out.printf(
                "%s: %d kills, %d steps said to be done, all there; slowest opening %d ms%n",
                work, kills, steps, slowestOpenMillis);
    }

    private void prepare(Work work) throws StoreException {
        try (Store store = Store.open(data())) {
            if (work != Work.IMPORT && work != Work.UNDO) {
                FilledStore.fill(store);
            }
        }
    }

    /** The last step that happened: the last that was said, or the one after it. */
    private static int verified(Store store, Work work, int first, int done) throws StoreException {
        List<String> names =
                store.imports().stream().map(r -> r.source().name()).toList();
        for (ImportRun run : store.imports()) {
            int held = Objects.requireNonNull(store.events().get(run.id())).stream()
                    .mapToInt(s -> s.size())
                    .sum();
            assertThat((long) held).isEqualTo(run.added());
            assertThat(store.rejections(run.id(), 5)).hasSize(1);
        }
        return switch (work) {
            case IMPORT -> {
                for (int s = first; s <= done; s++) {
                    assertThat(names).contains("step-" + s);
                }
                assertThat(store.imports())
                        .allSatisfy(r -> assertThat(r.added()).isEqualTo(KilledWork.EVENTS));
                boolean next = names.contains("step-" + (done + 1));
                assertThat(names).hasSize(next ? done + 1 : done);
                yield next ? done + 1 : done;
            }
            case UNDO -> {
                List<String> said = afterImportOrUndo(done);
                assertThat(names).isIn(said, afterImportOrUndo(done + 1));
                yield names.equals(said) ? done : done + 1;
            }
            case ERASE -> {
                int gone = 0;
                for (int s = 1; s <= done + 1; s++) {
                    gone = store.dictionaries().addresses().find("anna" + s + "@example.com") < 0 ? s : gone;
                }
                assertThat(gone).isGreaterThanOrEqualTo(done);
                assertThat(store.check().events()).isEqualTo(1_900);
                assertThat(store.erasures()).hasSize(gone);
                yield gone;
            }
            case COMPACT -> {
                int kept = Integer.parseInt(store.settings().getOrDefault("step", "0"));
                assertThat(kept).isBetween(done, done + 1);
                assertThat(store.check().events()).isEqualTo(1_900);
                yield kept;
            }
            case ENCRYPT, BACKUP -> {
                assertThat(store.check().events()).isEqualTo(1_900);
                yield done;
            }
        };
    }

    /** Where nothing is there a step imports, where something is it takes that back: each other step does the one. */
    private static List<String> afterImportOrUndo(int step) {
        return step % 2 == 1 ? List.of("step-" + step) : List.of();
    }

    @Test
    void aBackupThatWasInterruptedLeavesAWholeOne() throws Exception {
        prepare(Work.BACKUP);
        try (Store store = Store.open(data())) {
            KilledWork.step(store, Work.BACKUP, 0);
            KilledWork.step(store, Work.BACKUP, 1);
        }
        for (int kill = 0; kill < OTHER_KILLS; kill++) {
            killed(data(), Work.BACKUP.name(), 2, 1_000);
            for (int n = 0; n < 2; n++) {
                Path copy = folder.resolve("copy" + n);
                StoreFolder.restore(copy, folder.resolve("backup-" + n + ".zip"), SECRET, FilledStore.NINE);
                try (Store store = Store.open(copy)) {
                    assertThat(store.check().events()).isEqualTo(1_900);
                }
            }
        }
    }

    @Test
    void anUpgradeThatWasInterruptedIsDoneByTheNextStart() throws Exception {
        Path old = folder.resolve("old.mv.db");
        try (var in = KillTest.class.getResourceAsStream("/stores/format-1.mv.db")) {
            Files.copy(in, old);
        }
        for (int kill = 0; kill < OTHER_KILLS; kill++) {
            KilledWork.lay(old, data());
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            KilledWork.class.getName(),
                            data().toString(),
                            Work.IMPORT.name(),
                            "1")
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("err.txt").toFile())
                    .start();
            process.waitFor(200 + random.nextInt(1_500), java.util.concurrent.TimeUnit.MILLISECONDS);
            process.destroyForcibly().waitFor();
            try (Store store = opened()) {
                assertThat(store.check().problems()).isEmpty();
                assertThat(store.imports().stream().limit(2).map(ImportRun::added))
                        .containsExactly(4L, 2L);
            }
            try (Stream<Path> files = Files.list(data())) {
                assertThat(files.map(f -> String.valueOf(f.getFileName())))
                        .contains("rebound.mv.db")
                        .doesNotContain("next");
            }
        }
        System.out.printf("UPGRADE: %d kills; slowest opening %d ms%n", OTHER_KILLS, slowestOpenMillis);
    }
}
