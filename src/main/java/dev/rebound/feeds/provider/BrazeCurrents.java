package dev.rebound.feeds.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.domain.EventKind;
import dev.rebound.feeds.FeedInfo;
import dev.rebound.feeds.FlatPlan;
import dev.rebound.feeds.NearMiss;
import dev.rebound.feeds.RecordContext;
import dev.rebound.feeds.RecordFeed;
import java.util.EnumSet;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Braze Currents: Avro files of a bucket (type in the schema's name), the same records as JSON (plain or with Avro's
 * unions, type told by the fields or the path), and the envelopes of the custom HTTP connector.
 */
final class BrazeCurrents implements RecordFeed {
    private static final Pattern EMAIL_SCHEMA =
            Pattern.compile("users\\.(?:messages\\.email|behaviors\\.subscription)\\.([A-Za-z]+)$");
    private static final Pattern TYPE_IN_PATH = Pattern.compile(
            "(?:users\\.(?:messages\\.email|behaviors\\.subscription)\\.|users/messages/email/|/)(Send|Delivery|SoftBounce|Bounce|Deferral|Retry|Abort|Open|Click|MarkAsSpam|Unsubscribe|GlobalStateChange)(?:[./]|$)");

    @Override
    public FeedInfo info() {
        return new FeedInfo(
                "braze-currents",
                "Braze Currents",
                EnumSet.of(
                        EventKind.SEND,
                        EventKind.DELIVERY,
                        EventKind.HARD_BOUNCE,
                        EventKind.SOFT_BOUNCE,
                        EventKind.DEFERRAL,
                        EventKind.DROP,
                        EventKind.COMPLAINT,
                        EventKind.UNSUBSCRIBE,
                        EventKind.OPEN,
                        EventKind.CLICK,
                        EventKind.ABORT));
    }

    /** Currents names its files by the full event type. */
    @Override
    public String requestName(String word) {
        return "users.messages.email." + word;
    }

    @Override
    public boolean recognises(Sample sample) {
        return switch (sample.shape()) {
            case AVRO -> EMAIL_SCHEMA.matcher(sample.name()).find();
            case JSON -> isEnvelope(sample.record()) || isEvent(sample.record()) || isPlain(sample);
            case CSV -> false;
        };
    }

    private static boolean isEnvelope(JsonNode record) {
        JsonNode events = record.get("events");
        return events != null
                && events.isArray()
                && !events.isEmpty()
                && (isEvent(events.get(0)) || isFlat(events.get(0)));
    }

    /** One whose fields stand beside its type. */
    private static boolean isFlat(JsonNode record) {
        return BrazeEvents.word(RecordContext.text(record, "event_type")) != null
                && record.has("time")
                && (record.has("email_address") || record.has("channel_identifier") || record.has("user_id"));
    }

    private static boolean isEvent(JsonNode record) {
        String type = RecordContext.text(record, "event_type");
        return type != null
                && EMAIL_SCHEMA.matcher(type).find()
                && properties(record).isObject();
    }

    /** The connectors' two names for what is told of an event. */
    private static JsonNode properties(JsonNode event) {
        return event.path(event.has("properties") ? "properties" : "event_properties");
    }

    private static boolean isPlain(Sample sample) {
        JsonNode r = sample.record();
        // Without its id a record is of Currents where it says so in full, as nobody else does.
        return (r.has("id") || isNamedInFull(r))
                && r.has("user_id")
                && r.has("time")
                && r.has("email_address")
                && (r.has("campaign_id") || r.has("canvas_id") || r.has("dispatch_id") || r.has("subscription_status"))
                && (type(sample) != null || r.has("event_type") || r.has("bounce_reason"));
    }

    private static boolean isNamedInFull(JsonNode record) {
        String type = RecordContext.text(record, "event_type");
        return type != null && EMAIL_SCHEMA.matcher(type).find();
    }

    @Override
    public Optional<NearMiss> nearMiss(Sample sample) {
        return sample.shape() == Shape.JSON
                ? NearMiss.by(
                        info(),
                        sample.record(),
                        "id",
                        "user_id",
                        "time",
                        "email_address",
                        "dispatch_id|campaign_id|canvas_id|subscription_status")
                : Optional.empty();
    }

    @Override
    public void read(JsonNode record, RecordContext context) {
        JsonNode events = record.get("events");
        if (events != null && events.isArray()) {
            context.nothing();
            events.forEach(e -> event(e, context));
        } else if (properties(record).isObject() && record.has("event_type")) {
            event(record, context);
        } else {
            plain(record, context);
        }
    }

    private static void plain(JsonNode record, RecordContext context) {
        String named = RecordContext.text(record, "event_type");
        if (named != null && BrazeEvents.isOfOtherChannel(named)) {
            context.nothing();
            return;
        }
        String type = type(new Sample(
                context.sample().shape(),
                context.sample().name(),
                context.sample().path(),
                record));
        if (type != null) {
            BrazeEvents.read(type, record::get, context);
        } else {
            context.reject(
                    named != null
                            ? "The event type \"" + named + "\" is not known."
                            : "Neither a field event_type nor the file's path tells which event this record is: a bounce, a"
                                    + " soft bounce or another. Import it from the folder that Currents wrote.");
        }
    }

    /** The envelopes of the HTTP connector are nested, so each of them gets a look of its own. */
    @Override
    public FlatPlan flatPlan(Sample sample) {
        return BrazeEvents.flatPlan("campaign_name");
    }

    /** The HTTP connector keeps the person apart from the properties. */
    private static void event(JsonNode event, RecordContext context) {
        String named = RecordContext.text(event, "event_type");
        if (named != null && BrazeEvents.isOfOtherChannel(named)) {
            context.nothing();
            return;
        }
        String type = BrazeEvents.word(named);
        if (type == null) {
            context.reject(
                    named == null
                            ? "The event has no field event_type."
                            : "The event type \"" + named + "\" is not known.");
            return;
        }
        JsonNode properties = properties(event);
        JsonNode user = event.path("user");
        BrazeEvents.read(
                type,
                name -> properties.has(name) ? properties.get(name) : user.has(name) ? user.get(name) : event.get(name),
                context);
    }

    /** The event type: from the Avro schema, the field, the path, or the fields that only one type has; else null. */
    private static @Nullable String type(Sample sample) {
        Matcher schema = EMAIL_SCHEMA.matcher(sample.name());
        if (schema.find()) {
            return schema.group(1);
        }
        JsonNode r = sample.record();
        if (RecordContext.text(r, "event_type") != null) {
            return BrazeEvents.word(RecordContext.text(r, "event_type"));
        }
        if (r.has("deferral_reason")) {
            return "Deferral";
        }
        if (r.has("is_drop")) {
            return "Bounce";
        }
        Matcher path = TYPE_IN_PATH.matcher(sample.path());
        String last = null;
        while (path.find()) {
            last = path.group(1);
        }
        return last != null ? last : byFields(r);
    }

    private static @Nullable String byFields(JsonNode r) {
        if (r.has("bounce_reason")) {
            // A bounce or a soft bounce: the one condemns the address, the other does not.
            return null;
        }
        if (r.has("abort_type")) {
            return "Abort";
        }
        if (r.has("retry_type")) {
            return "Retry";
        }
        if (r.has("link_id") || r.has("url")) {
            return "Click";
        }
        if (r.has("machine_open")) {
            return "Open";
        }
        if (r.has("subscription_status")) {
            return "GlobalStateChange";
        }
        if (r.has("sending_ip")) {
            return "Delivery";
        }
        if (r.has("message_extras")) {
            return "Send";
        }
        return r.has("esp") && r.has("user_agent") ? "MarkAsSpam" : null;
    }
}
