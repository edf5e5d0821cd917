package dev.rebound.feeds.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.domain.MachineReading;
import dev.rebound.domain.RawEvent;
import dev.rebound.domain.Reason;
import dev.rebound.feeds.FeedInfo;
import dev.rebound.feeds.NearMiss;
import dev.rebound.feeds.RecordContext;
import dev.rebound.feeds.RecordFeed;
import dev.rebound.feeds.container.Fields;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * SparkPost's events as webhooks post them ({@code msys} objects in batches, or one batch or object a line), and as the
 * Events API answers them (pages of flat events); fields by its pages "Webhooks" and "Events". The reply is
 * {@code raw_reason}: in {@code reason} the service has blotted out addresses. Numbers may arrive as texts.
 */
final class SparkPostEvents implements RecordFeed {
    static final String SOURCE = "SparkPost";
    private static final String PREFETCHED = "is_prefetched";
    private static final String ENVELOPE = "msys";

    @Override
    public String wordForSends() {
        return "injection";
    }

    @Override
    public FeedInfo info() {
        return new FeedInfo(
                "sparkpost",
                "SparkPost events",
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

    /** An {@code msys} object is nobody else's; a page is told by its first event, so an empty one is not. */
    @Override
    public boolean recognises(Sample sample) {
        JsonNode r = sample.record();
        return sample.shape() != Shape.AVRO
                && (r.path(ENVELOPE).isObject()
                        || isEvent(r)
                        || isEvent(r.path("results").path(0)));
    }

    private static boolean isEvent(JsonNode r) {
        String type = RecordContext.text(r, "type");
        return type != null
                && r.has("event_id")
                && r.has("timestamp")
                && (r.has("rcpt_to") || r.has("raw_rcpt_to"))
                && (SparkPostWords.kind(type, null) != null || SparkPostWords.isAboutNoMail(type));
    }

    @Override
    public Optional<NearMiss> nearMiss(Sample sample) {
        return sample.shape() != Shape.AVRO
                ? NearMiss.by(
                        info(),
                        NearMiss.inPage(sample.record(), "results"),
                        "type",
                        "event_id",
                        "timestamp",
                        "rcpt_to|raw_rcpt_to")
                : Optional.empty();
    }

    @Override
    public void read(JsonNode record, RecordContext context) {
        if (record.path(ENVELOPE).isObject()) {
            // The batch by which an address is tested is an empty object.
            context.nothing();
            record.path(ENVELOPE).forEach(e -> event(e, context));
        } else if (record.path("results").isArray()) {
            context.each(record.path("results"), e -> event(e, context));
        } else {
            event(record, context);
        }
    }

    private static void event(JsonNode e, RecordContext context) {
        String type = RecordContext.text(e, "type");
        String bounceClass = RecordContext.text(e, "bounce_class");
        EventKind known = type == null ? null : SparkPostWords.kind(type, bounceClass);
        if (type != null && known == null && SparkPostWords.isAboutNoMail(type)) {
            context.nothing();
            return;
        }
        if (type == null) {
            context.reject("The record does not say which event it is.");
            return;
        }
        if (known == null) {
            context.unknownWord(type);
        }
        EventKind kind = known == null ? EventKind.OTHER : known;
        String id = RecordContext.text(e, "event_id");
        boolean untimed = !e.has("timestamp");
        Instant time = untimed ? context.noTime() : context.time(e.get("timestamp"));
        context.event(kind, either(e, "raw_rcpt_to", "rcpt_to"), time, SOURCE)
                .ifPresent(b -> context.accept(failure(b, e, kind, bounceClass)
                        .eventId(id == null && untimed ? context.untimedId() : id)
                        .timed(!untimed)
                        .with(EventText.RAW_KIND, type)
                        .attempt(attempt(e, kind))
                        .with(EventText.MESSAGE_ID, either(e, "message_id", "transmission_id"))
                        .with(EventText.SUBJECT, RecordContext.text(e, "subject"))
                        .with(EventText.FROM_DOMAIN, FromHeader.domain(either(e, "friendly_from", "msg_from")))
                        .with(
                                EventText.DISPATCH_ID,
                                Fields.text(e.path("rcpt_meta").get("dispatch_id")))
                        .with(EventText.CAMPAIGN, RecordContext.text(e, "campaign_id"))
                        .with(EventText.ESP, SOURCE)
                        .with(EventText.SENDING_IP, RecordContext.text(e, "sending_ip"))
                        .with(EventText.IP_POOL, RecordContext.text(e, "ip_pool"))
                        .with(EventText.MX, isAnswer(kind) ? RecordContext.text(e, "ip_address") : null)
                        .with(EventText.WORKSPACE, RecordContext.text(e, "subaccount_id"))
                        .with(EventText.DETAIL, either(e, "target_link_url", "user_agent"))
                        .build()));
    }

    private static @Nullable String sourceClass(JsonNode e, @Nullable String bounceClass) {
        return Fields.isTrue(e.get(PREFETCHED))
                ? MachineReading.of(PREFETCHED)
                : bounceClass == null ? RecordContext.text(e, "fbtype") : bounceClass;
    }

    /** The server's answer and what the service made of it; a complaint's class is the report's own type. */
    private static RawEvent.Builder failure(
            RawEvent.Builder b, JsonNode e, EventKind kind, @Nullable String bounceClass) {
        Reason said = SparkPostWords.hint(bounceClass);
        return b.with(EventText.REPLY, either(e, "raw_reason", "reason"))
                .smtpCode(Fields.number(e.get("error_code"), 0))
                .with(EventText.SOURCE_CLASS, sourceClass(e, bounceClass))
                .hint(said == null && kind == EventKind.DROP ? Reason.SUPPRESSED : said);
    }

    /**
     * The number of this try. The service counts the failed ones: a delay counts itself, a delivery and a bounce count
     * those before (its pages "Webhooks" and "Understanding Delays and Bounces").
     */
    private static int attempt(JsonNode e, EventKind kind) {
        int failed = Fields.number(e.get("num_retries"), -1);
        return failed < 0 || !isAnswer(kind) ? 0 : kind == EventKind.DEFERRAL ? failed : failed + 1;
    }

    /** Whether the event is a receiving server's answer: {@code ip_address} is then that server's, else a reader's. */
    private static boolean isAnswer(EventKind kind) {
        return switch (kind) {
            case DELIVERY, DEFERRAL, HARD_BOUNCE, SOFT_BOUNCE, BLOCK, BOUNCE -> true;
            default -> false;
        };
    }

    private static @Nullable String either(JsonNode e, String first, String second) {
        String value = RecordContext.text(e, first);
        return value == null ? RecordContext.text(e, second) : value;
    }
}
