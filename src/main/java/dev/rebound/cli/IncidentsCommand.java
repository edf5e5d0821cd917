package dev.rebound.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rebound.insight.Incident;
import dev.rebound.session.Session;
import dev.rebound.words.Percent;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** {@code incidents}: when a mailbox provider treated mail otherwise than usual, and what is different about that mail. */
@CommandLine.Command(
        name = "incidents",
        description = "Times at which a mailbox provider refused or delayed mail unusually.",
        mixinStandardHelpOptions = true)
final class IncidentsCommand extends Command {
    @Override
    public Integer call() throws Exception {
        Globals g = globals();
        try (Session session = g.open()) {
            List<Incident> incidents = session.picture().incidents();
            if (g.json) {
                terminal().json(json(incidents));
            } else {
                print(g, incidents);
            }
            return DONE;
        }
    }

    private static ObjectNode json(List<Incident> incidents) {
        ObjectNode root = Terminal.object();
        ArrayNode list = root.putArray("incidents");
        for (Incident i : incidents) {
            ObjectNode node = list.addObject();
            node.put("kind", i.kind().code());
            node.put("provider", i.provider());
            node.put("reason", i.reason().code());
            node.put("from", i.from().toString());
            node.put("to", i.to().toString());
            node.put("messages", i.messages().size());
            node.put("seen", i.seen());
            node.put("share", i.share());
            node.put("usual_share", i.usualShare());
            node.put("delivered_afterwards", i.deliveredAfterwards());
            i.campaigns().forEach(node.putArray("campaigns")::add);
            i.esps().forEach(node.putArray("esps")::add);
            ArrayNode differences = node.putArray("different");
            i.differences()
                    .forEach(d -> differences
                            .addObject()
                            .put("field", d.field().code())
                            .put("value", d.value())
                            .put("inside", d.insideShare())
                            .put("outside", d.outsideShare()));
            node.put("filter", i.rows().toText());
        }
        return root;
    }

    private void print(Globals g, List<Incident> incidents) {
        if (incidents.isEmpty()) {
            terminal().print(g.words().of("incidents.none"));
        }
        Percent percent = Percent.upTo(g.locale(), 1);
        ZoneId zone = g.zone();
        DateTimeFormatter time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(g.locale())
                .withZone(zone);
        for (Incident i : incidents) {
            terminal()
                    .print(g.words()
                            .of(
                                    "incidents." + i.kind().code(),
                                    i.provider(),
                                    time.format(i.from()),
                                    time.format(i.to()),
                                    zone.getId(),
                                    i.messages().size(),
                                    percent.of(i.share()),
                                    percent.of(i.usualShare()),
                                    g.words().of("reason." + i.reason().code()),
                                    i.deliveredAfterwards()));
            terminal()
                    .print("  "
                            + g.words()
                                    .of(
                                            "incidents.touched",
                                            String.join(", ", i.campaigns()),
                                            String.join(", ", i.esps())));
            if (!i.differences().isEmpty()) {
                terminal()
                        .print("  "
                                + g.words()
                                        .of(
                                                "incidents.different",
                                                i.differences().stream()
                                                        .limit(3)
                                                        .map(d -> SpokenTable.field(
                                                                        g.words(),
                                                                        d.field()
                                                                                .code())
                                                                + " " + d.value() + " ("
                                                                + percent.of(d.insideShare()) + " / "
                                                                + percent.of(d.outsideShare()) + ")")
                                                        .collect(Collectors.joining(", "))));
            }
            terminal().print("  " + g.words().of("incidents.rows", i.rows().toText()));
        }
    }
}
