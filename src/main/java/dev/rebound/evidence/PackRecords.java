package dev.rebound.evidence;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rebound.domain.EventText;
import dev.rebound.domain.MessageState;
import dev.rebound.domain.RawRecord;
import dev.rebound.insight.ChainEvent;
import dev.rebound.insight.MessageRow;
import dev.rebound.session.ColumnNames;
import dev.rebound.store.ImportRun;
import dev.rebound.store.StoreException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The source's own words behind the rows: a sample for people, all of them for machines. */
final class PackRecords {
    static final int SAMPLE = 20;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** All but what tells of a person; a subject may call its reader by name. */
    private static final Set<EventText> SHOWN = EnumSet.complementOf(
            EnumSet.of(EventText.USER_ID, EventText.EXTERNAL_USER_ID, EventText.DETAIL, EventText.SUBJECT));

    /** The feed whose records are mails. */
    private static final String MAILS = "bounce-mail";

    private final Facts facts;
    private final Concealment conceal;
    private final Telling tell;
    private final ColumnNames columns;

    PackRecords(Facts facts, Concealment conceal, Telling tell) {
        this.facts = facts;
        this.conceal = conceal;
        this.tell = tell;
        columns = new ColumnNames(facts.session);
    }

    /** The deciding records of up to twenty messages, spread evenly; those without a delivery come first. */
    void sample(OutputStream out) throws IOException, StoreException {
        for (int message : chosen()) {
            ChainEvent event = facts.picture.message(message).decidingEvent();
            Sources.Where where = facts.sources.of(event);
            RawRecord raw = facts.session.rawRecord(event.importId(), event.rawIndex());
            String heading = tell.of(
                    "sample.heading",
                    conceal.text(event.file() + (where.part().isEmpty() ? "" : " › " + where.part())),
                    String.valueOf(where.line()),
                    tell.time(event.time()));
            write(
                    out,
                    "# " + heading + "\n"
                            + conceal.record(
                                            harmless(event.importId(), event.rawIndex(), raw, List.of(message)),
                                            ids(message),
                                            facts.picture.row(message).address(),
                                            persons(message))
                                    .stripTrailing()
                            + "\n\n");
        }
    }

    private int[] chosen() {
        int[] missing = Arrays.stream(facts.messages).filter(this::isMissing).toArray();
        int[] from = missing.length == 0 ? facts.messages : missing;
        int[] chosen = new int[Math.min(SAMPLE, from.length)];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = from[(int) ((long) i * from.length / chosen.length)];
        }
        return chosen;
    }

    private boolean isMissing(int message) {
        MessageState state = facts.picture.messages().state(message);
        return state != null && !state.isDelivery();
    }

    /** Every record, one JSON object a line, in the order of the imports. */
    void all(OutputStream out, BooleanSupplier cancelled) throws IOException, StoreException {
        try {
            for (long importId : facts.sources.imports()) {
                ImportRun run = facts.sources.run(importId);
                Map<Integer, List<Integer>> messages = messagesOf(importId);
                facts.sources.read(
                        importId,
                        cancelled,
                        (index, raw) -> line(out, run, index, raw, messages.getOrDefault(index, List.of())));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Whom each record of a file is about: an event that names several persons is one record of several messages. */
    private Map<Integer, List<Integer>> messagesOf(long importId) {
        Map<Integer, List<Integer>> messages = new HashMap<>();
        for (int message : facts.messages) {
            for (int event : facts.picture.messages().eventsOf(message)) {
                if (facts.picture.events().importId(event) == importId) {
                    messages.computeIfAbsent(facts.picture.events().rawIndex(event), i -> new ArrayList<>())
                            .add(message);
                }
            }
        }
        return messages;
    }

    /** What the records of a message call its person by. */
    private Set<String> persons(int message) {
        Set<String> persons = new HashSet<>();
        for (int event : facts.picture.messages().eventsOf(message)) {
            for (EventText field : List.of(EventText.USER_ID, EventText.EXTERNAL_USER_ID)) {
                String id = facts.picture.events().textValue(field, event);
                if (id != null && !id.isBlank()) {
                    persons.add(id);
                }
            }
        }
        return persons;
    }

    /** The record without the fields of which nobody knows that they are harmless; a log has none. */
    private String harmless(long importId, int rawIndex, RawRecord raw, List<Integer> messages) throws StoreException {
        if (conceal.isNothing()) {
            return raw.text();
        }
        String about =
                messages.isEmpty() ? "" : facts.picture.row(messages.getFirst()).address();
        Set<String> persons = new HashSet<>();
        Set<String> shown = new HashSet<>();
        Set<String> replies = new HashSet<>();
        for (int message : messages) {
            persons.addAll(persons(message));
            shown.addAll(texts(message, SHOWN));
            replies.addAll(texts(message, EnumSet.of(EventText.REPLY)));
        }
        String feed = facts.sources.run(importId).feedId();
        if (feed.equals(MAILS)) {
            return MailRecord.harmless(raw.text(), replies, value -> {
                String instead = conceal.field("", value, about, persons, shown);
                return instead == null ? value : instead;
            });
        }
        RecordFields.Rewriting known = (name, value) -> conceal.field(name, value, about, persons, shown);
        if (RecordFields.namesItsFields(raw.text())) {
            return RecordFields.named(raw.text(), known);
        }
        List<String> names = columns.of(importId, rawIndex, raw);
        return names.isEmpty() && !facts.session.feeds().readsRecords(feed)
                ? raw.text()
                : RecordFields.row(raw.text(), names, known);
    }

    private Set<String> texts(int message, Set<EventText> fields) {
        Set<String> texts = new HashSet<>();
        for (int event : facts.picture.messages().eventsOf(message)) {
            for (EventText field : fields) {
                String text = facts.picture.events().textValue(field, event);
                if (text != null) {
                    texts.add(text.strip());
                }
            }
        }
        return texts;
    }

    private void line(OutputStream out, ImportRun run, int rawIndex, RawRecord raw, List<Integer> messages)
            throws StoreException {
        String text = harmless(run.id(), rawIndex, raw, messages);
        for (int message : messages) {
            text = conceal.record(text, Set.of(), facts.picture.row(message).address(), persons(message));
        }
        ObjectNode node = JSON.createObjectNode()
                .put("file", conceal.text(facts.picture.file(run.id())))
                .put("part", conceal.text(raw.part()))
                .put("line", raw.line())
                .put("text", text);
        try {
            write(out, node + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What looks like an address in a record and is an id of the message. */
    private Set<String> ids(int message) {
        MessageRow row = facts.picture.row(message);
        Set<String> ids = new HashSet<>();
        for (@Nullable
        String id : Arrays.asList(
                row.messageId(),
                row.dispatchId(),
                facts.picture
                        .events()
                        .textValue(
                                EventText.HEADER_MESSAGE_ID,
                                facts.picture.messages().decidingEvent(message)))) {
            if (id != null && PackRows.isOwnId(id, row.address())) {
                ids.add(id);
            }
        }
        return ids;
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
