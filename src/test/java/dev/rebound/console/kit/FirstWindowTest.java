package dev.rebound.console.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.store.SecondStart;
import dev.rebound.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A second start on the same data: the window of the first comes to the front, or the start learns that there is none. */
@SuppressWarnings("try")
class FirstWindowTest {
    private static final long LONG = 20_000;

    @TempDir
    Path folder;

    private boolean called(List<Path> files, long patience) throws Exception {
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        FirstWindow.call(folder, files, answer::complete, Runnable::run, patience);
        return answer.get(LONG, TimeUnit.MILLISECONDS);
    }

    private List<String> inTheFolder() throws Exception {
        try (var all = Files.list(folder)) {
            return all.map(p -> String.valueOf(p.getFileName())).sorted().toList();
        }
    }

    @Test
    void theWindowComesToTheFrontAndGetsTheFilesOnce() throws Exception {
        Path export = folder.resolve("an export, \u00e9.csv");
        List<List<Path>> told = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch imported = new CountDownLatch(1);
        try (Store store = Store.open(folder);
                FirstWindow window = FirstWindow.of(
                        store::folder,
                        files -> {
                            told.add(files);
                            if (!files.isEmpty()) {
                                imported.countDown();
                            }
                        },
                        Runnable::run)) {
            assertThat(called(List.of(export), LONG)).isTrue();
            assertThat(imported.await(LONG, TimeUnit.MILLISECONDS)).isTrue();
            assertThat(told).contains(List.of()).containsOnlyOnce(List.of(export));
            assertThat(inTheFolder()).noneMatch(name -> name.startsWith("rebound.call"));
        }
    }

    @Test
    void whereACommandHasTheDataOpenTheCallIsTakenBackAndNothingElseIsTouched() throws Exception {
        try (Store store = Store.open(folder)) {
            List<String> before = inTheFolder();
            Path data = folder.resolve("rebound.mv.db");
            FileTime written = Files.getLastModifiedTime(data);
            assertThat(called(List.of(), 1)).isFalse();
            assertThat(inTheFolder()).isEqualTo(before);
            assertThat(Files.getLastModifiedTime(data)).isEqualTo(written);
            assertThat(store.isWritable()).isTrue();
        }
    }

    @Test
    void aScreenThatHangsIsNotSaidToHaveComeAndImportsNothingLater() throws Exception {
        List<Runnable> waiting = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch seen = new CountDownLatch(1);
        AtomicBoolean hangs = new AtomicBoolean(true);
        AtomicBoolean imported = new AtomicBoolean();
        Executor screen = act -> {
            if (hangs.get()) {
                waiting.add(act);
                seen.countDown();
            } else {
                act.run();
            }
        };
        try (Store store = Store.open(folder);
                FirstWindow window = FirstWindow.of(
                        store::folder, files -> imported.compareAndSet(false, !files.isEmpty()), screen)) {
            SecondStart.Call call = SecondStart.on(store.folder())
                    .call(List.of(folder.resolve("a.csv")))
                    .orElseThrow();
            assertThat(seen.await(LONG, TimeUnit.MILLISECONDS)).isTrue();
            assertThat(call.end()).as("nobody came").isFalse();
            hangs.set(false);
            List.copyOf(waiting).forEach(Runnable::run);
            assertThat(called(List.of(), LONG)).isTrue();
            assertThat(imported).isFalse();
        }
    }

    @Test
    void whereNobodyOwnsTheFolderNobodyIsCalled() throws Exception {
        assertThat(SecondStart.on(folder).call(List.of())).isEmpty();
        assertThat(inTheFolder()).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkIsNoCallAndTheCallIsTheOwnersAlone() throws Exception {
        try (Store store = Store.open(folder)) {
            SecondStart second = SecondStart.on(store.folder());
            Path secret = Files.writeString(folder.resolve("secret"), "/etc/hostname");
            Path link = Files.createSymbolicLink(folder.resolve("rebound.call.x"), secret);
            assertThat(second.heard()).isEmpty();
            Files.delete(link);
            SecondStart.Call call = second.call(List.of()).orElseThrow();
            Path laid = folder.resolve(inTheFolder().stream()
                    .filter(name -> name.startsWith("rebound.call"))
                    .findFirst()
                    .orElseThrow());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(laid)))
                    .isEqualTo("rw-------");
            assertThat(second.heard()).hasSize(1);
            assertThat(second.heard().getFirst().answer()).isTrue();
            assertThat(second.heard()).as("answered once").isEmpty();
            assertThat(call.end()).isTrue();
            assertThat(call.end()).isFalse();
        }
    }

    @Test
    void twoStartsAtOnceAreBothHeard() throws Exception {
        List<Path> imported = Collections.synchronizedList(new ArrayList<>());
        Path one = folder.resolve("a.csv");
        Path other = folder.resolve("b.csv");
        CountDownLatch both = new CountDownLatch(2);
        try (Store store = Store.open(folder)) {
            SecondStart second = SecondStart.on(store.folder());
            SecondStart.Call first = second.call(List.of(one)).orElseThrow();
            SecondStart.Call next = second.call(List.of(other)).orElseThrow();
            try (FirstWindow window = FirstWindow.of(
                    store::folder,
                    files -> {
                        imported.addAll(files);
                        files.forEach(f -> both.countDown());
                    },
                    Runnable::run)) {
                assertThat(both.await(LONG, TimeUnit.MILLISECONDS)).isTrue();
            }
            assertThat(imported).containsExactlyInAnyOrder(one, other);
            assertThat(first.end()).isTrue();
            assertThat(next.end()).isTrue();
        }
    }

    @Test
    void aCallThatWhoeverOpensTheFolderNextSweepsAwayWasHeardByNobody() throws Exception {
        SecondStart.Call call;
        try (Store store = Store.open(folder)) {
            call = SecondStart.on(store.folder())
                    .call(List.of(folder.resolve("a.csv")))
                    .orElseThrow();
        }
        try (Store store = Store.open(folder)) {
            assertThat(call.isOver()).isTrue();
            assertThat(call.end()).as("a window came").isFalse();
            assertThat(inTheFolder()).noneMatch(name -> name.startsWith("rebound.call"));
        }
    }
}
