package dev.rebound.feeds.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.domain.MachineReading;
import dev.rebound.domain.RawEvent;
import dev.rebound.domain.SubscriptionStatus;
import dev.rebound.feeds.FlatPlan;
import dev.rebound.feeds.RecordContext;
import dev.rebound.feeds.container.Fields;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the platform's e-mail events mean, whichever export they come in. */
final class BrazeEvents {
    static final String SOURCE = "Braze";

    private static final int LONGEST_TIME_ZONE = 35;
    private static final Pattern PLACEHOLDER = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private static final String MACHINE_OPEN = "machine_open";
    private static final String BOT_CLICK = "is_suspected_bot_click";
    private static final String[] DETAILS = {"abort_log", "abort_type", "retry_log", "url", "user_agent"};

    private BrazeEvents() {}

    private static final List<String> WORDS = List.of(
            "GlobalStateChange",
            "MarkAsSpam",
            "SoftBounce",
            "Unsubscribe",
            "Delivery",
            "Deferral",
            "Bounce",
            "Abort",
            "Retry",
            "Click",
            "Open",
            "Send");

    /**
     * The word of an event type in any of its spellings ({@code users.messages.email.SoftBounce}, {@code
     * USERS_MESSAGES_EMAIL_SOFTBOUNCE_SHARED}, {@code email soft_bounce}, {@code Bounce}); null where it is none of mail.
     */
    static @Nullable String word(@Nullable String named) {
        String letters = letters(named);
        for (String word : WORDS) {
            if (letters.endsWith(word.toLowerCase(Locale.ROOT))) {
                String before = letters.substring(0, letters.length() - word.length());
                boolean mail = before.isEmpty()
                        || before.endsWith("email")
                        || before.endsWith("message")
                        || before.endsWith("subscription");
                return mail ? word : null;
            }
        }
        return null;
    }

    /** Whether an event type is one of another channel, such as a push notification. */
    static boolean isOfOtherChannel(String named) {
        String letters = letters(named);
        return letters.startsWith("users") && !letters.contains("email") && word(named) == null;
    }

    private static String letters(@Nullable String named) {
        String letters = named == null ? "" : named.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        return letters.endsWith("shared") ? letters.substring(0, letters.length() - "shared".length()) : letters;
    }

    /** The kind of an event type; null for types that say nothing about e-mail delivery. */
    static @Nullable EventKind kind(String type, boolean drop) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "send" -> EventKind.SEND;
            case "delivery" -> EventKind.DELIVERY;
            // A drop is filed as a bounce: the ESP never tried, so it must not mark the address.
            case "bounce" -> drop ? EventKind.DROP : EventKind.HARD_BOUNCE;
            case "softbounce" -> EventKind.SOFT_BOUNCE;
            case "deferral" -> EventKind.DEFERRAL;
            case "markasspam" -> EventKind.COMPLAINT;
            case "unsubscribe" -> EventKind.UNSUBSCRIBE;
            case "open" -> EventKind.OPEN;
            case "click" -> EventKind.CLICK;
            case "abort" -> EventKind.ABORT;
            // Not an SMTP retry: a message held back by priority or frequency rules.
            case "retry" -> EventKind.OTHER;
            default -> null;
        };
    }

    /** Reads one event whose fields are found by name. */
    static void read(String type, Function<String, @Nullable JsonNode> field, RecordContext context) {
        if (type.equalsIgnoreCase("GlobalStateChange")) {
            stateChange(field, context);
            return;
        }
        boolean drop = Fields.isTrue(field.apply("is_drop"));
        EventKind kind = kind(type, drop);
        if (kind == null) {
            context.nothing();
            return;
        }
        Optional<RawEvent.Builder> begun = context.event(
                kind, Fields.text(field.apply("email_address")), context.time(field.apply("time")), SOURCE);
        begun.ifPresent(b -> context.accept(filled(b, type, field).build()));
    }

    private static RawEvent.Builder filled(
            RawEvent.Builder b, String type, Function<String, @Nullable JsonNode> field) {
        Function<String, @Nullable String> text = name -> Fields.text(field.apply(name));
        String reason = text.apply("bounce_reason");
        b.eventId(text.apply("id"))
                .test(isPlaceholder(text.apply("timezone")))
                .with(EventText.RAW_KIND, type)
                .with(EventText.REPLY, reason == null ? text.apply("deferral_reason") : reason)
                .attempt(Fields.number(field.apply("attempt_count"), 0))
                .with(EventText.CAMPAIGN, text.apply("campaign_name"))
                .with(EventText.CAMPAIGN_ID, either(text, "campaign_api_id", "campaign_id"))
                .with(EventText.CANVAS, text.apply("canvas_name"))
                .with(EventText.CANVAS_ID, either(text, "canvas_api_id", "canvas_id"))
                .with(EventText.STEP, text.apply("canvas_step_name"))
                .with(EventText.STEP_ID, either(text, "canvas_step_api_id", "canvas_step_id"))
                .with(EventText.VARIANT, either(text, "message_variation_name", "canvas_variation_name"))
                .with(EventText.VARIANT_ID, either(text, "message_variation_api_id", "message_variation_id"))
                .with(EventText.DISPATCH_ID, text.apply("dispatch_id"))
                .with(EventText.SEND_ID, text.apply("send_id"))
                .with(EventText.SOURCE_CLASS, machine(type, field))
                .with(EventText.ESP, esp(text.apply("esp")))
                .with(EventText.SENDING_IP, text.apply("sending_ip"))
                .with(EventText.IP_POOL, text.apply("ip_pool"))
                .with(EventText.FROM_DOMAIN, text.apply("from_domain"))
                .with(EventText.USER_ID, text.apply("user_id"))
                .with(EventText.EXTERNAL_USER_ID, text.apply("external_user_id"))
                .with(EventText.WORKSPACE, either(text, "app_group_api_id", "app_group_id"))
                .with(EventText.DETAIL, detail(text));
        return b;
    }

    /** That no person did it, where the platform says so. */
    private static @Nullable String machine(String type, Function<String, @Nullable JsonNode> field) {
        String name = type.equalsIgnoreCase("Open") ? MACHINE_OPEN : type.equalsIgnoreCase("Click") ? BOT_CLICK : null;
        return name != null && Fields.isTrue(field.apply(name)) ? MachineReading.of(name) : null;
    }

    /** The plan of {@link #filled}: a text that stands here as copied must stand there the same. */
    static FlatPlan flatPlan(String campaignName) {
        Map<EventText, List<String>> copied = new EnumMap<>(EventText.class);
        copied.put(EventText.REPLY, List.of("bounce_reason", "deferral_reason"));
        copied.put(EventText.CAMPAIGN, List.of(campaignName));
        copied.put(EventText.CAMPAIGN_ID, List.of("campaign_api_id", "campaign_id"));
        copied.put(EventText.CANVAS, List.of("canvas_name"));
        copied.put(EventText.CANVAS_ID, List.of("canvas_api_id", "canvas_id"));
        copied.put(EventText.STEP, List.of("canvas_step_name"));
        copied.put(EventText.STEP_ID, List.of("canvas_step_api_id", "canvas_step_id"));
        copied.put(EventText.VARIANT, List.of("message_variation_name", "canvas_variation_name"));
        copied.put(EventText.VARIANT_ID, List.of("message_variation_api_id", "message_variation_id"));
        copied.put(EventText.DISPATCH_ID, List.of("dispatch_id"));
        copied.put(EventText.SEND_ID, List.of("send_id"));
        copied.put(EventText.SENDING_IP, List.of("sending_ip"));
        copied.put(EventText.IP_POOL, List.of("ip_pool"));
        copied.put(EventText.FROM_DOMAIN, List.of("from_domain"));
        copied.put(EventText.USER_ID, List.of("user_id"));
        copied.put(EventText.EXTERNAL_USER_ID, List.of("external_user_id"));
        copied.put(EventText.WORKSPACE, List.of("app_group_api_id", "app_group_id"));
        copied.put(EventText.DETAIL, List.of(DETAILS));
        return new FlatPlan(
                "time",
                "email_address",
                "id",
                List.of("event_type", "is_drop", "esp", "attempt_count", MACHINE_OPEN, BOT_CLICK),
                Map.of("timezone", LONGEST_TIME_ZONE),
                copied);
    }

    /** Whether a time zone is one of the placeholders that the platform writes when somebody sends test events. */
    private static boolean isPlaceholder(@Nullable String timeZone) {
        return timeZone != null
                && timeZone.length() > LONGEST_TIME_ZONE
                && PLACEHOLDER.matcher(timeZone).matches();
    }

    private static @Nullable String either(Function<String, @Nullable String> text, String first, String second) {
        String value = text.apply(first);
        return value == null ? text.apply(second) : value;
    }

    private static @Nullable String detail(Function<String, @Nullable String> text) {
        for (String name : DETAILS) {
            String value = text.apply(name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /** One spelling for each sending service, so that its own feed and this one name the same. */
    private static @Nullable String esp(@Nullable String word) {
        if (word == null) {
            return null;
        }
        return switch (word.toLowerCase(Locale.ROOT).replace(" ", "")) {
            case "sendgrid" -> SendGridWebhook.SOURCE;
            case "amazonses", "ses" -> AmazonSesEvents.SOURCE;
            case "sparkpost" -> "SparkPost";
            default -> word;
        };
    }

    private static void stateChange(Function<String, @Nullable JsonNode> field, RecordContext context) {
        String channel = Fields.text(field.apply("channel"));
        if (channel != null && !channel.equalsIgnoreCase("email")) {
            // What a person agreed to on another channel says nothing about mail.
            context.nothing();
            return;
        }
        String address = Fields.text(field.apply("email_address"));
        String identifier = address == null ? Fields.text(field.apply("channel_identifier")) : address;
        SubscriptionStatus status = status(Fields.text(field.apply("subscription_status")));
        if (identifier == null || status == null) {
            context.reject("A subscription change without an address or a status.");
            return;
        }
        context.subscription(
                identifier,
                status,
                context.time(field.apply("time")),
                Fields.text(field.apply("user_id")),
                Fields.text(field.apply("state_change_source")));
    }

    /** The status of a word in any of the platform's spellings; null when it is none. */
    static @Nullable SubscriptionStatus status(@Nullable String word) {
        if (word == null) {
            return null;
        }
        return switch (word.toLowerCase(Locale.ROOT).replace(' ', '_')) {
            case "opted_in" -> SubscriptionStatus.OPTED_IN;
            case "subscribed" -> SubscriptionStatus.SUBSCRIBED;
            case "unsubscribed" -> SubscriptionStatus.UNSUBSCRIBED;
            default -> null;
        };
    }
}
