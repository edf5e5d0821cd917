package dev.rebound.cli;

import dev.rebound.session.Session;
import picocli.CommandLine;

/** {@code compact}: writes the store's file anew, without what was deleted or replaced. */
@CommandLine.Command(
        name = "compact",
        description = "Writes the store's file anew, without what was deleted or replaced.",
        mixinStandardHelpOptions = true)
final class CompactCommand extends Command {
    @Override
    public Integer call() throws Exception {
        Globals g = globals();
        try (Session session = g.open()) {
            long before = session.storeFacts().bytes();
            session.compact();
            long after = session.storeFacts().bytes();
            if (g.json) {
                terminal().json(Terminal.object().put("bytes_before", before).put("bytes", after));
            }
            terminal().tell(g.words().of("compact.done", before, after));
            return DONE;
        }
    }
}
