package dev.rebound.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rebound.session.Session;
import dev.rebound.store.PasswordSource;
import dev.rebound.store.RestoreReport;
import java.nio.file.Path;
import picocli.CommandLine;

/** {@code restore FILE}: puts a backup in the place of the store, verified; what was there is kept as a backup. */
@CommandLine.Command(
        name = "restore",
        description = "Puts a backup in the place of the store. What is there now is kept as a backup.",
        mixinStandardHelpOptions = true)
final class RestoreCommand extends Command {
    @CommandLine.Parameters(paramLabel = "FILE", arity = "1", description = "A file that \"backup\" wrote.")
    Path file = Path.of("");

    @Override
    public Integer call() throws Exception {
        Globals g = globals();
        RestoreReport report = Session.restore(g.folder(), file, g.passwords(PasswordSource.none()), g.clock());
        Path replaced = report.replaced();
        if (g.json) {
            ObjectNode root = Terminal.object()
                    .put("file", file.toString())
                    .put("made_at", report.from().at().toString())
                    .put("imports", report.check().imports())
                    .put("events", report.check().events())
                    .put("sound", report.check().isSound());
            root.put("replaced", replaced == null ? null : replaced.toString());
            terminal().json(root);
        }
        terminal()
                .tell(g.words()
                        .of(
                                "restore.done",
                                file,
                                report.from().at(),
                                report.check().imports(),
                                report.check().events()));
        if (replaced != null) {
            terminal().tell(g.words().of("restore.replaced", replaced));
        }
        return DONE;
    }
}
