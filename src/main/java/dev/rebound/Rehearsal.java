package dev.rebound;

import dev.rebound.console.ConsoleApp;
import dev.rebound.session.SampleData;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The program with nobody at the screen, for building and measuring it. Without arguments it does once what people do
 * first, so that the Java virtual machine can write down in its AOT cache what a start needs. With {@code window DIR} it
 * opens the window on a data folder, prints {@code drawn} and ends.
 */
final class Rehearsal {
    private static final String CAMPAIGN = "Spring Sale 2026";

    private Rehearsal() {}

    public static void main(String[] args) throws IOException {
        if (args.length == 2 && args[0].equals("window")) {
            tour(Path.of(args[1]), false);
            return;
        }
        Path folder = Files.createTempDirectory("rebound-rehearsal");
        try (SampleData sample = SampleData.unpacked()) {
            for (List<String> command : commands(sample.folder())) {
                run(folder.resolve("store"), command);
            }
            tour(folder.resolve("store"), true);
        } finally {
            SampleData.delete(folder);
        }
    }

    private static List<List<String>> commands(Path sample) {
        return List.of(
                List.of("version"),
                List.of("import", sample.toString()),
                List.of("gap"),
                List.of("gap", "--json"),
                List.of("gap", "--campaign", CAMPAIGN, "--by", "provider"),
                List.of("find", "is:soft", "--format", "csv"),
                List.of("find", "is:soft", "--json"),
                List.of("address", "claire.d@orange.example.com"),
                List.of("invalid", "list"),
                List.of("invalid", "audit"),
                List.of("incidents"),
                List.of("coverage", "--json"),
                List.of("check"),
                List.of("--help"));
    }

    private static void run(Path store, List<String> command) {
        List<String> args = new ArrayList<>(List.of("--store", store.toString(), "--now", SampleData.NOW.toString()));
        args.addAll(command);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Rebound.run(args.toArray(String[]::new), InputStream.nullInputStream(), nowhere, nowhere);
    }

    private static void tour(Path store, boolean everywhere) {
        Clock clock = Clock.fixed(SampleData.NOW, ZoneOffset.UTC);
        ConsoleApp.tour(store, clock, ZoneOffset.UTC, Locale.UK, everywhere ? CAMPAIGN : null, System.out);
    }
}
