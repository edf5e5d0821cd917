package dev.rebound.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rebound.insight.Coverage;
import dev.rebound.session.Session;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import picocli.CommandLine;

/** {@code coverage}: which hours of which feed are missing, and what to ask for. */
@CommandLine.Command(
        name = "coverage",
        description = "Hours that a missing file would fill.",
        mixinStandardHelpOptions = true)
final class CoverageCommand extends Command {
    @Override
    public Integer call() throws Exception {
        Globals g = globals();
        try (Session session = g.open()) {
            ObjectNode root = Terminal.object();
            ArrayNode missing = root.putArray("missing");
            for (Coverage.Hole hole : session.picture().coverage().holes()) {
                String request = request(hole, g.locale());
                missing.addObject()
                        .put("feed", hole.feed())
                        .put("kind", hole.kind().name().toLowerCase(Locale.ROOT))
                        .put("from", hole.from().toString())
                        .put("to", hole.to().toString())
                        .put("request", request);
                if (!g.json) {
                    terminal().print(request);
                }
            }
            if (g.json) {
                terminal().json(root);
            }
            return missing.isEmpty() ? DONE : LOOK;
        }
    }

    private static String request(Coverage.Hole hole, Locale locale) {
        boolean french = locale.getLanguage().equals("fr");
        DateTimeFormatter day =
                DateTimeFormatter.ofPattern("d MMMM uuuu", locale).withZone(ZoneOffset.UTC);
        DateTimeFormatter clock = DateTimeFormatter.ofPattern("HH:mm", locale).withZone(ZoneOffset.UTC);
        String hours = clock.format(hole.from()) + "–" + clock.format(hole.to()) + " UTC";
        String kind =
                hole.kind().name().charAt(0) + hole.kind().name().substring(1).toLowerCase(Locale.ROOT);
        return (french ? "Manquant : " : "Missing: ") + hole.feed() + ", " + kind + ", " + day.format(hole.from())
                + ", " + hours + ".";
    }
}
