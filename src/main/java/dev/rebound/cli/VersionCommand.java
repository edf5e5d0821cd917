package dev.rebound.cli;

import picocli.CommandLine;

/** {@code version}: the version and what it runs on. */
@CommandLine.Command(name = "version", description = "Shows the version.", mixinStandardHelpOptions = true)
final class VersionCommand extends Command {
    @Override
    public Integer call() {
        String java = System.getProperty("java.version", "");
        if (globals().json) {
            terminal()
                    .json(Terminal.object()
                            .put("version", CommandLineProgram.VERSION)
                            .put("java", java));
        } else {
            terminal().print("Rebound " + CommandLineProgram.VERSION + " (Java " + java + ")");
        }
        return DONE;
    }
}
