package dev.rebound.feeds.provider;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.Reason;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The vocabulary of Mailgun: events, severities and reasons (its page "Events"; the reasons as its Go client's
 * {@code events/enums.go} lists them) and the codes of its own that it writes where an SMTP code would stand.
 */
final class MailgunWords {
    /** What befell a mailing list's members: nothing of it is about a mail. */
    private static final Set<String> ABOUT_NO_MAIL =
            Set.of("list_uploaded", "list_member_uploaded", "list_member_upload_error");

    /** Not delivered to an address that bounced, unsubscribed or complained before. */
    private static final Set<Integer> SUPPRESSED = Set.of(605, 606, 607);

    /** No mail host, and no connection or no such recipient: the service's own, in the range of SMTP. */
    private static final Set<Integer> OWN_CODES = Set.of(498, 499);

    private MailgunWords() {}

    /** Whether an event is documented, the ones about mailing lists included. */
    static boolean isEvent(String event) {
        return isAboutNoMail(event) || kind(event, null, null, 0) != null;
    }

    /** Whether an event is documented and tells of no mail. */
    static boolean isAboutNoMail(String event) {
        return ABOUT_NO_MAIL.contains(event.toLowerCase(Locale.ROOT));
    }

    /** The kind of an event; null for words that are not of this feed. */
    static @Nullable EventKind kind(String event, @Nullable String severity, @Nullable String reason, int code) {
        return switch (event.toLowerCase(Locale.ROOT)) {
            case "accepted" -> EventKind.SEND;
            case "rejected" -> EventKind.REJECTION;
            case "delivered" -> EventKind.DELIVERY;
            case "failed" -> "temporary".equals(severity) ? EventKind.DEFERRAL : failure(reason, code);
            case "opened" -> EventKind.OPEN;
            case "clicked" -> EventKind.CLICK;
            case "unsubscribed" -> EventKind.UNSUBSCRIBE;
            case "complained" -> EventKind.COMPLAINT;
            case "stored" -> EventKind.OTHER;
            default -> null;
        };
    }

    /**
     * A failure for good. Only {@code bounce} speaks of the address; {@code generic} covers everything from a full
     * mailbox to an unknown user, so there the source does not say which kind.
     */
    private static EventKind failure(@Nullable String reason, int code) {
        String word = reason == null ? "" : reason.toLowerCase(Locale.ROOT);
        if (word.startsWith("suppress-") || SUPPRESSED.contains(code)) {
            return EventKind.DROP;
        }
        return switch (word) {
            case "bounce" -> EventKind.HARD_BOUNCE;
            case "espblock", "blacklisted" -> EventKind.BLOCK;
            case "old", "greylisted" -> EventKind.SOFT_BOUNCE;
            default -> EventKind.BOUNCE;
        };
    }

    /** What a failure's reason means where it is specific; {@code bounce} is too coarse, the reply tells more. */
    static @Nullable Reason hint(EventKind kind, @Nullable String reason) {
        if (kind == EventKind.DROP) {
            return Reason.SUPPRESSED;
        }
        return switch (reason == null ? "" : reason.toLowerCase(Locale.ROOT)) {
            case "espblock", "blacklisted" -> Reason.REPUTATION_BLOCK;
            case "greylisted" -> Reason.GREYLISTED;
            case "old" -> Reason.DELIVERY_EXPIRED;
            default -> null;
        };
    }

    /** The SMTP code of a delivery status; 0 for the service's own codes. */
    static int smtpCode(int code) {
        return OWN_CODES.contains(code) ? 0 : code;
    }
}
