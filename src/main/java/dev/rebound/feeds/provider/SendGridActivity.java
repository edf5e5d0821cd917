package dev.rebound.feeds.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.feeds.FeedInfo;
import dev.rebound.feeds.NearMiss;
import dev.rebound.feeds.RecordContext;
import dev.rebound.feeds.RecordFeed;
import dev.rebound.feeds.container.Fields;
import dev.rebound.feeds.container.JsonText;
import java.util.EnumSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * SendGrid's activity export: a CSV of one row an event. It carries no event id, so an event is told by its fields; the
 * message id is the webhook's, so both exports of one message meet.
 */
final class SendGridActivity implements RecordFeed {
    @Override
    public String wordForSends() {
        return "processed";
    }

    @Override
    public FeedInfo info() {
        return new FeedInfo(
                "sendgrid-activity",
                "SendGrid activity export",
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
        return sample.shape() == Shape.CSV
                && r.has("processed")
                && r.has("message_id")
                && r.has("event")
                && r.has("email")
                && r.has("outbound_ip");
    }

    @Override
    public Optional<NearMiss> nearMiss(Sample sample) {
        return sample.shape() == Shape.CSV
                ? NearMiss.by(info(), sample.record(), "processed", "message_id", "event", "email", "outbound_ip")
                : Optional.empty();
    }

    @Override
    public void read(JsonNode record, RecordContext context) {
        String event = RecordContext.text(record, "event");
        String type = RecordContext.text(record, "type");
        EventKind kind = event == null ? null : SendGridWords.kind(event, type);
        if (event == null) {
            context.reject("The record does not say which event it is.");
            return;
        }
        if (kind == null) {
            context.unknownWord(event);
            kind = EventKind.OTHER;
        }
        String name = RecordContext.text(record, "marketing_campaign_name");
        context.event(
                        kind,
                        RecordContext.text(record, "email"),
                        context.time(record.get("processed")),
                        SendGridWebhook.SOURCE)
                .ifPresent(b -> context.accept(b.with(EventText.RAW_KIND, type == null ? event : event + "/" + type)
                        .with(EventText.REPLY, RecordContext.text(record, "reason"))
                        .attempt(Fields.number(record.get("attempt"), 0))
                        .with(EventText.MESSAGE_ID, SendGridWords.messageId(RecordContext.text(record, "message_id")))
                        .with(EventText.DISPATCH_ID, dispatch(RecordContext.text(record, "unique_args")))
                        .with(EventText.SUBJECT, RecordContext.text(record, "subject"))
                        .with(EventText.FROM_DOMAIN, FromHeader.domain(RecordContext.text(record, "from")))
                        .with(
                                EventText.CAMPAIGN,
                                name == null ? SendGridWords.category(RecordContext.text(record, "categories")) : name)
                        .with(EventText.CAMPAIGN_ID, RecordContext.text(record, "marketing_campaign_id"))
                        .with(EventText.ESP, SendGridWebhook.SOURCE)
                        .with(EventText.SENDING_IP, RecordContext.text(record, "outbound_ip"))
                        .with(EventText.MX, RecordContext.text(record, "mx"))
                        .with(EventText.DETAIL, RecordContext.text(record, "url"))
                        .build()));
    }

    /** The platform's id of the send, where the sender passes it through as a custom argument. */
    private static @Nullable String dispatch(@Nullable String cell) {
        if (cell == null || !cell.startsWith("{")) {
            return null;
        }
        try {
            return Fields.text(JsonText.read(cell).get("dispatch_id"));
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
