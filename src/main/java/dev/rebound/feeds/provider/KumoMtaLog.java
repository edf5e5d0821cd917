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
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * KumoMTA's delivery log, a record a line in segments packed with zstd; fields by its page "Log Record". A record may
 * name several recipients: one event each. A queue's name is {@code campaign:tenant@domain}. A message has one id, so an
 * event is told by id, type and number of attempts.
 */
final class KumoMtaLog implements RecordFeed {
    static final String SOURCE = "KumoMTA";

    private static final Map<String, EventKind> KINDS = Map.ofEntries(
            Map.entry("Reception", EventKind.SEND),
            Map.entry("Delivery", EventKind.DELIVERY),
            Map.entry("Bounce", EventKind.BOUNCE),
            Map.entry("OOB", EventKind.BOUNCE),
            Map.entry("TransientFailure", EventKind.DEFERRAL),
            Map.entry("Expiration", EventKind.SOFT_BOUNCE),
            Map.entry("AdminBounce", EventKind.DROP),
            Map.entry("Rejection", EventKind.REJECTION),
            Map.entry("Feedback", EventKind.COMPLAINT));
    /** Records about the queue that tell of no try and no end. */
    private static final Set<String> ABOUT_THE_QUEUE =
            Set.of("Delayed", "AdminRebind", "XferOut", "XferIn", "DeferredInjectionRebind");

    /** The classes that are specific; the others (and those that operators add) leave it to the reply. */
    private static final Map<String, Reason> CLASSES = Map.ofEntries(
            Map.entry("invalidrecipient", Reason.INVALID_RECIPIENT),
            Map.entry("baddomain", Reason.INVALID_DOMAIN),
            Map.entry("inactivemailbox", Reason.MAILBOX_DISABLED),
            Map.entry("quotaissues", Reason.MAILBOX_FULL),
            Map.entry("messageexpired", Reason.DELIVERY_EXPIRED),
            Map.entry("noanswerfromhost", Reason.SERVER_UNAVAILABLE),
            Map.entry("badconnection", Reason.NETWORK_ERROR),
            Map.entry("dnsfailure", Reason.NETWORK_ERROR),
            Map.entry("routingerrors", Reason.NETWORK_ERROR),
            Map.entry("spamblock", Reason.REPUTATION_BLOCK),
            Map.entry("spamcontent", Reason.SPAM_CONTENT),
            Map.entry("spamrelated", Reason.SPAM_CONTENT),
            Map.entry("virusrelated", Reason.VIRUS_OR_ATTACHMENT),
            Map.entry("prohibitedattachment", Reason.VIRUS_OR_ATTACHMENT),
            Map.entry("contentrelated", Reason.CONTENT_REJECTED),
            Map.entry("authenticationfailed", Reason.AUTH_FAILURE),
            Map.entry("invalidsender", Reason.SENDER_REJECTED),
            Map.entry("relaydenied", Reason.RELAY_DENIED),
            Map.entry("relayingissues", Reason.RELAY_DENIED),
            Map.entry("policyrelated", Reason.POLICY_BLOCK),
            Map.entry("toomanyrecipients", Reason.RATE_LIMITED),
            Map.entry("protocolerrors", Reason.PROTOCOL_ERROR));

    @Override
    public String wordForSends() {
        return "Reception";
    }

    @Override
    public FeedInfo info() {
        return new FeedInfo(
                "kumomta",
                "KumoMTA log",
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

    @Override
    public boolean recognises(Sample sample) {
        JsonNode r = sample.record();
        String type = RecordContext.text(r, "type");
        return sample.shape() == Shape.JSON
                && type != null
                && (KINDS.containsKey(type) || ABOUT_THE_QUEUE.contains(type))
                && r.has("recipient")
                && r.has("timestamp")
                && (r.has("queue") || r.has("nodeid") || r.has("egress_pool"));
    }

    @Override
    public Optional<NearMiss> nearMiss(Sample sample) {
        return sample.shape() == Shape.JSON
                ? NearMiss.by(info(), sample.record(), "type", "recipient", "timestamp", "queue|nodeid|egress_pool")
                : Optional.empty();
    }

    @Override
    public void read(JsonNode record, RecordContext context) {
        String type = String.valueOf(RecordContext.text(record, "type"));
        EventKind kind = KINDS.get(type);
        if (kind == null) {
            if (ABOUT_THE_QUEUE.contains(type)) {
                context.nothing();
            } else {
                context.reject("The record type \"" + type + "\" is none of KumoMTA's that tells of a message.");
            }
            return;
        }
        Instant exact = context.time(record.get("event_time"));
        Instant time = exact == null ? context.time(record.get("timestamp")) : exact;
        List<String> recipients = recipients(record);
        if (recipients.isEmpty()) {
            context.reject("The record names no recipient, so it belongs to no message.");
        }
        String word = RecordContext.text(record, "bounce_classification");
        Reason reason = word == null ? null : CLASSES.get(word.toLowerCase(Locale.ROOT));
        EventKind own = kind == EventKind.BOUNCE ? bounce(word, reason) : kind;
        String id = RecordContext.text(record, "id");
        for (String recipient : recipients) {
            context.event(own, recipient, time, SOURCE)
                    .ifPresent(b -> context.accept(filled(b, record)
                            .eventId(
                                    id == null
                                            ? null
                                            : id + " " + type + " "
                                                    + record.path("num_attempts")
                                                            .asText("") + " " + recipient)
                            .with(EventText.RAW_KIND, type)
                            .with(EventText.SOURCE_CLASS, "Uncategorized".equals(word) ? null : word)
                            .hint(hint(own, reason))
                            .build()));
        }
    }

    /** A complaint is delivered to the sender's own mailbox: whose it is stands in the report. */
    private static List<String> recipients(JsonNode record) {
        JsonNode reported = record.path("feedback_report").path("original_rcpt_to");
        List<String> found = texts(reported);
        return found.isEmpty() ? texts(record.path("recipient")) : found;
    }

    private static List<String> texts(JsonNode node) {
        List<String> found = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(n -> found.addAll(texts(n)));
        } else {
            String text = Fields.text(node);
            if (text != null) {
                found.add(text);
            }
        }
        return found;
    }

    /** What the classifier calls a bounce; an automatic answer is none. */
    private static EventKind bounce(@Nullable String word, @Nullable Reason reason) {
        if (word != null
                && Set.of("AutoReply", "Subscribe", "ChallengeResponse").contains(word)) {
            return EventKind.OTHER;
        }
        if ("Unsubscribe".equals(word)) {
            return EventKind.UNSUBSCRIBE;
        }
        if (reason == null || reason == Reason.MAILBOX_DISABLED || reason == Reason.PROTOCOL_ERROR) {
            return EventKind.BOUNCE;
        }
        return switch (reason.usualClass()) {
            case HARD -> EventKind.HARD_BOUNCE;
            case SOFT -> EventKind.SOFT_BOUNCE;
            case BLOCK -> EventKind.BLOCK;
            case UNDETERMINED -> EventKind.BOUNCE;
        };
    }

    private static @Nullable Reason hint(EventKind kind, @Nullable Reason reason) {
        return switch (kind) {
            case DROP -> Reason.SUPPRESSED;
            case DELIVERY, SEND, COMPLAINT, OTHER, UNSUBSCRIBE, REJECTION -> null;
            default -> reason;
        };
    }

    private static RawEvent.Builder filled(RawEvent.Builder b, JsonNode r) {
        JsonNode response = r.path("response");
        String content = RecordContext.text(response, "content");
        int code = Fields.number(response.get("code"), 0);
        String enhanced = enhanced(response.path("enhanced_code"));
        String queue = RecordContext.text(r, "queue");
        JsonNode headers = r.path("headers");
        return b.with(
                        EventText.REPLY,
                        content == null
                                ? null
                                : (code > 0 ? code + " " : "") + (enhanced == null ? "" : enhanced + " ") + content)
                .smtpCode(code)
                .with(EventText.ENHANCED_CODE, enhanced)
                .attempt(Fields.number(r.get("num_attempts"), 0))
                .with(EventText.MESSAGE_ID, RecordContext.text(r, "id"))
                .with(EventText.HEADER_MESSAGE_ID, bare(named(headers, "message-id")))
                .with(EventText.SUBJECT, named(headers, "subject"))
                .with(EventText.CAMPAIGN, campaign(queue, headers, r.path("meta")))
                .with(EventText.DISPATCH_ID, named(r.path("meta"), "dispatch_id"))
                .with(EventText.WORKSPACE, tenant(queue))
                .with(EventText.ESP, SOURCE)
                .with(EventText.MX, host(r.path("peer_address")))
                .with(EventText.SENDING_IP, ip(RecordContext.text(r.path("source_address"), "address")))
                .with(EventText.IP_POOL, RecordContext.text(r, "egress_pool"))
                .with(EventText.FROM_DOMAIN, FromHeader.domain(RecordContext.text(r, "sender")));
    }

    private static @Nullable String enhanced(JsonNode code) {
        return code.isObject()
                ? code.path("class").asInt() + "." + code.path("subject").asInt() + "."
                        + code.path("detail").asInt()
                : null;
    }

    private static @Nullable String campaign(@Nullable String queue, JsonNode headers, JsonNode meta) {
        int colon = queue == null ? -1 : queue.indexOf(':');
        if (queue != null && colon > 0) {
            return queue.substring(0, colon);
        }
        String told = named(meta, "campaign");
        return told == null ? named(headers, "x-campaign") : told;
    }

    private static @Nullable String tenant(@Nullable String queue) {
        if (queue == null) {
            return null;
        }
        String rest = queue.substring(queue.indexOf(':') + 1);
        int at = rest.indexOf('@');
        return at > 0 ? rest.substring(0, at) : null;
    }

    private static @Nullable String host(JsonNode peer) {
        String name = RecordContext.text(peer, "name");
        return name == null ? RecordContext.text(peer, "addr") : name.replaceFirst("\\.$", "");
    }

    /** Without the port; the sixth version of IP has colons of its own and stands in brackets. */
    private static @Nullable String ip(@Nullable String address) {
        return address == null ? null : address.replaceFirst(":\\d+$", "").replaceAll("[\\[\\]]", "");
    }

    private static @Nullable String bare(@Nullable String id) {
        return id == null ? null : id.replaceAll("[<>]", "");
    }

    private static @Nullable String named(JsonNode object, String name) {
        for (var member : object.properties()) {
            if (member.getKey().equalsIgnoreCase(name)) {
                return Fields.text(member.getValue());
            }
        }
        return null;
    }
}
