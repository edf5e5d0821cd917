package dev.rebound.bench;

import dev.rebound.feeds.FeedFixture;
import dev.rebound.feeds.fuzz.FeedFuzzing;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The long run of damaged files: every feed in turn for some minutes each ({@code -Dfuzz.minutes}, 10 by default), a
 * part of them ({@code -Dfuzz.feeds=postfix,exim}), from a seed ({@code -Dfuzz.seed}). What goes wrong is kept in
 * {@code target/fuzz} as the file that did it; a file that takes more than ten seconds of the processor is wrong too. Run it
 * with {@code -Xmx256m}: more memory than that is wrong as well.
 */
public final class FeedFuzz {
    private static final long SLOWEST_MILLIS = 10_000;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private FeedFuzz() {}

    /** Prints a line a feed and ends with 1 where something went wrong. */
    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        double minutes = Double.parseDouble(System.getProperty("fuzz.minutes", "10"));
        List<String> wanted = List.of(System.getProperty("fuzz.feeds", "").split(","));
        long first = Long.getLong("fuzz.seed", Instant.now().toEpochMilli() * 1_000);
        Path kept = Files.createDirectories(Path.of("target", "fuzz"));
        Map<String, List<FeedFixture>> feeds = new LinkedHashMap<>();
        FeedFixture.ALL.forEach(
                f -> feeds.computeIfAbsent(f.feed(), k -> new ArrayList<>()).add(f));
        out.printf("seed %d, %.1f minutes a feed, heap %d MB%n", first, minutes, Runtime.getRuntime().maxMemory() >> 20);
        out.printf("%-26s %12s %12s %14s %10s %8s%n", "feed", "read", "refused", "records", "slowest", "wrong");
        boolean well = true;
        for (Map.Entry<String, List<FeedFixture>> feed : feeds.entrySet()) {
            if (wanted.equals(List.of("")) || wanted.contains(feed.getKey())) {
                well &= run(feed.getKey(), feed.getValue(), Duration.ofMillis((long) (minutes * 60_000)), first, kept, out);
            }
        }
        System.exit(well ? 0 : 1);
    }

    private static boolean run(
            String feed, List<FeedFixture> fixtures, Duration time, long first, Path kept, PrintStream out)
            throws IOException {
        Path folder = Files.createTempDirectory("rebound-fuzz");
        List<FeedFuzzing> all = new ArrayList<>();
        for (FeedFixture fixture : fixtures) {
            int other = Math.floorMod(first + all.size() * 31L, FeedFixture.ALL.size());
            all.add(new FeedFuzzing(fixture, FeedFixture.ALL.get(other), folder));
        }
        Instant end = Instant.now().plus(time);
        TreeSet<String> wrong = new TreeSet<>();
        for (long seed = first; Instant.now().isBefore(end); seed++) {
            FeedFuzzing one = all.get((int) Math.floorMod(seed, (long) all.size()));
            // Of the processor, not of the clock: other programs may keep this one waiting.
            long begun = THREADS.getCurrentThreadCpuTime();
            String what = one.wrong(seed);
            long millis = (THREADS.getCurrentThreadCpuTime() - begun) / 1_000_000;
            what = what == null && millis > SLOWEST_MILLIS ? "took " + millis + " ms" : what;
            if (what != null && wrong.add(what.replaceAll("\\d+", "#"))) {
                Path file = kept.resolve(feed + "-" + seed + ".bin");
                Files.write(file, one.file(seed));
                out.println("wrong: " + one.fixture() + " seed " + seed + ": " + what + " kept as " + file);
            }
        }
        out.printf(
                "%-26s %,12d %,12d %,14d %,7d ms %8d%n",
                feed,
                all.stream().mapToLong(FeedFuzzing::read).sum(),
                all.stream().mapToLong(FeedFuzzing::refused).sum(),
                all.stream().mapToLong(FeedFuzzing::records).sum(),
                all.stream().mapToLong(FeedFuzzing::longestMillis).max().orElse(0),
                wrong.size());
        return wrong.isEmpty();
    }
}
