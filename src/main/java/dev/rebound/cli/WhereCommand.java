package dev.rebound.cli;

import picocli.CommandLine;

/** {@code where}: the data folder. */
@CommandLine.Command(name = "where", description = "Shows the data folder.", mixinStandardHelpOptions = true)
final class WhereCommand extends Command {
    @Override
    public Integer call() {
        Globals g = globals();
        String folder = g.folder().toAbsolutePath().normalize().toString();
        if (g.json) {
            terminal().json(Terminal.object().put("folder", folder));
        } else {
            terminal().print(g.words().of("where", folder));
        }
        return DONE;
    }
}
