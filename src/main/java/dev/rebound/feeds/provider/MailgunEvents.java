package dev.rebound.feeds.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.domain.MachineReading;
import dev.rebound.domain.RawEvent;
import dev.rebound.feeds.FeedInfo;
import dev.rebound.feeds.NearMiss;
import dev.rebound.feeds.RecordContext;
import dev.rebound.feeds.RecordFeed;
import dev.rebound.feeds.container.Fields;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Mailgun's events as webhooks post them ({@code signature} beside {@code event-data}), as the Events API answers them
 * (pages of {@code items}), or one a line; fields by its pages "Events" and "Webhooks". The time is the event's: the
 * signature's is when the webhook was posted. An id is unique within a day only, so the day is part of it.
 */
final class MailgunEvents implements RecordFeed {
    static final String SOURCE = "Mailgun";
    private static final String BODY = "event-data";

    @Override
    public String wordForSends() {
        return "accepted";
    }

    @Override
    public FeedInfo info() {
        return new FeedInfo(
                "mailgun",
                "Mailgun events",
                EnumSet.of(
                        EventKind.SEND,
                        EventKind.DELIVERY,
                        EventKind.HARD_BOUNCE,
                        EventKind.SOFT_BOUNCE,
                        EventKind.BLOCK,
                        EventKind.BOUNCE,
                        EventKind.DEFERRAL,
                        EventKind.DROP,
                        EventKind.REJECTION,
                        EventKind.COMPLAINT));
    }

    /** A page is told by its first event, so an empty one is not. */
    @Override
    public boolean recognises(Sample sample) {
        JsonNode r = sample.record();
        return sample.shape() == Shape.JSON
                && (r.path(BODY).has("event")
                        || isEvent(r)
                        || isEvent(r.path("items").path(0)));
    }

    private static boolean isEvent(JsonNode r) {
        String event = RecordContext.text(r, "event");
        return event != null
                && (r.has("timestamp") || r.has("@timestamp"))
                && r.has("id")
                && (r.has("log-level") || r.has("user-variables"))
                && MailgunWords.isEvent(event);
    }

    @Override
    public Optional<NearMiss> nearMiss(Sample sample) {
        return sample.shape() == Shape.JSON
                ? NearMiss.by(
                        info(),
                        NearMiss.inPage(sample.record(), "items"),
                        "event",
                        "timestamp|@timestamp",
                        "id",
                        "log-level|user-variables")
                : Optional.empty();
    }

    @Override
    public void read(JsonNode record, RecordContext context) {
        if (record.has(BODY)) {
            event(record.path(BODY), context);
        } else if (record.path("items").isArray()) {
            context.each(record.path("items"), e -> event(e, context));
        } else {
            event(record, context);
        }
    }

    private static void event(JsonNode e, RecordContext context) {
        String event = RecordContext.text(e, "event");
        if (event != null && MailgunWords.isAboutNoMail(event)) {
            context.nothing();
            return;
        }
        if (event == null) {
            context.reject("The record does not say which event it is.");
            return;
        }
        EventKind known = kind(e, event);
        EventKind kind = known == null ? EventKind.OTHER : known;
        if (known == null) {
            context.unknownWord(event);
        }
        // The logs write it as a text of another name.
        Instant time = context.time(e.has("timestamp") ? e.get("timestamp") : e.get("@timestamp"));
        List<String> recipients = MailgunRecipients.of(e);
        if (recipients.isEmpty()) {
            context.reject("The event names no recipient, so it belongs to no message.");
        }
        for (String recipient : recipients) {
            String id = id(e, time);
            context.event(kind, recipient, time, SOURCE)
                    .ifPresent(b -> context.accept(answered(b, e, kind)
                            .eventId(id == null || recipients.size() == 1 ? id : id + " " + recipient)
                            .with(EventText.RAW_KIND, event)
                            .build()));
        }
    }

    /**
     * A sender of one's own is always authenticated: what was accepted from anybody else and not by a route is a mail
     * that came in.
     */
    private static @Nullable EventKind kind(JsonNode e, String event) {
        JsonNode flags = e.path("flags");
        boolean cameIn = flags.has("is-authenticated")
                && !Fields.isTrue(flags.get("is-authenticated"))
                && !Fields.isTrue(flags.get("is-routed"));
        EventKind kind = MailgunWords.kind(
                event,
                RecordContext.text(e, "severity"),
                RecordContext.text(e, "reason"),
                Fields.number(e.path("delivery-status").get("code"), 0));
        return kind == EventKind.SEND && cameIn ? EventKind.OTHER : kind;
    }

    private static @Nullable String id(JsonNode e, @Nullable Instant time) {
        String id = RecordContext.text(e, "id");
        return id == null || time == null
                ? null
                : id + " " + time.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static RawEvent.Builder answered(RawEvent.Builder b, JsonNode e, EventKind kind) {
        JsonNode status = e.path("delivery-status");
        JsonNode reject = e.path("reject");
        String message = RecordContext.text(status, "message");
        String description = either(status, "description", reject, "description");
        String reply =
                withLastAnswer(message == null ? either(reject, "reason", status, "description") : message, status);
        String word = RecordContext.text(e, "reason");
        String detail = either(e, "url", e.path("client-info"), "user-agent");
        return described(b, e)
                .with(EventText.REPLY, reply)
                .smtpCode(MailgunWords.smtpCode(Fields.number(status.get("code"), 0)))
                .with(EventText.ENHANCED_CODE, either(status, "enhanced-code", status, "bounce-code"))
                .attempt(Fields.number(status.get("attempt-no"), 0))
                .with(EventText.MX, RecordContext.text(status, "mx-host"))
                .with(EventText.SOURCE_CLASS, machine(e, kind, sourceClass(RecordContext.text(e, "severity"), word)))
                .hint(MailgunWords.hint(kind, word))
                .with(EventText.DETAIL, detail == null && !same(reply, description) ? description : detail);
    }

    /** What was given up after many tries: the last answer tells why. */
    private static @Nullable String withLastAnswer(@Nullable String reply, JsonNode status) {
        String last = RecordContext.text(status, "last-message");
        if (last == null) {
            return reply;
        }
        String code = RecordContext.text(status, "last-code");
        String answer = code == null ? last : code + " " + last;
        return reply == null ? answer : reply + " (last answer: " + answer + ")";
    }

    /** The service names the kind of bot that it takes the reader for; of a person it leaves that empty. */
    private static @Nullable String machine(JsonNode e, EventKind kind, @Nullable String otherwise) {
        String bot = RecordContext.text(e.path("client-info"), "bot");
        return bot != null && (kind == EventKind.OPEN || kind == EventKind.CLICK)
                ? MachineReading.of("bot: " + bot)
                : otherwise;
    }

    private static RawEvent.Builder described(RawEvent.Builder b, JsonNode e) {
        JsonNode headers = e.path("message").path("headers");
        String messageId = RecordContext.text(headers, "message-id");
        return b.with(EventText.MESSAGE_ID, messageId == null ? null : messageId.replaceAll("[<>]", ""))
                .with(EventText.SUBJECT, RecordContext.text(headers, "subject"))
                .with(EventText.FROM_DOMAIN, FromHeader.domain(either(headers, "from", e.path("envelope"), "sender")))
                .with(
                        EventText.DISPATCH_ID,
                        Fields.text(e.path("user-variables").get("dispatch_id")))
                .with(EventText.CAMPAIGN, campaign(e))
                .with(EventText.ESP, SOURCE)
                .with(EventText.SENDING_IP, RecordContext.text(e.path("envelope"), "sending-ip"))
                .test(Fields.isTrue(e.path("flags").get("is-test-mode")));
    }

    /** The service's old campaigns, then a variable that the sender called one, then the first tag. */
    private static @Nullable String campaign(JsonNode e) {
        JsonNode named = e.path("campaigns").path(0);
        String old = named.isObject() ? either(named, "name", named, "id") : Fields.text(named);
        if (old != null) {
            return old;
        }
        for (var variable : e.path("user-variables").properties()) {
            if (variable.getKey().toLowerCase(Locale.ROOT).contains("campaign")) {
                return Fields.text(variable.getValue());
            }
        }
        return Fields.text(e.path("tags").path(0));
    }

    private static @Nullable String sourceClass(@Nullable String severity, @Nullable String reason) {
        if (severity == null) {
            return reason;
        }
        return reason == null ? severity : severity + "/" + reason;
    }

    private static boolean same(@Nullable String a, @Nullable String b) {
        return a == null ? b == null : a.equals(b);
    }

    private static @Nullable String either(JsonNode first, String name, JsonNode second, String other) {
        String value = RecordContext.text(first, name);
        return value == null ? RecordContext.text(second, other) : value;
    }
}
