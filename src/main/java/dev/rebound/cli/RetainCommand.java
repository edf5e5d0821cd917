package dev.rebound.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rebound.session.RetentionPreview;
import dev.rebound.session.Session;
import dev.rebound.store.PastCount;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.Period;
import java.time.ZonedDateTime;
import picocli.CommandLine;

/** {@code retain --older-than P13M}: removes old messages and keeps their counts. */
@CommandLine.Command(
        name = "retain",
        description = "Removes messages whose last event is older than an age; their counts are kept for ever.",
        mixinStandardHelpOptions = true)
final class RetainCommand extends Command {
    @CommandLine.Option(
            names = "--older-than",
            paramLabel = "AGE",
            required = true,
            description = "An age such as P13M (13 months), P2Y or P90D.")
    String age = "";

    @CommandLine.Option(names = "--dry-run", description = "Only say what would go.")
    boolean dryRun;

    @Override
    public Integer call() throws Exception {
        Globals g = globals();
        Period period = period(g);
        try (Session session = g.open()) {
            Instant cutoff = session.before(period);
            RetentionPreview preview = session.retentionPreview(cutoff);
            boolean done = !dryRun && preview.events() > 0;
            if (done) {
                session.retain(cutoff);
            }
            if (g.json) {
                ObjectNode root = Terminal.object()
                        .put("removed", done)
                        .put("cutoff", cutoff.toString())
                        .put("messages", preview.messages())
                        .put("events", preview.events())
                        .put("kept", preview.kept())
                        .put("pinned", preview.pinned());
                ArrayNode counts = root.putArray("counts");
                for (PastCount c : session.pastCounts()) {
                    counts.addObject()
                            .put("day", c.day())
                            .put("campaign", c.campaign())
                            .put("state", c.state())
                            .put("messages", c.messages());
                }
                terminal().json(root);
            }
            terminal()
                    .tell(g.words()
                            .of(
                                    done ? "retain.done" : "retain.would",
                                    ZonedDateTime.ofInstant(cutoff, g.zone()).toLocalDate(),
                                    preview.messages(),
                                    preview.events(),
                                    preview.kept(),
                                    preview.pinned()));
            return DONE;
        }
    }

    private Period period(Globals g) {
        try {
            Period period = Period.parse(age);
            if (period.isNegative() || period.isZero()) {
                throw new WrongUse(g.words().of("retain.noage", age));
            }
            return period;
        } catch (DateTimeException e) {
            throw new WrongUse(g.words().of("retain.noage", age));
        }
    }
}
