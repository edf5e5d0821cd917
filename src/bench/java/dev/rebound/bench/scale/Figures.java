package dev.rebound.bench.scale;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Medians, Markdown tables, and what the machine was doing meanwhile. */
final class Figures {
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    static double median(double[] values) {
        return quantile(values, 0.5);
    }

    static double p95(double[] values) {
        return quantile(values, 0.95);
    }

    private static double quantile(double[] values, double q) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.round(q * (sorted.length - 1))];
    }

    void say(String text, Object... values) {
        out.printf(Locale.ROOT, text + "%n", values);
    }

    void title(String title, long events) {
        say("%n## %s, %,d events%n", title, events);
        say(
                "Java %s, %d processors, heap at most %,d MB, load %.1f%n",
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    void head(String... columns) {
        say("| %s |", String.join(" | ", columns));
        say("|%s", "---|".repeat(columns.length));
    }

    void row(String... cells) {
        say("| %s |", String.join(" | ", cells));
    }

    static String ms(double millis) {
        return String.format(Locale.ROOT, millis < 10 ? "%.2f" : "%,.0f", millis);
    }

    static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    static String ratio(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.1f" : "%,.0f", value);
    }

    /** Of the whole process, native threads, compiler and collector too: what a busy machine does not distort. */
    static double cpuSeconds() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean os
                ? os.getProcessCpuTime() / 1e9
                : Double.NaN;
    }

    /** What is reachable now. */
    static long liveHeapBytes() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            Runtime r = Runtime.getRuntime();
            least = Math.min(least, r.totalMemory() - r.freeMemory());
        }
        return least;
    }
}
