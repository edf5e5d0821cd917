package dev.rebound.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/** {@code open}: the window, and files to import there; what a desktop calls for a file that is opened with Rebound. */
@CommandLine.Command(
        name = "open",
        description = "Opens the window and imports files there.",
        mixinStandardHelpOptions = true)
final class OpenCommand extends Command {
    @CommandLine.Parameters(paramLabel = "FILE|DIR", arity = "0..*", description = "Files and folders to import.")
    List<Path> files = new ArrayList<>();

    @Override
    public Integer call() throws Exception {
        CommandLineProgram p = program;
        if (p == null) {
            throw new IllegalStateException("a command runs under the program");
        }
        return p.open(globals(), files);
    }
}
