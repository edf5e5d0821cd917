package dev.rebound.feeds.provider;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.Reason;
import dev.rebound.feeds.container.JsonText;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The sending service's vocabulary, the webhook's and the activity export's. */
final class SendGridWords {
    private SendGridWords() {}

    /**
     * The kind of an event. A block arrives as {@code bounce} with {@code type=blocked}: never a hard bounce. Null for
     * words that say nothing about a message.
     */
    static @Nullable EventKind kind(String event, @Nullable String type) {
        return kind(event, type, null);
    }

    /**
     * The same where the service has classified the failure as well: what it calls technical, content, reputation or
     * volume says nothing against the address, also where the type is a plain bounce.
     */
    static @Nullable EventKind kind(String event, @Nullable String type, @Nullable String classification) {
        return switch (event.toLowerCase(Locale.ROOT)) {
            case "processed" -> EventKind.SEND;
            case "delivered" -> EventKind.DELIVERY;
            case "deferred" -> EventKind.DEFERRAL;
            case "dropped", "drop", "cancel_drop" -> EventKind.DROP;
            case "bounce", "bounced" -> bounce(type, classification);
            case "blocked", "block" -> EventKind.BLOCK;
            case "spamreport", "spam_report" -> EventKind.COMPLAINT;
            case "unsubscribe", "group_unsubscribe" -> EventKind.UNSUBSCRIBE;
            case "open", "opened" -> EventKind.OPEN;
            case "click", "clicked" -> EventKind.CLICK;
            case "group_resubscribe", "received" -> EventKind.OTHER;
            default -> null;
        };
    }

    private static EventKind bounce(@Nullable String type, @Nullable String classification) {
        switch (classification == null ? "" : classification.toLowerCase(Locale.ROOT)) {
            case "technical", "technical failure", "frequency or volume too high" -> {
                return EventKind.SOFT_BOUNCE;
            }
            case "content", "reputation" -> {
                return EventKind.BLOCK;
            }
            default -> {
                // The type says the rest.
            }
        }
        return switch (type == null ? "" : type.toLowerCase(Locale.ROOT)) {
            case "blocked", "block" -> EventKind.BLOCK;
            // Tried for 72 hours without an answer: says nothing of the address.
            case "soft", "expired" -> EventKind.SOFT_BOUNCE;
            case "bounce", "hard" -> EventKind.HARD_BOUNCE;
            default -> EventKind.BOUNCE;
        };
    }

    /** What a bounce classification means where it is specific; the documented words are capitalised. */
    static @Nullable Reason hint(@Nullable String classification) {
        return switch (classification == null ? "" : classification.toLowerCase(Locale.ROOT)) {
            case "invalid address" -> Reason.INVALID_RECIPIENT;
            case "reputation" -> Reason.REPUTATION_BLOCK;
            case "content" -> Reason.CONTENT_REJECTED;
            case "frequency or volume too high" -> Reason.RATE_LIMITED;
            default -> null;
        };
    }

    /** The id given at submission stands before what the service appends to it. */
    static @Nullable String messageId(@Nullable String id) {
        if (id == null) {
            return null;
        }
        int end = id.indexOf(".recvd");
        int filter = id.indexOf(".filter");
        int cut = end < 0 ? filter : filter < 0 ? end : Math.min(end, filter);
        return cut > 0 ? id.substring(0, cut) : id;
    }

    /**
     * The message that an asynchronous bounce is about, which names no {@code sg_message_id}: a header that the service wrote
     * itself, {@code ID@geopod-ismtpd-1}, begins with it; a sender's own header stands for itself.
     */
    static @Nullable String messageIdOfHeader(@Nullable String header) {
        int at = header == null ? -1 : header.indexOf('@');
        return header != null && at > 0 && header.indexOf("ismtpd", at) > 0 ? header.substring(0, at) : header;
    }

    /** The first of the categories, which are a list, also as a text inside a cell, or a bare word. */
    static @Nullable String category(@Nullable String cell) {
        if (cell == null || !cell.startsWith("[")) {
            return cell;
        }
        try {
            JsonNode list = JsonText.read(cell);
            return list.isEmpty() ? null : list.get(0).asText();
        } catch (JsonProcessingException e) {
            return cell;
        }
    }
}
