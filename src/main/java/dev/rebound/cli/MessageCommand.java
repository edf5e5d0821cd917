package dev.rebound.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rebound.domain.RawRecord;
import dev.rebound.insight.ChainEvent;
import dev.rebound.insight.MessageDetails;
import dev.rebound.session.Session;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;

/** {@code message ID}: everything known of a message, each event with its source line and raw record. */
@CommandLine.Command(
        name = "message",
        description = "One message: its events with their raw records.",
        mixinStandardHelpOptions = true)
final class MessageCommand extends Command {
    @CommandLine.Parameters(paramLabel = "ID", arity = "1", description = "Message id or dispatch id.")
    String id = "";

    private final Map<Long, String> digests = new HashMap<>();

    @Override
    public Integer call() throws Exception {
        Globals g = globals();
        String bare = id.startsWith("<") && id.endsWith(">") ? id.substring(1, id.length() - 1) : id;
        try (Session session = g.open()) {
            int[] messages = session.picture().messagesWithId(bare);
            session.imports().forEach(run -> digests.put(run.id(), run.source().sha256()));
            ObjectNode root = Terminal.object();
            root.put("total", messages.length);
            ArrayNode list = root.putArray("messages");
            for (int m : messages) {
                message(session, g, session.picture().message(m), list.addObject());
            }
            if (g.json) {
                terminal().json(root);
            } else if (messages.length == 0) {
                terminal().print(g.words().of("message.none", id));
            }
            return messages.length == 0 ? LOOK : DONE;
        }
    }

    private void message(Session session, Globals g, MessageDetails d, ObjectNode node) throws Exception {
        node.put("address", d.row().address());
        node.put("campaign", d.row().campaign());
        node.put("subject", d.row().subject());
        node.put("state", d.row().state() == null ? null : d.row().state().code());
        node.put("reason", d.row().reason() == null ? null : d.row().reason().code());
        node.put("tries", d.row().tries());
        ArrayNode events = node.putArray("events");
        if (!g.json) {
            terminal()
                    .print(SpokenTable.address(d.row().address()) + " · "
                            + d.row().campaign() + " · "
                            + (d.row().state() == null
                                    ? ""
                                    : g.words().of("state." + d.row().state().code())));
        }
        for (ChainEvent e : d.chain()) {
            RawRecord raw = session.rawRecord(e.importId(), e.rawIndex());
            String time = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(e.time().atZone(g.zone()));
            ObjectNode event = events.addObject();
            event.put("time", time);
            event.put("kind", e.kind().name().toLowerCase(Locale.ROOT));
            event.put("source", e.source());
            event.put("reply", e.reply());
            event.put("reason", e.isJudged() ? e.reason().code() : null);
            event.put("class", e.isJudged() ? e.bounceClass().code() : null);
            event.put("rule", e.rule());
            event.put("matched", e.matched());
            String file = raw.part().isEmpty() ? e.file() : e.file() + "/" + raw.part();
            event.put("file", file);
            event.put("line", raw.line());
            event.put("import", e.importId());
            event.put("sha256", digests.get(e.importId()));
            event.put("raw", raw.text());
            if (!g.json) {
                List<String> told = List.of(
                        time,
                        e.source(),
                        g.words().of("kind." + e.kind().name().toLowerCase(Locale.ROOT)),
                        e.reply() == null ? "" : e.reply());
                terminal().print("  " + String.join("  ", told) + "  [" + file + ", " + raw.line() + "]");
            }
        }
    }
}
