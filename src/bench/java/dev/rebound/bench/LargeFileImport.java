package dev.rebound.bench;

import dev.rebound.classify.Classifier;
import dev.rebound.feeds.provider.StandardFeeds;
import dev.rebound.intake.FileReport;
import dev.rebound.intake.ImportListener;
import dev.rebound.intake.ImportOptions;
import dev.rebound.session.Session;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A file of 200 MB, or of as many megabytes as the first argument says, in a small heap: how long an import takes, how long progress ever stays silent, and how long the
 * cancel button takes from its press to the end of the file's import. Run it with {@code -Xmx256m}.
 */
public final class LargeFileImport {
    private static final long MEGABYTES = 200;
    private static final List<String> REPLIES = List.of(
            "452 4.2.2 The mailbox of this person is full",
            "421 4.7.0 Too many connections from your address, slow down",
            "550 5.1.1 No such user here");

    private LargeFileImport() {}

    /** Writes its own file into a temporary folder, imports it, cancels another, and prints one line a figure. */
    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        long bytes = (args.length == 0 ? MEGABYTES : Long.parseLong(args[0])) << 20;
        Path folder = Files.createTempDirectory("rebound-bench");
        try (Session session = Session.open(
                folder.resolve("store"),
                StandardFeeds.catalog(),
                Classifier.standard(),
                Clock.systemUTC(),
                ZoneOffset.UTC)) {
            out.printf("heap at most            %,10d MB%n", Runtime.getRuntime().maxMemory() >> 20);
            Path small = write(folder.resolve("small.ndjson"), 3, bytes / 50);
            Path large = write(folder.resolve("large.ndjson"), 1, bytes);
            out.printf("file                    %,10d MB%n", Files.size(large) >> 20);

            one(session, small, new Watch(Long.MAX_VALUE));
            int before = session.picture().events().size();
            for (int percent : new int[] {1, 50, 99}) {
                Watch cancelling = new Watch(Files.size(large) / 100 * percent);
                FileReport cancelled = one(session, large, cancelling);
                out.printf(
                        "cancel at %2d %%          %,10d ms  %s %s%n",
                        percent, cancelling.sinceCancel(), cancelled.status(), cancelled.message());
            }
            boolean whole = before == session.picture().events().size()
                    && session.imports().size() == 1
                    && session.check().isSound();
            out.printf(
                    "rows after cancelling   %,10d     %s%n",
                    session.picture().events().size(),
                    whole ? "the other file whole, the cancelled absent, the store sound" : "WRONG");

            Watch watch = new Watch(Long.MAX_VALUE);
            long begin = System.nanoTime();
            FileReport report = one(session, large, watch);
            out.printf(
                    "import                  %,10d ms  %,d events added, %s %s%n",
                    millisSince(begin), report.added(), report.status(), report.message());
            out.printf(
                    "longest silence         %,10d ms  (progress and the question whether to stop)%n", watch.longest());
        } finally {
            delete(folder);
        }
    }

    private static FileReport one(Session session, Path file, Watch watch) throws Exception {
        return session.importFiles(List.of(file), new ImportOptions(ZoneOffset.UTC, null, false), watch)
                .files()
                .getFirst();
    }

    /** Measures silence between calls, and presses cancel at a number of bytes. */
    private static final class Watch implements ImportListener {
        private final long cancelAtBytes;
        private long last = System.nanoTime();
        private long longest;
        private long cancelledAt;
        private long endedAt;

        Watch(long cancelAtBytes) {
            this.cancelAtBytes = cancelAtBytes;
        }

        private void heard() {
            long now = System.nanoTime();
            longest = Math.max(longest, now - last);
            last = now;
        }

        @Override
        public void progress(Path file, long bytes, long total) {
            heard();
            if (bytes >= cancelAtBytes && cancelledAt == 0) {
                cancelledAt = System.nanoTime();
            }
        }

        @Override
        public boolean isCancelled(Path file) {
            heard();
            return cancelledAt != 0;
        }

        @Override
        public void ends(FileReport report) {
            heard();
            endedAt = System.nanoTime();
        }

        long longest() {
            return Duration.ofNanos(longest).toMillis();
        }

        long sinceCancel() {
            return cancelledAt == 0 ? 0 : Duration.ofNanos(endedAt - cancelledAt).toMillis();
        }
    }

    private static long millisSince(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin).toMillis();
    }

    /** One event a line in the shape of a sending service's webhook; the seed decides ids and addresses. */
    static Path write(Path file, int seed, long size) throws IOException {
        Random random = new Random(seed);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            long bytes = 0;
            for (int n = 0; bytes < size; n++) {
                String line = line(seed, n, random);
                out.write(line);
                out.newLine();
                bytes += line.length() + 1;
            }
        }
        return file;
    }

    private static String line(int seed, int n, Random random) {
        int message = n / 2;
        String head =
                "{\"email\":\"person%d@d%d.example.com\",\"timestamp\":%d,\"sg_event_id\":\"s%d-event-%d\",\"sg_message_id\":\"s%d-message-%d.recvd-0\",\"smtp-id\":\"<%08x.%08x@mail.example.net>\",\"category\":[\"Newsletter of week %d\"],\"ip\":\"192.0.2.%d\",\"pool\":\"main\",\"asm_group_id\":%d,"
                        .formatted(
                                message * 7919 % 200_000,
                                message % 50,
                                1_773_388_800L + n / 20,
                                seed,
                                n,
                                seed,
                                message,
                                random.nextInt(),
                                random.nextInt(),
                                n % 40,
                                1 + n % 200,
                                n % 7);
        if (n % 2 == 0) {
            return head + "\"event\":\"processed\"}";
        }
        return n % 10 == 1
                ? head + "\"event\":\"deferred\",\"attempt\":\"1\",\"response\":\"%s (%d)\"}"
                        .formatted(REPLIES.get(n / 10 % REPLIES.size()), n)
                : head + "\"event\":\"delivered\",\"response\":\"250 2.0.0 OK queued as %08x\"}".formatted(random.nextInt());
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
