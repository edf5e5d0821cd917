package dev.rebound.evidence;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rebound.domain.EmailAddress;
import dev.rebound.domain.RawRecord;
import dev.rebound.domain.Rejection;
import dev.rebound.domain.SubscriptionFact;
import dev.rebound.insight.ChainEvent;
import dev.rebound.insight.MessageDetails;
import dev.rebound.insight.Picture;
import dev.rebound.report.OwnersFile;
import dev.rebound.session.Session;
import dev.rebound.store.ImportRun;
import dev.rebound.store.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;

/**
 * All that the store holds about one person, as one JSON document: the answer to a request for access. Messages with each
 * event and its raw record, lines of user exports, unreadable lines that name the address, decisions about it.
 */
public final class PersonalData {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode root = JSON.createObjectNode();
    private int messages;
    private int others;

    private PersonalData() {}

    /** Collects what is held about an address. */
    public static PersonalData of(Session session, String address) throws StoreException {
        PersonalData data = new PersonalData();
        String key = new EmailAddress(address).key();
        Picture picture = session.picture().whole();
        data.root.put("address", key);
        data.root.put("written_at", Instant.now(session.clock()).toString());
        data.root.put("subscription", picture.subscription(key).code());
        data.root.put("invalid", picture.invalid(key).isPresent());
        ArrayNode ledger = data.root.putArray("address_ledger");
        picture.ledgerOf(key)
                .forEach(e -> ledger.addObject()
                        .put("at", e.at().toString())
                        .put("what", e.what().code())
                        .put("detail", e.detail()));
        ArrayNode list = data.root.putArray("messages");
        for (int m : picture.messagesOf(key)) {
            data.messages++;
            message(session, picture.message(m), list.addObject());
        }
        data.exports(session, key);
        data.unread(session, key);
        data.decisions(session, key);
        return data;
    }

    private static void message(Session session, MessageDetails d, ObjectNode node) throws StoreException {
        node.put("campaign", d.row().campaign());
        node.put("subject", d.row().subject());
        node.put("state", d.row().state() == null ? null : d.row().state().code());
        ArrayNode events = node.putArray("events");
        for (ChainEvent e : d.chain()) {
            RawRecord raw = session.rawRecord(e.importId(), e.rawIndex());
            events.addObject()
                    .put("time", e.time().toString())
                    .put("kind", e.kind().name().toLowerCase(Locale.ROOT))
                    .put("source", e.source())
                    .put("reply", e.reply())
                    .put("file", e.file())
                    .put("line", raw.line())
                    .put("raw", raw.text());
        }
    }

    private void exports(Session session, String key) throws StoreException {
        ArrayNode list = root.putArray("user_exports");
        for (SubscriptionFact f : session.subscriptions()) {
            if (f.address().key().equals(key)) {
                others++;
                list.addObject()
                        .put("status", f.status().code())
                        .put("since", f.since() == null ? null : f.since().toString())
                        .put("user_id", f.userId())
                        .put("cause", f.cause())
                        .put("line", f.record().line());
            }
        }
    }

    private void unread(Session session, String key) throws StoreException {
        ArrayNode list = root.putArray("unreadable_lines");
        for (ImportRun run : session.imports()) {
            for (Rejection r : session.rejections(run.id(), Integer.MAX_VALUE)) {
                if ((r.text() + r.reason()).toLowerCase(Locale.ROOT).contains(key)) {
                    others++;
                    list.addObject()
                            .put("file", session.picture().file(run.id()))
                            .put("line", r.line())
                            .put("reason", r.reason())
                            .put("text", r.text());
                }
            }
        }
    }

    private void decisions(Session session, String key) throws StoreException {
        ObjectNode list = root.putObject("decisions");
        session.settings().forEach((name, content) -> {
            if ((name + content).toLowerCase(Locale.ROOT).contains(key)) {
                others++;
                list.put(name, content);
            }
        });
    }

    /** How many messages. */
    public int messages() {
        return messages;
    }

    /** How many lines of user exports, unreadable lines and decisions. */
    public int others() {
        return others;
    }

    /** Whether anything is held. */
    public boolean isAnything() {
        return messages + others > 0 || root.path("invalid").asBoolean();
    }

    /** Writes the document. */
    public void write(Path file) throws IOException {
        OwnersFile.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root));
    }

    /** The document. */
    public ObjectNode json() {
        return root.deepCopy();
    }
}
