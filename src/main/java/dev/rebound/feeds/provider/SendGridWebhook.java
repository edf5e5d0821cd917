package dev.rebound.feeds.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.domain.MachineReading;
import dev.rebound.feeds.FeedInfo;
import dev.rebound.feeds.NearMiss;
import dev.rebound.feeds.RecordContext;
import dev.rebound.feeds.RecordFeed;
import dev.rebound.feeds.container.Fields;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * SendGrid's event webhook as people store it: an array, one array a line, or one event a line. The id of an event is
 * unique with its kind only: one id was seen on two different events.
 */
final class SendGridWebhook implements RecordFeed {
    static final String SOURCE = "SendGrid";
    private static final String MACHINE_OPEN = "sg_machine_open";

    @Override
    public String wordForSends() {
        return "processed";
    }

    @Override
    public FeedInfo info() {
        return new FeedInfo(
                "sendgrid-webhook",
                "SendGrid event webhook",
                EnumSet.of(
                        EventKind.SEND,
                        EventKind.DELIVERY,
                        EventKind.HARD_BOUNCE,
                        EventKind.SOFT_BOUNCE,
                        EventKind.BOUNCE,
                        EventKind.BLOCK,
                        EventKind.DEFERRAL,
                        EventKind.DROP,
                        EventKind.COMPLAINT));
    }

    @Override
    public boolean recognises(Sample sample) {
        JsonNode r = sample.record();
        String event = RecordContext.text(r, "event");
        return (sample.shape() == Shape.JSON || isOfTable(sample))
                && event != null
                && r.has("email")
                && r.has("timestamp")
                // The oldest events have nothing else, and custom arguments of any name; another service's have an
                // event_id.
                && !r.has("event_id")
                && (r.has("sg_event_id") || r.has("sg_message_id") || SendGridWords.kind(event, null) != null);
    }

    /** Warehouses keep the events as tables, with the ids that nobody else has. */
    private static boolean isOfTable(Sample sample) {
        return sample.shape() == Shape.CSV
                && sample.record().has("sg_event_id")
                && sample.record().has("sg_message_id");
    }

    @Override
    public Optional<NearMiss> nearMiss(Sample sample) {
        return sample.shape() == Shape.JSON
                ? NearMiss.by(info(), sample.record(), "event", "email", "timestamp", "sg_event_id|sg_message_id")
                : Optional.empty();
    }

    @Override
    public void read(JsonNode record, RecordContext context) {
        String event = RecordContext.text(record, "event");
        String type = RecordContext.text(record, "type");
        String classification = RecordContext.text(record, "bounce_classification");
        EventKind kind = event == null ? null : SendGridWords.kind(event, type, classification);
        if (event == null) {
            context.reject("The record does not say which event it is.");
            return;
        }
        if (kind == null) {
            context.unknownWord(event);
            kind = EventKind.OTHER;
        }
        String reply = either(record, "reason", "response");
        String status = RecordContext.text(record, "status");
        String messageId = SendGridWords.messageId(RecordContext.text(record, "sg_message_id"));
        String header = bare(RecordContext.text(record, "smtp-id"));
        context.event(kind, RecordContext.text(record, "email"), context.time(record.get("timestamp")), SOURCE)
                .ifPresent(b -> context.accept(b.eventId(RecordContext.text(record, "sg_event_id"))
                        .with(EventText.RAW_KIND, type == null ? event : event + "/" + type)
                        .with(
                                EventText.SOURCE_CLASS,
                                Fields.isTrue(record.get(MACHINE_OPEN))
                                        ? MachineReading.of(MACHINE_OPEN)
                                        : classification)
                        .hint(SendGridWords.hint(classification))
                        .with(EventText.REPLY, reply)
                        .smtpCode(smtpCode(status))
                        .with(EventText.ENHANCED_CODE, enhanced(status))
                        .attempt(Fields.number(record.get("attempt"), 0))
                        .with(
                                EventText.MESSAGE_ID,
                                messageId == null ? SendGridWords.messageIdOfHeader(header) : messageId)
                        .with(EventText.HEADER_MESSAGE_ID, messageId == null ? null : header)
                        // Custom arguments stand beside the service's own fields.
                        .with(EventText.DISPATCH_ID, RecordContext.text(record, "dispatch_id"))
                        .with(EventText.CAMPAIGN, campaign(record))
                        .with(EventText.CAMPAIGN_ID, either(record, "singlesend_id", "marketing_campaign_id"))
                        .with(EventText.ESP, SOURCE)
                        .with(EventText.SENDING_IP, RecordContext.text(record, "ip"))
                        .with(EventText.DETAIL, either(record, "url", "useragent"))
                        .build()));
    }

    private static @Nullable String either(JsonNode record, String first, String second) {
        String value = RecordContext.text(record, first);
        return value == null ? RecordContext.text(record, second) : value;
    }

    /** A status is an SMTP code or an enhanced code, whichever the receiver gave; 0 when it is no SMTP code. */
    static int smtpCode(@Nullable String status) {
        return status != null && status.matches("[245]\\d\\d") ? Integer.parseInt(status) : 0;
    }

    static @Nullable String enhanced(@Nullable String status) {
        return status != null && status.matches("[245]\\.\\d{1,3}\\.\\d{1,3}") ? status : null;
    }

    private static @Nullable String bare(@Nullable String id) {
        return id == null ? null : id.replace("<", "").replace(">", "");
    }

    private static @Nullable String campaign(JsonNode record) {
        String name = either(record, "singlesend_name", "marketing_campaign_name");
        if (name != null) {
            return name;
        }
        String category = SendGridWords.category(RecordContext.text(record, "category"));
        return category == null ? argument(record) : category;
    }

    /** What the sender passes through stands beside the service's own fields, under any name. */
    private static @Nullable String argument(JsonNode record) {
        for (var field : record.properties()) {
            String name = field.getKey().toLowerCase(Locale.ROOT);
            if (name.contains("campaign") && !name.startsWith("marketing_campaign")) {
                return Fields.text(field.getValue());
            }
        }
        return null;
    }
}
