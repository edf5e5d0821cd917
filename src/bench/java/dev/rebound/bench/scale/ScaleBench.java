package dev.rebound.bench.scale;

import static dev.rebound.bench.scale.Figures.median;
import static dev.rebound.bench.scale.Figures.ms;
import static dev.rebound.bench.scale.Figures.number;
import static dev.rebound.bench.scale.Figures.p95;
import static dev.rebound.bench.scale.Figures.ratio;

import dev.rebound.bench.scale.Traffic.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs the peers side by side and prints Markdown. First argument: number of events. Second: which of {@code import},
 * {@code questions}, {@code growth}; with {@code alone} the peers are left out, with {@code short} each runs once.
 */
public final class ScaleBench {
    private static final int GROWTH_IMPORTS = 20;
    private static final int QUESTION_RUNS = 21;
    /** More take the slower peers too long, and make a program warm in one run. */
    private static final int FEW_EVENTS = 2_000_000;

    private final Figures figures = new Figures();
    private final HeapPeak peak = new HeapPeak();
    private final long events;
    private final String parts;
    private final Path folder;
    private final Samples samples;
    private final int runs;
    /** Runs before those that count: a program that has just started is measured by its own benchmark. */
    private final int unmeasured;

    private ScaleBench(long events, String parts, Path folder) {
        this.events = events;
        this.parts = parts;
        this.folder = folder;
        this.samples = Samples.of(events);
        this.runs = parts.contains("short") ? 1 : 5;
        this.unmeasured = parts.contains("short") ? 0 : events > FEW_EVENTS ? 1 : 2;
    }

    /** Everything that is written is deleted again. */
    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("rebound-scale");
        try {
            ScaleBench bench = new ScaleBench(Long.parseLong(args[0]), args[1], folder);
            bench.imports(Format.CSV);
            bench.imports(Format.NDJSON);
            bench.questions();
            bench.growth();
        } finally {
            delete(folder);
        }
    }

    private interface Maker {
        Peer open(Path folder, Samples samples) throws Exception;
    }

    private List<Maker> peers(Format format) {
        List<Maker> makers = new ArrayList<>();
        makers.add(ReboundPeer::new);
        if (!parts.contains("alone")) {
            makers.add((home, asked) -> new DuckDbPeer(home, asked, false));
            if (format == Format.CSV && events <= FEW_EVENTS) {
                makers.add((home, asked) -> new SqlitePeer(home, asked, false));
            }
        }
        return makers;
    }

    /** Those that keep each record too, which is Rebound's work. */
    private List<Maker> importers(Format format) {
        List<Maker> makers = new ArrayList<>(peers(format));
        if (!parts.contains("alone") && events <= FEW_EVENTS) {
            makers.add((home, asked) -> new DuckDbPeer(home, asked, true));
            if (format == Format.CSV) {
                makers.add((home, asked) -> new SqlitePeer(home, asked, true));
            }
        }
        return makers;
    }

    private void imports(Format format) throws Exception {
        if (!parts.contains("import") || parts.contains(format == Format.CSV ? "ndjson" : "csv")) {
            return;
        }
        Path file = new Traffic(events).write(folder.resolve("traffic." + format), format, events, 0, 1);
        figures.title("Import of " + format + ", " + (Files.size(file) >> 20) + " MB, median of " + runs, events);
        figures.head("", "rows a second, stored", "and understood", "slower than Rebound", "CPU s, all", "file MB", "peak heap MB", "events");
        double best = 0;
        for (Maker maker : importers(format)) {
            double[] stored = new double[runs];
            double[] understood = new double[runs];
            double[] cpu = new double[runs];
            long size = 0;
            long held = 0;
            long heap = 0;
            String name = "";
            for (int run = -unmeasured; run < runs; run++) {
                Path home = Files.createDirectory(folder.resolve("import"));
                try (Peer peer = maker.open(home, samples)) {
                    name = peer.name();
                    peak.reset();
                    double cpuBefore = Figures.cpuSeconds();
                    long begin = System.nanoTime();
                    held = peer.load(file, format);
                    long end = peer instanceof ReboundPeer r ? r.storedNanos() : System.nanoTime();
                    peer.understand();
                    if (run >= 0) {
                        stored[run] = (end - begin) / 1e9;
                        understood[run] = (System.nanoTime() - begin) / 1e9;
                        cpu[run] = Figures.cpuSeconds() - cpuBefore;
                    }
                    heap = Math.max(heap, peak.megabytes());
                    size = peer.closedSizeBytes();
                }
                delete(home);
            }
            double rate = events / median(stored);
            best = best == 0 ? rate : best;
            figures.row(
                    name,
                    number(Math.round(rate)),
                    number(Math.round(events / median(understood))),
                    ratio(best / rate) + "×",
                    String.format(java.util.Locale.ROOT, "%.1f", median(cpu)),
                    number(size >> 20),
                    name.equals("Rebound") ? number(heap) : "",
                    number(held));
        }
        Files.delete(file);
    }

    private void questions() throws Exception {
        if (!parts.contains("questions")) {
            return;
        }
        Path file = new Traffic(events).write(folder.resolve("traffic.csv"), Format.CSV, events, 0, 1);
        List<Peer> peers = new ArrayList<>();
        for (Maker maker : peers(Format.CSV)) {
            Peer peer = maker.open(Files.createDirectory(folder.resolve("peer" + peers.size())), samples);
            peers.add(peer);
            peer.load(file, Format.CSV);
            peer.understand();
        }
        Files.delete(file);
        figures.title("Questions, ms, p50 (p95) of " + QUESTION_RUNS, events);
        List<String> head = new ArrayList<>(List.of(""));
        peers.forEach(p -> head.add(p.name()));
        peers.stream().skip(1).forEach(p -> head.add(p.name() + " / Rebound"));
        head.add("answers");
        figures.head(head.toArray(String[]::new));
        for (Ask ask : Ask.values()) {
            question(peers, ask);
        }
        closed(peers);
        reopened();
        try (Stream<Path> homes = Files.list(folder)) {
            for (Path home : homes.toList()) {
                delete(home);
            }
        }
    }

    /** What is open again is measured by itself: nothing of the peers may stay in memory beside it. */
    private static void closed(List<Peer> peers) throws Exception {
        for (Peer peer : peers) {
            peer.close();
        }
        peers.clear();
    }

    private void question(List<Peer> peers, Ask ask) throws Exception {
        List<String> cells = new ArrayList<>(List.of(ask.words));
        List<String> ratios = new ArrayList<>();
        List<String> answers = new ArrayList<>();
        double own = 0;
        for (Peer peer : peers) {
            int n = peer instanceof ReboundPeer ? QUESTION_RUNS : runs;
            double[] times = new double[n];
            long answer = peer.answer(ask);
            for (int i = 0; i < n; i++) {
                long begin = System.nanoTime();
                answer = peer.answer(ask);
                times[i] = (System.nanoTime() - begin) / 1e6;
            }
            cells.add(ms(median(times)) + " (" + ms(p95(times)) + ")");
            answers.add(number(answer));
            if (peer instanceof ReboundPeer) {
                own = median(times);
            } else {
                ratios.add(ratio(median(times) / own) + "×");
            }
        }
        cells.addAll(ratios);
        cells.add(String.join(" · ", answers));
        figures.row(cells.toArray(String[]::new));
    }

    private void reopened() throws Exception {
        double[] times = new double[runs];
        long heap = 0;
        int held = 0;
        for (int i = 0; i < runs; i++) {
            long before = Figures.liveHeapBytes();
            long begin = System.nanoTime();
            try (ReboundPeer again = new ReboundPeer(folder.resolve("peer0"), samples)) {
                again.answer(Ask.FIRST_PAGE);
                times[i] = (System.nanoTime() - begin) / 1e6;
                heap = Figures.liveHeapBytes() - before;
                held = again.picture().events().size();
            }
        }
        figures.say(
                "%nOpen to the first rows: %s ms; heap %s MB, %.1f bytes an event.",
                ms(median(times)), number(heap >> 20), (double) heap / held);
    }

    private void growth() throws Exception {
        if (!parts.contains("growth")) {
            return;
        }
        long each = events / GROWTH_IMPORTS;
        Traffic traffic = new Traffic(events);
        double[] stored = new double[GROWTH_IMPORTS];
        double[] understood = new double[GROWTH_IMPORTS];
        try (ReboundPeer peer = new ReboundPeer(Files.createDirectory(folder.resolve("growth")), samples)) {
            for (int i = 0; i < GROWTH_IMPORTS; i++) {
                Path file = traffic.write(folder.resolve("slice" + i), Format.CSV, each, i, GROWTH_IMPORTS);
                long begin = System.nanoTime();
                peer.load(file, Format.CSV);
                stored[i] = (peer.storedNanos() - begin) / 1e6;
                understood[i] = (System.nanoTime() - begin) / 1e6;
                Files.delete(file);
            }
        }
        figures.title("Growth: " + GROWTH_IMPORTS + " imports of " + number(each), events);
        figures.head("import", "stored, ms", "and understood, ms");
        for (int i = 0; i < GROWTH_IMPORTS; i++) {
            figures.row(Integer.toString(i + 1), ms(stored[i]), ms(understood[i]));
        }
        delete(folder.resolve("growth"));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
