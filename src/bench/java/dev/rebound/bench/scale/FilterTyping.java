package dev.rebound.bench.scale;

import dev.rebound.classify.Classifier;
import dev.rebound.console.ConsoleApp;
import dev.rebound.console.kit.Background;
import dev.rebound.console.kit.Formats;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.Theme;
import dev.rebound.console.shell.Shell;
import dev.rebound.feeds.provider.StandardFeeds;
import dev.rebound.intake.ImportListener;
import dev.rebound.intake.ImportOptions;
import dev.rebound.session.Session;
import dev.rebound.words.Words;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.Stage;

/**
 * A filter typed at ten keys a second over a million messages in the real window: how long the screen's thread ever kept
 * anybody waiting. Every ten milliseconds something asks for that thread; the wait until it gets it is the figure.
 */
public final class FilterTyping {
    private static final int MILLIS_A_KEY = 100;
    private static final int EDITS = 100;
    private static final int WARM_UP = 40;
    private static final int MILLIS_A_BEAT = 10;
    private static final String TYPED = "is:soft domain:*a* since:-60d tries>1 -is:hard has:complaint";

    private FilterTyping() {}

    /** Imports traffic into a temporary folder, opens the window headless, types, and prints one line a figure. */
    public static void main(String[] args) throws Exception {
        long events = args.length > 0 ? Long.parseLong(args[0]) : 2_040_000L;
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path folder = Files.createTempDirectory("rebound-typing");
        try (Session session = Session.open(
                folder.resolve("store"),
                StandardFeeds.catalog(),
                Classifier.standard(),
                Clock.systemUTC(),
                ZoneOffset.UTC)) {
            Path file = new Traffic(events).write(folder.resolve("traffic.csv"), Traffic.Format.CSV, events, 0, 1);
            session.importFiles(
                    List.of(file), new ImportOptions(ZoneOffset.UTC, null, false), ImportListener.none());
            out.printf("messages                   %,12d%n", session.picture().messages().size());
            Platform.startup(() -> {});
            Platform.setImplicitExit(false);
            type(session, out);
            Platform.exit();
        } finally {
            delete(folder);
        }
    }

    private static void type(Session session, PrintStream out) throws Exception {
        Background background = Background.threads(t -> t.printStackTrace(out));
        Stage stage = onScreen(() -> open(session, background));
        settle(background);
        TextField field = onScreen(() -> (TextField) stage.getScene().lookup("#activity-filter"));
        onScreen(() -> {
            field.clear();
            return true;
        });
        settle(background);
        // A window that was just opened is not yet compiled: a person has used it for a moment.
        type(field, WARM_UP);
        onScreen(() -> {
            field.clear();
            return true;
        });
        settle(background);
        Heart idle = new Heart();
        TimeUnit.SECONDS.sleep(2);
        out.printf("idle, longest wait         %,12.1f ms%n", idle.stop()[0]);
        Heart heart = new Heart();
        type(field, EDITS);
        long last = System.nanoTime();
        settle(background);
        double[] waits = heart.stop();
        out.printf("edits                      %,12d   at %d keys a second%n", EDITS, 1000 / MILLIS_A_KEY);
        out.printf("longest wait for the window%,12.1f ms%n", waits[0]);
        out.printf("most of its own work       %,12.1f ms  (processor time of the screen's thread in one wait)%n", heart.longestWork());
        out.printf("99 of 100 waits below      %,12.1f ms%n", waits[1]);
        out.printf("waits above 100 ms         %,12.0f   of %,.0f%n", waits[2], waits[3]);
        out.print(heart.where());
        out.printf("rows after the last key    %,12.1f ms%n", (System.nanoTime() - last) / 1e6);
        out.printf("shown                      %s%n", onScreen(() -> ((Label) stage.getScene().lookup("#activity-total")).getText()));
        onScreen(() -> {
            stage.close();
            return true;
        });
        background.close();
    }

    /** Types at the pace of a hand; now and then a letter is taken back and typed again, as people do. */
    private static void type(TextField field, int edits) throws Exception {
        int letter = 0;
        for (int edit = 0; edit < edits; edit++) {
            boolean back = edit % 9 == 8;
            char typed = TYPED.charAt(letter % TYPED.length());
            boolean anew = letter > 0 && letter % TYPED.length() == 0;
            onScreen(() -> {
                if (back) {
                    field.deletePreviousChar();
                } else {
                    if (anew) {
                        field.clear();
                    }
                    field.appendText(String.valueOf(typed));
                }
                return true;
            });
            letter += back ? -1 : 1;
            TimeUnit.MILLISECONDS.sleep(MILLIS_A_KEY);
        }
    }

    private static Stage open(Session session, Background background) {
        Formats formats = new Formats(Locale.UK, ZoneOffset.UTC);
        Shell shell = new Shell(
                session, background, new Words(Locale.UK, ConsoleApp.class), formats, memory -> new Still.NoFiles(), new Still.NoActs(), false);
        Stage stage = new Stage();
        Scene scene = new Scene(shell, 1280, 800);
        Theme.LIGHT.dress(scene);
        stage.setScene(scene);
        stage.show();
        shell.open(new Place.Activity(""));
        return stage;
    }

    private static void settle(Background background) throws Exception {
        TimeUnit.MILLISECONDS.sleep(300);
        for (int calm = 0; calm < 3; ) {
            calm = background.isIdle() ? calm + 1 : 0;
            TimeUnit.MILLISECONDS.sleep(20);
        }
        onScreen(() -> true);
    }

    private static <T> T onScreen(Callable<T> act) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(act.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        return done.get(5, TimeUnit.MINUTES);
    }

    /** Asks for the screen's thread again and again and keeps how long each wait was. */
    private static final class Heart {
        private final AtomicBoolean beating = new AtomicBoolean(true);
        private final LongStream.Builder waits = LongStream.builder();
        private final LongStream.Builder work = LongStream.builder();
        private final StringBuilder where = new StringBuilder();
        private final long screen = Thread.getAllStackTraces().keySet().stream()
                .filter(t -> t.getName().equals("JavaFX Application Thread"))
                .findFirst()
                .orElseThrow()
                .threadId();
        private final Thread thread = new Thread(this::beat, "heart");

        Heart() {
            thread.start();
        }

        private void beat() {
            while (beating.get()) {
                long asked = System.nanoTime();
                long worked = cpu();
                CompletableFuture<Long> got = new CompletableFuture<>();
                Platform.runLater(() -> got.complete(System.nanoTime()));
                tellWhere(got);
                waits.add(got.join() - asked);
                work.add(cpu() - worked);
                try {
                    TimeUnit.MILLISECONDS.sleep(MILLIS_A_BEAT);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }

        /** Where the screen's thread is when somebody has waited for a tenth of a second. */
        private void tellWhere(CompletableFuture<Long> got) {
            try {
                got.get(100, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                Thread.getAllStackTraces().forEach((thread, stack) -> {
                    if (thread.getName().equals("JavaFX Application Thread")) {
                        Arrays.stream(stack)
                                .filter(f -> f.getClassName().startsWith("dev.rebound") || f.equals(stack[0]))
                                .limit(6)
                                .forEach(f -> where.append("    ").append(f).append('\n'));
                        where.append('\n');
                    }
                });
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
        }

        /** What the screen's thread itself has worked so far: on a crowded machine it waits for its turn too. */
        private long cpu() {
            return ManagementFactory.getThreadMXBean().getThreadCpuTime(screen);
        }

        /** The most that the screen's thread worked during one wait, in milliseconds. */
        double longestWork() {
            return work.build().max().orElse(0) / 1e6;
        }

        /** What {@link #tellWhere} saw. */
        String where() {
            return where.toString();
        }

        /** Longest wait and 99th percentile in milliseconds, waits above 100 ms, waits. */
        double[] stop() throws InterruptedException {
            beating.set(false);
            thread.join();
            long[] all = waits.build().sorted().toArray();
            return new double[] {
                all[all.length - 1] / 1e6,
                all[(int) (all.length * 0.99)] / 1e6,
                Arrays.stream(all).filter(n -> n > 100_000_000L).count(),
                all.length
            };
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
