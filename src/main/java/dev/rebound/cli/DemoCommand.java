package dev.rebound.cli;

import dev.rebound.filter.Filter;
import dev.rebound.insight.GapBy;
import dev.rebound.intake.ImportListener;
import dev.rebound.intake.ImportOptions;
import dev.rebound.session.SampleData;
import dev.rebound.session.Session;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;

/** {@code demo}: the window on the bundled sample; without a display its gap table in the terminal. */
@CommandLine.Command(name = "demo", description = "Opens the sample data.", mixinStandardHelpOptions = true)
final class DemoCommand extends Command {
    @Override
    public Integer call() throws Exception {
        Globals g = globals();
        if (g.now == null) {
            g.now = SampleData.NOW;
        }
        // Never the person's own store, also where one is named: the sample must not get among real data.
        if (g.store != null) {
            terminal().tell(g.words().of("demo.ownstore"));
        }
        Path folder = Files.createTempDirectory("rebound-demo");
        try {
            return show(g, folder);
        } finally {
            SampleData.delete(folder);
        }
    }

    private int show(Globals g, Path folder) throws Exception {
        CommandLineProgram p = program;
        if (p != null && p.window().hasDisplay() && !g.json) {
            terminal().tell(g.words().of("demo.window"));
            return p.show(new CommandLineProgram.WindowStart(
                    folder, true, List.of(), g.clock(), g.zone(), g.locale(), false));
        }
        terminal().tell(g.words().of("demo.nodisplay"));
        try (Session session = g.open(folder);
                SampleData sample = SampleData.unpacked()) {
            session.importFiles(
                    List.of(sample.folder()), new ImportOptions(g.zone(), null, false), ImportListener.none());
            var groups = session.picture().gap(Filter.all(), GapBy.CAMPAIGN).stream()
                    .filter(x -> x.sends() > 0)
                    .toList();
            if (g.json) {
                terminal().json(GapCommand.json(groups));
            } else {
                GapCommand.print(terminal(), g.words(), groups, session.picture());
            }
        }
        return DONE;
    }
}
