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
import dev.rebound.feeds.container.Fields;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Amazon SES: event publishing and identity notifications, bare or inside an SNS envelope. One event a recipient: the
 * bounced one, not the first of the send; with the bounce's time, not the send's. A suppressed address arrives as a
 * permanent bounce and is a drop.
 */
final class AmazonSesEvents implements RecordFeed {
    /** Names that stand inside a notification only. */
    private static final List<String> PARTS = List.of(
            "bouncedRecipients", "complainedRecipients", "processingTimeMillis", "diagnosticCode", "headersTruncated");

    static final String SOURCE = "Amazon SES";

    /** The service's own recipients for tries. */
    private static final String SIMULATOR = "@simulator.amazonses.com";

    @Override
    public FeedInfo info() {
        return new FeedInfo(
                "amazon-ses",
                "Amazon SES events",
                EnumSet.of(
                        EventKind.SEND,
                        EventKind.DELIVERY,
                        EventKind.HARD_BOUNCE,
                        EventKind.SOFT_BOUNCE,
                        EventKind.BOUNCE,
                        EventKind.DEFERRAL,
                        EventKind.DROP,
                        EventKind.REJECTION,
                        EventKind.COMPLAINT));
    }

    @Override
    public boolean recognises(Sample sample) {
        JsonNode r = sample.record();
        return sample.shape() == Shape.JSON
                && (!AmazonSesEnvelopes.events(r).isEmpty()
                        || (r.has("TopicArn") && r.has("Message") && r.has("Type")));
    }

    @Override
    public Optional<NearMiss> nearMiss(Sample sample) {
        JsonNode r = sample.record();
        boolean posted = r.has("TopicArn");
        if (PARTS.stream().anyMatch(r::has)) {
            // One object out of a notification, cut from what stands around it.
            return Optional.of(new NearMiss(info().name(), PARTS.subList(0, 3), List.of("notificationType", "mail")));
        }
        return sample.shape() != Shape.JSON
                ? Optional.empty()
                : posted
                        ? NearMiss.by(info(), r, "Type", "MessageId", "TopicArn", "Message")
                        : NearMiss.by(
                                info(),
                                r,
                                "eventType|notificationType",
                                "mail",
                                "bounce|delivery|complaint|send|deliveryDelay|reject|failure|subscription|open|click");
    }

    @Override
    public void read(JsonNode record, RecordContext context) {
        List<JsonNode> events = AmazonSesEnvelopes.events(record);
        if (!events.isEmpty()) {
            events.forEach(e -> event(e, context));
            return;
        }
        String type = RecordContext.text(record, "Type");
        String message = RecordContext.text(record, "Message");
        if (message == null
                || (type != null && type.endsWith("Confirmation"))
                || message.startsWith("Successfully validated")) {
            context.nothing();
        } else {
            context.reject("The message inside the notification is no sending event, or no valid JSON.");
        }
    }

    static void event(JsonNode record, RecordContext context) {
        String type = RecordContext.text(record, record.has("eventType") ? "eventType" : "notificationType");
        switch (String.valueOf(type)) {
            case "Send" -> each(record, record.path("mail").path("destination"), EventKind.SEND, "Send", null, context);
            case "Delivery" ->
                each(
                        record,
                        record.path("delivery").path("recipients"),
                        EventKind.DELIVERY,
                        "Delivery",
                        record.get("delivery"),
                        context);
            case "Bounce" -> bounce(record, context);
            case "DeliveryDelay" -> delay(record, context);
            case "Complaint" -> complaint(record, context);
            case "Reject", "Rendering Failure", "RenderingFailure" ->
                each(
                        record,
                        record.path("mail").path("destination"),
                        EventKind.REJECTION,
                        String.valueOf(type),
                        record.get("Reject".equals(type) ? "reject" : "failure"),
                        context);
            case "Open" ->
                each(
                        record,
                        record.path("mail").path("destination"),
                        EventKind.OPEN,
                        "Open",
                        record.get("open"),
                        context);
            case "Click" ->
                each(
                        record,
                        record.path("mail").path("destination"),
                        EventKind.CLICK,
                        "Click",
                        record.get("click"),
                        context);
            case "Subscription" ->
                each(
                        record,
                        record.path("mail").path("destination"),
                        EventKind.UNSUBSCRIBE,
                        "Subscription",
                        record.get("subscription"),
                        context);
            default -> unknown(record, type, context);
        }
    }

    private static void unknown(JsonNode record, @Nullable String type, RecordContext context) {
        if (type == null) {
            context.reject("The event has no type.");
            return;
        }
        context.unknownWord(type);
        each(record, record.path("mail").path("destination"), EventKind.OTHER, type, null, context);
    }

    /** Events whose recipients are a list of addresses; a body without a time of its own happened when the mail was taken. */
    private static void each(
            JsonNode record,
            JsonNode recipients,
            EventKind kind,
            String word,
            @Nullable JsonNode body,
            RecordContext context) {
        context.nothing();
        if (recipients.isEmpty()) {
            context.reject("The " + word + " event names no recipient.");
        }
        for (JsonNode recipient : recipients) {
            String reply = body == null ? null : either(body, "smtpResponse", "reason", "errorMessage");
            begin(record, recipient.asText(), kind, word, body, context)
                    .ifPresent(b -> context.accept(b.with(EventText.REPLY, reply)
                            .with(EventText.MX, body == null ? null : RecordContext.text(body, "remoteMtaIp"))
                            .with(
                                    EventText.DETAIL,
                                    body == null ? null : either(body, "link", "userAgent", "contactList"))
                            .build()));
        }
    }

    private static void bounce(JsonNode record, RecordContext context) {
        context.nothing();
        JsonNode bounce = record.path("bounce");
        String type = String.valueOf(RecordContext.text(bounce, "bounceType"));
        String subType = String.valueOf(RecordContext.text(bounce, "bounceSubType"));
        EventKind kind = kind(type, subType);
        String feedbackId = RecordContext.text(bounce, "feedbackId");
        if (bounce.path("bouncedRecipients").isEmpty()) {
            context.reject("The bounce names no recipient.");
        }
        for (JsonNode r : bounce.path("bouncedRecipients")) {
            String address = RecordContext.text(r, "emailAddress");
            boolean delayed = "delayed".equalsIgnoreCase(RecordContext.text(r, "action"));
            EventKind own = delayed && kind == EventKind.HARD_BOUNCE ? EventKind.SOFT_BOUNCE : kind;
            begin(record, address, own, "Bounce", bounce, context)
                    .ifPresent(b -> context.accept(diagnosed(b, r)
                            .eventId(feedbackId == null ? null : feedbackId + " " + address)
                            .with(EventText.SOURCE_CLASS, type + "/" + subType)
                            .hint(hint(own, subType))
                            .build()));
        }
    }

    private static EventKind kind(String type, String subType) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "permanent" ->
                switch (subType.toLowerCase(Locale.ROOT)) {
                    case "suppressed", "onaccountsuppressionlist", "unsubscribedrecipient" -> EventKind.DROP;
                    default -> EventKind.HARD_BOUNCE;
                };
            case "transient" -> EventKind.SOFT_BOUNCE;
            default -> EventKind.BOUNCE;
        };
    }

    private static @Nullable Reason hint(EventKind kind, String subType) {
        if (kind == EventKind.DROP) {
            return Reason.SUPPRESSED;
        }
        return switch (subType.toLowerCase(Locale.ROOT)) {
            case "noemail" -> Reason.INVALID_RECIPIENT;
            case "mailboxfull" -> Reason.MAILBOX_FULL;
            case "messagetoolarge" -> Reason.MESSAGE_TOO_LARGE;
            case "contentrejected" -> Reason.CONTENT_REJECTED;
            case "attachmentrejected" -> Reason.VIRUS_OR_ATTACHMENT;
            default -> null;
        };
    }

    private static void delay(JsonNode record, RecordContext context) {
        context.nothing();
        JsonNode delay = record.path("deliveryDelay");
        String word = RecordContext.text(delay, "delayType");
        if (delay.path("delayedRecipients").isEmpty()) {
            context.reject("The delay names no recipient.");
        }
        for (JsonNode r : delay.path("delayedRecipients")) {
            begin(record, RecordContext.text(r, "emailAddress"), EventKind.DEFERRAL, "DeliveryDelay", delay, context)
                    .ifPresent(b -> context.accept(diagnosed(b, r)
                            .with(EventText.SOURCE_CLASS, word)
                            .hint("MailboxFull".equals(word) ? Reason.MAILBOX_FULL : null)
                            .build()));
        }
    }

    /** The list holds everyone at the domain who got the mail: the complaint may be another's. */
    private static void complaint(JsonNode record, RecordContext context) {
        context.nothing();
        JsonNode complaint = record.path("complaint");
        String feedbackId = RecordContext.text(complaint, "feedbackId");
        if (complaint.path("complainedRecipients").isEmpty()) {
            context.reject("The complaint names no recipient.");
        }
        int named = complaint.path("complainedRecipients").size();
        boolean suppressed = "OnAccountSuppressionList".equals(RecordContext.text(complaint, "complaintSubType"));
        for (JsonNode r : complaint.path("complainedRecipients")) {
            String address = RecordContext.text(r, "emailAddress");
            begin(record, address, suppressed ? EventKind.DROP : EventKind.COMPLAINT, "Complaint", complaint, context)
                    .ifPresent(b -> context.accept(b.eventId(feedbackId == null ? null : feedbackId + " " + address)
                            .with(EventText.SOURCE_CLASS, RecordContext.text(complaint, "complaintFeedbackType"))
                            .with(EventText.DETAIL, named > 1 ? "possible: one of " + named + " recipients" : null)
                            .build()));
        }
    }

    private static RawEvent.Builder diagnosed(RawEvent.Builder b, JsonNode recipient) {
        return b.with(EventText.REPLY, RecordContext.text(recipient, "diagnosticCode"))
                .with(EventText.ENHANCED_CODE, RecordContext.text(recipient, "status"));
    }

    private static Optional<RawEvent.Builder> begin(
            JsonNode record,
            @Nullable String address,
            EventKind kind,
            String word,
            @Nullable JsonNode body,
            RecordContext context) {
        JsonNode mail = record.path("mail");
        JsonNode time = body != null && body.has("timestamp") ? body.get("timestamp") : mail.get("timestamp");
        JsonNode tags = mail.path("tags");
        return context.event(kind, address, context.time(time), SOURCE)
                .map(b -> b.with(EventText.RAW_KIND, word)
                        .test(address != null
                                && address.toLowerCase(Locale.ROOT).endsWith(SIMULATOR))
                        .with(EventText.MESSAGE_ID, RecordContext.text(mail, "messageId"))
                        .with(EventText.SUBJECT, RecordContext.text(mail.path("commonHeaders"), "subject"))
                        .with(EventText.DISPATCH_ID, first(tags, "dispatch_id"))
                        .with(EventText.CAMPAIGN, campaign(tags))
                        .with(EventText.ESP, SOURCE)
                        .with(EventText.IP_POOL, first(tags, "ses:configuration-set"))
                        .with(EventText.SENDING_IP, first(tags, "ses:outgoing-ip"))
                        .with(EventText.FROM_DOMAIN, FromHeader.domain(RecordContext.text(mail, "source"))));
    }

    /** Senders name campaigns in a tag of their own; the service's tags begin with its name. */
    private static @Nullable String campaign(JsonNode tags) {
        for (var e : tags.properties()) {
            if (e.getKey().toLowerCase(Locale.ROOT).contains("campaign")
                    && !e.getKey().startsWith("ses:")) {
                return first(tags, e.getKey());
            }
        }
        return null;
    }

    private static @Nullable String first(JsonNode tags, String name) {
        JsonNode values = tags.get(name);
        return values == null || !values.isArray() || values.isEmpty() ? null : Fields.text(values.get(0));
    }

    private static @Nullable String either(JsonNode body, String... names) {
        for (String name : names) {
            String value = RecordContext.text(body, name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
