package dev.rebound.cli;

import dev.rebound.session.Session;
import dev.rebound.store.BackupReport;
import dev.rebound.store.CheckReport;
import java.nio.file.Path;
import picocli.CommandLine;

/** {@code backup FILE}: a copy of the whole store, checked before and read back after. */
@CommandLine.Command(
        name = "backup",
        description = "Writes a backup of the store and reads it back.",
        mixinStandardHelpOptions = true)
final class BackupCommand extends Command {
    @CommandLine.Parameters(paramLabel = "FILE", arity = "1", description = "Where the backup goes, e.g. rebound.zip.")
    Path file = Path.of("");

    @Override
    public Integer call() throws Exception {
        Globals g = globals();
        try (Session session = g.open()) {
            CheckReport check = session.check();
            BackupReport report = session.backup(file);
            if (g.json) {
                terminal()
                        .json(Terminal.object()
                                .put("file", report.file().toString())
                                .put("bytes", report.bytes())
                                .put("sha256", report.sha256())
                                .put("format", report.format())
                                .put("imports", check.imports())
                                .put("events", check.events())
                                .put("sound", check.isSound()));
            }
            terminal().tell(g.words().of("backup.done", report.file(), check.imports(), check.events()));
            if (!check.isSound()) {
                terminal().tell(g.words().of("backup.damaged"));
            }
            return check.isSound() ? DONE : LOOK;
        }
    }
}
