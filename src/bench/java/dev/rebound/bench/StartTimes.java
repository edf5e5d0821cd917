package dev.rebound.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long the program takes to start: {@code version}, {@code gap} on the sample, and the first window drawn, by the
 * build's launcher and, where it was made, by the packaged program. The launchers take turns, so that a busy minute meets
 * all of them. With the argument {@code cold} the file cache is emptied before each run (Linux, as root).
 */
public final class StartTimes {
    private static final int WARM_RUNS = 9;
    private static final int COLD_RUNS = 3;
    private static final Path EMPTY_THE_CACHE = Path.of("/proc/sys/vm/drop_caches");

    private record Run(long wallMillis, long cpuMillis) {}

    private StartTimes() {}

    /** Prints one line for each launcher and question: median and best wall time, median processor time. */
    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        boolean cold = Arrays.asList(args).contains("cold");
        Path folder = Files.createTempDirectory("rebound-start");
        Map<String, Path> launchers = launchers();
        Map<String, List<String>> questions = questions(folder.resolve("store"));
        run(List.of(launchers.values().iterator().next().toString(), "--store", folder.resolve("store").toString(),
                "demo", "--json"), false);
        out.printf("%-10s %-8s %9s %9s %9s   load %s%n", cold ? "cold" : "warm", "", "median", "best", "cpu", load());
        for (Map.Entry<String, List<String>> question : questions.entrySet()) {
            Map<String, List<Run>> runs = new LinkedHashMap<>();
            for (int i = 0; i < (cold ? COLD_RUNS : WARM_RUNS); i++) {
                for (Map.Entry<String, Path> launcher : launchers.entrySet()) {
                    List<String> command = new ArrayList<>(List.of(launcher.getValue().toString()));
                    command.addAll(question.getValue());
                    runs.computeIfAbsent(launcher.getKey(), k -> new ArrayList<>()).add(run(command, cold));
                }
            }
            runs.forEach((launcher, times) -> out.printf(
                    "%-10s %-8s %6d ms %6d ms %6d ms%n",
                    question.getKey(),
                    launcher,
                    median(times.stream().mapToLong(Run::wallMillis).sorted().toArray()),
                    times.stream().mapToLong(Run::wallMillis).min().orElseThrow(),
                    median(times.stream().mapToLong(Run::cpuMillis).sorted().toArray())));
        }
    }

    private static Map<String, Path> launchers() {
        Map<String, Path> launchers = new LinkedHashMap<>();
        launchers.put("build", Path.of("target/rebound/bin/rebound"));
        launchers.put("package", Path.of("target/package/rebound/bin/rebound"));
        launchers.put("installed", Path.of("/opt/rebound/bin/rebound"));
        launchers.values().removeIf(p -> !Files.exists(p));
        if (launchers.isEmpty()) {
            throw new IllegalStateException("There is no program to start. Run it first: mvn -q -DskipTests package");
        }
        return launchers;
    }

    private static Map<String, List<String>> questions(Path store) {
        Map<String, List<String>> questions = new LinkedHashMap<>();
        questions.put("version", List.of("version"));
        questions.put("gap", List.of("--store", store.toString(), "gap"));
        questions.put("window", List.of("--store", store.toString(), "rehearse", "--window"));
        return questions;
    }

    /** The clock stops when the window says that it is drawn, else at the end. */
    private static Run run(List<String> command, boolean cold) throws IOException, InterruptedException {
        if (cold) {
            Files.writeString(EMPTY_THE_CACHE, "3");
        }
        List<String> timed = new ArrayList<>(List.of("sh", "-c", "\"$@\"; times", "times"));
        timed.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(timed).redirectErrorStream(true);
        builder.environment().put("REBOUND_JAVA_OPTS", "-Dglass.platform=Headless -Dprism.order=sw");
        long begin = System.nanoTime();
        Process process = builder.start();
        long drawn = 0;
        String last = "";
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals("drawn")) {
                    drawn = System.nanoTime();
                }
                last = line;
            }
        }
        process.waitFor();
        return new Run(((drawn == 0 ? System.nanoTime() : drawn) - begin) / 1_000_000, cpuMillis(last));
    }

    /** The last line of the shell's {@code times}: user and system time of its children, as {@code 0m1.230s 0m0.110s}. */
    private static long cpuMillis(String line) {
        long sum = 0;
        for (String time : line.split(" ", -1)) {
            int minutes = time.indexOf('m');
            sum += Long.parseLong(time.substring(0, minutes)) * 60_000
                    + Math.round(1000 * Double.parseDouble(time.substring(minutes + 1, time.length() - 1)));
        }
        return sum;
    }

    private static long median(long[] sorted) {
        return sorted[sorted.length / 2];
    }

    private static String load() throws IOException {
        Path load = Path.of("/proc/loadavg");
        return Files.exists(load) ? Files.readString(load).split(" ", 2)[0] : "unknown";
    }
}
