package dev.rebound.feeds.provider;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.Reason;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The vocabulary of SparkPost: event types (its page "Webhooks", and "Ingest" for a server of one's own) and bounce
 * classes (its page "Bounce Classification Codes"; 26 from a reseller's page, "Email Bounce Handling" of Airship).
 */
final class SparkPostWords {
    /** Types that tell of inbound mail, text messages, tests and uploads: nothing of them is about a mail that was sent. */
    private static final Set<String> ABOUT_NO_MAIL = Set.of(
            "relay_injection",
            "relay_rejection",
            "relay_delivery",
            "relay_tempfail",
            "relay_permfail",
            "relay_message",
            "sms_status",
            "ab_test_completed",
            "ab_test_cancelled",
            "success",
            "error");

    private SparkPostWords() {}

    /**
     * The kind of an event; a bounce is what its class says. What was never built is refused, what the service's policy
     * stopped is dropped. Null for types that are not of this feed.
     */
    static @Nullable EventKind kind(String type, @Nullable String bounceClass) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "injection", "reception" -> EventKind.SEND;
            case "delivery" -> EventKind.DELIVERY;
            case "delay" -> EventKind.DEFERRAL;
            case "bounce", "inband", "out_of_band" -> bounce(bounceClass);
            case "policy_rejection", "generation_rejection" -> EventKind.DROP;
            case "generation_failure" -> EventKind.REJECTION;
            case "spam_complaint" -> EventKind.COMPLAINT;
            case "list_unsubscribe", "link_unsubscribe" -> EventKind.UNSUBSCRIBE;
            case "open", "initial_open", "amp_open", "amp_initial_open" -> EventKind.OPEN;
            case "click", "amp_click" -> EventKind.CLICK;
            default -> null;
        };
    }

    /** Whether a type is documented and tells of no mail that was sent. */
    static boolean isAboutNoMail(String type) {
        return ABOUT_NO_MAIL.contains(type.toLowerCase(Locale.ROOT));
    }

    /**
     * The category column of the page, with what it calls "Admin" told apart: a suppressed address was never tried, and
     * an automatic answer or a challenge is no failure. Class 90 is a request to be taken off, which the page calls hard
     * and which says nothing against the address.
     */
    private static EventKind bounce(@Nullable String bounceClass) {
        return switch (number(bounceClass)) {
            case 10, 30 -> EventKind.HARD_BOUNCE;
            case 20, 21, 22, 23, 24, 40, 70 -> EventKind.SOFT_BOUNCE;
            case 50, 51, 52, 53, 54 -> EventKind.BLOCK;
            case 25, 26 -> EventKind.DROP;
            case 90 -> EventKind.UNSUBSCRIBE;
            case 60, 80, 100 -> EventKind.OTHER;
            default -> EventKind.BOUNCE;
        };
    }

    /** What a bounce class means where it is specific; "Soft Bounce", "Generic Bounce" and "Transient" are not. */
    static @Nullable Reason hint(@Nullable String bounceClass) {
        return switch (number(bounceClass)) {
            case 10 -> Reason.INVALID_RECIPIENT;
            case 21 -> Reason.NETWORK_ERROR;
            case 22 -> Reason.MAILBOX_FULL;
            case 23 -> Reason.MESSAGE_TOO_LARGE;
            case 24 -> Reason.DELIVERY_EXPIRED;
            case 25, 26 -> Reason.SUPPRESSED;
            case 50 -> Reason.POLICY_BLOCK;
            case 51 -> Reason.REPUTATION_BLOCK;
            case 52 -> Reason.SPAM_CONTENT;
            case 53 -> Reason.VIRUS_OR_ATTACHMENT;
            case 54 -> Reason.RELAY_DENIED;
            default -> null;
        };
    }

    private static int number(@Nullable String bounceClass) {
        return bounceClass != null && bounceClass.matches("\\d{1,3}") ? Integer.parseInt(bounceClass) : 0;
    }
}
