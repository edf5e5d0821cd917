package dev.rebound.cli;

import dev.rebound.journal.Journal;
import dev.rebound.journal.SupportReport;
import java.time.Clock;
import picocli.CommandLine;

/** {@code report}: what support needs to know, without personal data; works where the store cannot be opened. */
@CommandLine.Command(
        name = "report",
        description = "Prints what support needs: program, computer and journal, without personal data.",
        mixinStandardHelpOptions = true)
final class ReportCommand extends Command {
    @Override
    public Integer call() {
        Globals g = globals();
        Journal journal = Journal.of(g.folder(), Clock.systemUTC());
        String report = SupportReport.of(journal, null);
        if (g.json) {
            terminal()
                    .json(Terminal.object()
                            .put("report", report)
                            .put("journal", journal.file().toString()));
        } else {
            terminal().out().print(report);
            terminal().out().flush();
        }
        return DONE;
    }
}
