package dev.rebound.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rebound.session.Session;
import dev.rebound.store.CheckReport;
import dev.rebound.words.Sentences;
import picocli.CommandLine;

/** {@code check}: verifies everything that is stored. */
@CommandLine.Command(name = "check", description = "Verifies the store.", mixinStandardHelpOptions = true)
final class CheckCommand extends Command {
    @Override
    public Integer call() throws Exception {
        Globals g = globals();
        try (Session session = g.open()) {
            CheckReport report = session.check();
            if (g.json) {
                ObjectNode node = Terminal.object()
                        .put("sound", report.isSound())
                        .put("imports", report.imports())
                        .put("events", report.events())
                        .put("pages", report.pages());
                var problems = node.putArray("problems");
                report.problems().forEach(problems::add);
                terminal().json(node);
            } else if (report.isSound()) {
                terminal().print(g.words().of("check.sound", report.imports(), report.events(), report.pages()));
            } else {
                terminal().print(g.words().of("check.damaged"));
                report.problems()
                        .forEach(p ->
                                terminal().print("  " + Sentences.in(g.locale()).of(p)));
            }
            return report.isSound() ? DONE : 3;
        }
    }
}
