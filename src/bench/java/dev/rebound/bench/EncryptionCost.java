package dev.rebound.bench;

import dev.rebound.classify.Classifier;
import dev.rebound.feeds.provider.StandardFeeds;
import dev.rebound.filter.Filter;
import dev.rebound.insight.GapBy;
import dev.rebound.intake.ImportListener;
import dev.rebound.intake.ImportOptions;
import dev.rebound.session.Session;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What encryption costs: the same file imported, opened and asked for raw records, plain and under a password. */
public final class EncryptionCost {
    private static final int MEGABYTES = 60;
    private static final String PASSWORD = "a password of some length";
    private static final int RECORDS = 2_000;

    private EncryptionCost() {}

    /** Prints one line a store: processor and wall time of each act, and the size of the file. */
    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path folder = Files.createTempDirectory("rebound-bench");
        try {
            Path file = LargeFileImport.write(folder.resolve("events.ndjson"), 1, (long) MEGABYTES << 20);
            measured(out, folder.resolve("warm"), file, null);
            for (int turn = 0; turn < 3; turn++) {
                out.println("plain      " + measured(out, folder.resolve("plain" + turn), file, null));
                out.println("encrypted  " + measured(out, folder.resolve("encrypted" + turn), file, PASSWORD));
            }
        } finally {
            LargeFileImport.delete(folder);
        }
    }

    private static String measured(PrintStream out, Path store, Path file, @Nullable String password) throws Exception {
        StringBuilder told = new StringBuilder();
        try (Session session = open(store, null)) {
            if (password != null) {
                told.append(timed("encrypt", () -> session.encrypt(password.toCharArray())));
            }
            told.append(timed(
                    "import",
                    () -> session.importFiles(
                            List.of(file), new ImportOptions(ZoneOffset.UTC, null, false), ImportListener.none())));
        }
        Session[] opened = new Session[1];
        told.append(timed("open", () -> opened[0] = open(store, password)));
        try (Session session = opened[0]) {
            told.append(timed("gap", () -> session.picture().gap(Filter.all(), GapBy.CAMPAIGN)));
            told.append(timed(RECORDS + " raw records", () -> {
                for (int i = 0; i < RECORDS; i++) {
                    session.rawRecord(1, i * 37);
                }
            }));
            told.append(timed("check", session::check));
            told.append("%.1f MB".formatted(session.storeFacts().bytes() / 1e6));
        }
        out.flush();
        return told.toString();
    }

    private static Session open(Path store, @Nullable String password) throws Exception {
        return Session.open(
                store,
                StandardFeeds.catalog(),
                Classifier.standard(),
                Clock.systemUTC(),
                ZoneOffset.UTC,
                () -> password == null ? null : password.toCharArray());
    }

    /** Something that is measured. */
    private interface Act {
        void run() throws Exception;
    }

    private static String timed(String name, Act act) throws Exception {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long processor = system.getProcessCpuTime();
        long wall = System.nanoTime();
        act.run();
        return "%s %,d/%,d ms, "
                .formatted(
                        name,
                        (system.getProcessCpuTime() - processor) / 1_000_000,
                        (System.nanoTime() - wall) / 1_000_000);
    }
}
