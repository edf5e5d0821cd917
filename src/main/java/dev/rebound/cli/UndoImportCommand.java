package dev.rebound.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rebound.session.Session;
import dev.rebound.store.UndoResult;
import picocli.CommandLine;

/** {@code undo-import ID}: takes an import back. */
@CommandLine.Command(name = "undo-import", description = "Takes an import back.", mixinStandardHelpOptions = true)
final class UndoImportCommand extends Command {
    @CommandLine.Parameters(paramLabel = "ID", arity = "1")
    long id;

    @Override
    public Integer call() throws Exception {
        Globals g = globals();
        try (Session session = g.open()) {
            UndoResult r = session.undo(id);
            if (g.json) {
                ObjectNode node = Terminal.object()
                        .put("id", r.importId())
                        .put("file", r.name())
                        .put("removed", r.removed());
                var incomplete = node.putArray("incomplete");
                r.incomplete().forEach(incomplete::add);
                terminal().json(node);
            } else {
                terminal().print(g.words().of("undo.done", r.importId(), r.name(), r.removed()));
                if (!r.incomplete().isEmpty()) {
                    terminal().print(g.words().of("undo.incomplete", String.join(", ", r.incomplete())));
                }
            }
            return r.incomplete().isEmpty() ? DONE : LOOK;
        }
    }
}
