package dev.rebound.feeds.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.domain.RawEvent;
import dev.rebound.domain.Reason;
import dev.rebound.feeds.FeedInfo;
import dev.rebound.feeds.NearMiss;
import dev.rebound.feeds.RecordContext;
import dev.rebound.feeds.RecordFeed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The message tracking log of Exchange servers ({@code MSGTRK*.LOG}) and the extended message trace of Exchange Online:
 * the same columns, written with hyphens or underscores. Recipients and their statuses are two lists joined by semicolons
 * in the same order. A message passes several servers of the house: it is sent once, and what is handed over inside the
 * house is no delivery.
 */
final class ExchangeTracking implements RecordFeed {
    static final String SOURCE = "Exchange";

    /** The documented steps inside the house that end nothing. */
    private static final Set<String> STEPS_INSIDE = Set.of(
            "agentinfo",
            "clientsubmission",
            "deliverfail",
            "dsn",
            "duplicatedeliver",
            "duplicateexpand",
            "duplicateredirect",
            "expand",
            "hadiscard",
            "hareceive",
            "haredirect",
            "haredirectfail",
            "initmessagecreated",
            "journalreport",
            "load",
            "moderationexpire",
            "moderatorapprove",
            "moderatorreject",
            "moderatorsallndr",
            "notifymapi",
            "notifyshadow",
            "poisonmessage",
            "process",
            "processmeetingmessage",
            "receive",
            "redirect",
            "resolve",
            "resubmit",
            "resubmitdefer",
            "resubmitfail",
            "send",
            "submit",
            "submitdefer",
            "submitfail",
            "throttle",
            "transfer");

    @Override
    public String wordForSends() {
        return "RECEIVE";
    }

    @Override
    public FeedInfo info() {
        return new FeedInfo(
                "exchange-tracking",
                "Exchange message tracking",
                EnumSet.of(
                        EventKind.SEND,
                        EventKind.DELIVERY,
                        EventKind.BOUNCE,
                        EventKind.DEFERRAL,
                        EventKind.DROP,
                        EventKind.REJECTION));
    }

    @Override
    public boolean recognises(Sample sample) {
        JsonNode r = sample.record();
        return sample.shape() == Shape.CSV
                && has(r, "event-id")
                && has(r, "recipient-address")
                && has(r, "recipient-status")
                && has(r, "source")
                && timeField(r) != null;
    }

    private static boolean has(JsonNode r, String name) {
        return r.has(name) || r.has(name.replace('-', '_'));
    }

    private static @Nullable String field(JsonNode r, String name) {
        String value = RecordContext.text(r, name);
        return value == null ? RecordContext.text(r, name.replace('-', '_')) : value;
    }

    private static @Nullable String timeField(JsonNode r) {
        for (String name : List.of("date-time", "date_time_utc", "date_time", "timestamp")) {
            if (r.has(name)) {
                return name;
            }
        }
        return null;
    }

    @Override
    public Optional<NearMiss> nearMiss(Sample sample) {
        return sample.shape() == Shape.CSV
                ? NearMiss.by(
                        info(),
                        sample.record(),
                        "event-id|event_id",
                        "recipient-address|recipient_address",
                        "recipient-status|recipient_status",
                        "source",
                        "date-time|date_time_utc|date_time|timestamp")
                : Optional.empty();
    }

    @Override
    public void read(JsonNode record, RecordContext context) {
        String word = field(record, "event-id");
        if (word == null) {
            context.reject("The row does not say which event it is: event-id is empty.");
            return;
        }
        String event = word.toLowerCase(Locale.ROOT);
        EventKind kind = kind(event, record);
        if (kind == null) {
            if (STEPS_INSIDE.contains(event)) {
                context.nothing();
            } else {
                context.reject("The event \"" + word + "\" is none of message tracking.");
            }
            return;
        }
        if ("<>".equals(field(record, "return-path")) || "<>".equals(field(record, "sender-address"))) {
            // A notice to a sender is no message of anybody.
            context.nothing();
            return;
        }
        String timeField = timeField(record);
        Instant time = timeField == null ? null : context.time(record.get(timeField));
        List<String> addresses = list(field(record, "recipient-address"));
        List<String> statuses = list(field(record, "recipient-status"));
        if (addresses.isEmpty()) {
            context.reject("The row names no recipient, so it belongs to no message.");
        }
        for (int i = 0; i < addresses.size(); i++) {
            String address = addresses.get(i);
            String status = statuses.size() == addresses.size() ? statuses.get(i) : field(record, "recipient-status");
            context.event(kind, address, time, SOURCE)
                    .ifPresent(b -> context.accept(filled(b, record, kind, word, address, status)));
        }
    }

    private static @Nullable EventKind kind(String event, JsonNode record) {
        String source = String.valueOf(field(record, "source")).toLowerCase(Locale.ROOT);
        return switch (event) {
            case "receive" -> source.equals("dsn") ? null : EventKind.SEND;
            case "send", "sendexternal" -> isInside(record) ? null : EventKind.DELIVERY;
            case "deliver" -> EventKind.DELIVERY;
            case "defer" -> EventKind.DEFERRAL;
            case "fail" -> EventKind.BOUNCE;
            case "drop", "suppressed" -> EventKind.DROP;
            case "badmail" -> EventKind.REJECTION;
            default -> null;
        };
    }

    /** From one server of the house to the next. */
    private static boolean isInside(JsonNode record) {
        String connector = String.valueOf(field(record, "connector-id")).toLowerCase(Locale.ROOT);
        return connector.contains("intra-organization") || connector.contains("intra-forest");
    }

    /** The parts between semicolons; those inside brackets are of one part. */
    static List<String> list(@Nullable String joined) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        String text = joined == null ? "" : joined;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '[' ? 1 : c == ']' && depth > 0 ? -1 : 0;
            if (c == ';' && depth == 0) {
                parts.add(text.substring(from, i).strip());
                from = i + 1;
            }
        }
        if (!text.isEmpty()) {
            parts.add(text.substring(from).strip());
        }
        return parts;
    }

    private static RawEvent filled(
            RawEvent.Builder b, JsonNode r, EventKind kind, String word, String address, @Nullable String status) {
        String messageId = field(r, "message-id");
        String network = field(r, "network-message-id");
        String id = messageId != null ? messageId.replaceAll("[<>]", "") : network;
        boolean failure = kind != EventKind.SEND;
        return b.eventId(kind == EventKind.SEND && id != null ? "send " + id + " " + address : null)
                .with(EventText.RAW_KIND, word)
                .with(EventText.REPLY, failure ? words(status) : null)
                .with(EventText.DETAIL, failure ? field(r, "source-context") : null)
                .with(EventText.MESSAGE_ID, id)
                .with(EventText.SUBJECT, field(r, "message-subject"))
                .with(EventText.MX, kind == EventKind.DELIVERY ? field(r, "server-hostname") : null)
                .with(EventText.FROM_DOMAIN, FromHeader.domain(field(r, "sender-address")))
                .with(EventText.WORKSPACE, field(r, "tenant-id"))
                .with(EventText.ESP, SOURCE)
                .hint(kind == EventKind.DROP ? Reason.SUPPRESSED : null)
                .test(address.toLowerCase(Locale.ROOT).startsWith("healthmailbox"))
                .build();
    }

    /** The server's words, which stand in brackets as {@code [{LED=550 5.1.1 …};{MSG=…}]} where Exchange adds its own. */
    private static @Nullable String words(@Nullable String status) {
        if (status == null) {
            return null;
        }
        int from = status.indexOf("{LED=");
        int end = from < 0 ? -1 : status.indexOf('}', from);
        return end > from + 5 ? status.substring(from + 5, end) : status;
    }
}
