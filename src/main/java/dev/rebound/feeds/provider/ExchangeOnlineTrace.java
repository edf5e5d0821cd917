package dev.rebound.feeds.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.domain.Reason;
import dev.rebound.feeds.FeedInfo;
import dev.rebound.feeds.NearMiss;
import dev.rebound.feeds.RecordContext;
import dev.rebound.feeds.RecordFeed;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The enhanced summary of Exchange Online's message trace: a row a message, whose {@code recipient_status} tells of each
 * recipient as {@code address##Receive, Send}. Only the time of arrival is in it, so that is the time of what came of it.
 */
final class ExchangeOnlineTrace implements RecordFeed {
    static final String SOURCE = "Exchange Online";

    @Override
    public FeedInfo info() {
        return new FeedInfo(
                "exchange-online-summary",
                "Exchange Online message trace, enhanced summary",
                EnumSet.of(EventKind.SEND, EventKind.DELIVERY, EventKind.BOUNCE, EventKind.DEFERRAL, EventKind.DROP));
    }

    @Override
    public boolean recognises(Sample sample) {
        JsonNode r = sample.record();
        return sample.shape() == Shape.CSV
                && (r.has("origin_timestamp_utc") || r.has("origin_timestamp"))
                && r.has("recipient_status")
                && r.has("sender_address")
                && r.has("network_message_id");
    }

    @Override
    public Optional<NearMiss> nearMiss(Sample sample) {
        return sample.shape() == Shape.CSV
                ? NearMiss.by(
                        info(),
                        sample.record(),
                        "origin_timestamp_utc|origin_timestamp",
                        "recipient_status",
                        "sender_address",
                        "network_message_id")
                : Optional.empty();
    }

    @Override
    public void read(JsonNode record, RecordContext context) {
        String status = RecordContext.text(record, "recipient_status");
        JsonNode when = record.has("origin_timestamp_utc")
                ? record.get("origin_timestamp_utc")
                : record.get("origin_timestamp");
        Instant time = context.time(when, java.time.ZoneOffset.UTC);
        if (status == null) {
            context.reject("The row names no recipient, so it belongs to no message.");
            return;
        }
        for (String part : ExchangeTracking.list(status)) {
            int sign = part.indexOf("##");
            if (sign <= 0) {
                context.reject("The status \"" + part + "\" is not of the form address##status.");
                continue;
            }
            String address = part.substring(0, sign);
            String words = part.substring(sign + 2);
            say(record, address, EventKind.SEND, "Receive", time, context);
            EventKind outcome = outcome(words);
            if (outcome != null) {
                say(record, address, outcome, words, time, context);
            }
        }
    }

    /** The last step that ends something; a message that was only received is still on its way. */
    private static @Nullable EventKind outcome(String words) {
        EventKind last = null;
        for (String word : words.split(",", -1)) {
            last = switch (word.strip().toLowerCase(Locale.ROOT)) {
                case "send", "deliver", "filteredasspam" -> EventKind.DELIVERY;
                case "fail" -> EventKind.BOUNCE;
                case "defer" -> EventKind.DEFERRAL;
                case "drop", "quarantine", "quarantined" -> EventKind.DROP;
                default -> last;
            };
        }
        return last;
    }

    private static void say(
            JsonNode r, String address, EventKind kind, String word, @Nullable Instant time, RecordContext context) {
        String id = RecordContext.text(r, "network_message_id");
        String header = RecordContext.text(r, "message_id");
        context.event(kind, address, time, SOURCE)
                .ifPresent(b -> context.accept(b.eventId(id == null ? null : id + " " + address + " " + word)
                        .with(EventText.RAW_KIND, word)
                        .with(EventText.MESSAGE_ID, header == null ? id : header.replaceAll("[<>]", ""))
                        .with(EventText.SUBJECT, RecordContext.text(r, "message_subject"))
                        .with(EventText.FROM_DOMAIN, FromHeader.domain(RecordContext.text(r, "sender_address")))
                        .with(EventText.ESP, SOURCE)
                        .hint(kind == EventKind.DROP ? Reason.SUPPRESSED : null)
                        .build()));
    }
}
