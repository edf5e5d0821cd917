package dev.rebound.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rebound.domain.EmailAddress;
import dev.rebound.session.Session;
import dev.rebound.store.ErasureReport;
import picocli.CommandLine;

/** {@code erase ADDRESS --yes}: a pseudonym in the place of a person's address, everywhere in the store. */
@CommandLine.Command(
        name = "erase",
        description =
                "Erase a person: a pseudonym stands for the address everywhere, counts stay. There is no way back.",
        mixinStandardHelpOptions = true)
final class EraseCommand extends Command {
    @CommandLine.Parameters(paramLabel = "ADDRESS", arity = "1")
    String address = "";

    @CommandLine.Option(names = "--yes", description = "Do it; without this word only what would change is shown.")
    boolean yes;

    @Override
    public Integer call() throws Exception {
        Globals g = globals();
        if (!EmailAddress.isPresent(address)) {
            throw new WrongUse(g.words().of("erase.noaddress", address));
        }
        try (Session session = g.open()) {
            ErasureReport report = session.erasurePreview(address);
            boolean done = yes && report.isAnywhere();
            if (done) {
                report = session.erase(address);
            }
            if (g.json) {
                ObjectNode root = Terminal.object();
                root.put("erased", done);
                root.put("pseudonym", report.pseudonym());
                root.put("events", report.events());
                root.put("texts", report.texts());
                root.put("raw_records", report.records());
                root.put("lines", report.lines());
                root.put("others", report.others());
                terminal().json(root);
            }
            terminal()
                    .tell(g.words()
                            .of(
                                    done ? "erase.done" : report.isAnywhere() ? "erase.would" : "erase.nowhere",
                                    report.events(),
                                    report.texts(),
                                    report.records(),
                                    report.lines(),
                                    report.others(),
                                    report.pseudonym()));
            return done || !report.isAnywhere() ? DONE : LOOK;
        }
    }
}
