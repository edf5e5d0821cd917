package dev.rebound.cli;

import dev.rebound.session.SampleData;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/**
 * {@code rehearse}: the program with nobody at the screen, for building and measuring it; not listed in the help. It does
 * once what people do first, so that the Java virtual machine can write down in its AOT cache what a start needs. With
 * {@code --window} it opens the window on the data folder, prints {@code drawn} and ends.
 */
@CommandLine.Command(
        name = "rehearse",
        hidden = true,
        description = "Plays a start without a person, for building and measuring.",
        mixinStandardHelpOptions = true)
final class RehearseCommand extends Command {
    private static final String CAMPAIGN = "Spring Sale 2026";

    @CommandLine.Option(names = "--window", description = "Only the first window, on the data folder.")
    boolean onlyWindow;

    @Override
    public Integer call() throws Exception {
        CommandLineProgram p = program;
        if (p == null) {
            throw new IllegalStateException("a command runs under the program");
        }
        Globals g = globals();
        if (onlyWindow) {
            return p.window().tour(g.windowStart(List.of()), null, terminal());
        }
        Path folder = Files.createTempDirectory("rebound-rehearsal");
        try (SampleData sample = SampleData.unpacked()) {
            g.store = folder.resolve("store");
            g.now = SampleData.NOW;
            for (List<String> command : commands(sample.folder())) {
                run(p, g.store, command);
            }
            return p.window().tour(g.windowStart(List.of()), CAMPAIGN, terminal());
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

    private static void run(CommandLineProgram program, Path store, List<String> command) {
        List<String> args = new ArrayList<>(List.of("--store", store.toString(), "--now", SampleData.NOW.toString()));
        args.addAll(command);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Terminal silent = new Terminal(InputStream.nullInputStream(), nowhere, nowhere);
        CommandLineProgram.run(args.toArray(String[]::new), silent, program.window());
    }
}
