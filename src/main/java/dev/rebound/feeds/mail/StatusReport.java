package dev.rebound.feeds.mail;

import dev.rebound.feeds.container.FeedTimes;
import dev.rebound.feeds.mail.BounceMail.Recipient;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the fields of a delivery report (RFC 3464, sections 2.2 and 2.3), wherever in the mail they stand. */
final class StatusReport {
    private StatusReport() {}

    /** The recipients of the report in its order; blocks that name nobody are left out. */
    static List<Recipient> recipients(List<Map<String, String>> blocks) {
        List<Recipient> recipients = new ArrayList<>();
        for (Map<String, String> block : blocks) {
            String failed = address(block.get("final-recipient"));
            String sent = address(block.get("original-recipient"));
            String address = failed == null || (sent != null && isInner(failed, sent)) ? sent : failed;
            if (address != null) {
                String other = sent == null || sent.equalsIgnoreCase(address) ? null : sent;
                recipients.add(recipient(address, other, block));
            }
        }
        return recipients;
    }

    /**
     * Whether the final address is the house's own name for the one that was written to: a host of the same domain,
     * another name at it, or a name that exists in no domain. What nobody outside can write to is on nobody's list.
     */
    private static boolean isInner(String failed, String sent) {
        String inner = domain(failed);
        String outer = domain(sent);
        boolean sameMailbox = failed.replace("\"", "").equalsIgnoreCase(sent);
        return !sameMailbox && (inner.indexOf('.') < 0 || inner.equals(outer) || inner.endsWith("." + outer));
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    /** {@code rfc822; <a@b>} and its kin: the type and the brackets go. */
    static @Nullable String address(@Nullable String field) {
        if (field == null) {
            return null;
        }
        String value = field.substring(field.indexOf(';') + 1).strip();
        int open = value.lastIndexOf('<');
        int close = value.lastIndexOf('>');
        String bare = open >= 0 && close > open ? value.substring(open + 1, close) : value;
        return bare.indexOf('@') > 0 && bare.indexOf(' ') < 0 ? bare : null;
    }

    static @Nullable Instant time(@Nullable String value) {
        FeedTimes.Read read = value == null ? null : FeedTimes.read(value.strip(), ZoneOffset.UTC);
        return read == null ? null : read.time();
    }

    private static Recipient recipient(String address, @Nullable String sentTo, Map<String, String> block) {
        String action = block.get("action");
        String status = block.get("status");
        String diagnostic = block.get("diagnostic-code");
        return new Recipient(
                address,
                sentTo,
                action == null ? null : action.toLowerCase(Locale.ROOT).split("[^a-z]", 2)[0],
                status == null ? null : status.split("[^0-9.]", 2)[0],
                diagnostic == null ? comment(status) : withoutType(diagnostic),
                remote(block.get("remote-mta")),
                // The arrival in the report is the original's, days before the failure perhaps.
                time(block.get("last-attempt-date")));
    }

    /** {@code smtp; 550 …}: the type goes; a semicolon later in the sentence is none. */
    private static String withoutType(String diagnostic) {
        int end = diagnostic.indexOf(';');
        boolean type = end > 0 && diagnostic.substring(0, end).strip().indexOf(' ') < 0;
        return (type ? diagnostic.substring(end + 1) : diagnostic).strip();
    }

    /** {@code 4.0.0 (host name lookup failure)}: the words in brackets; null when there are none. */
    private static @Nullable String comment(@Nullable String status) {
        int open = status == null ? -1 : status.indexOf('(');
        return status == null || open < 0 || !status.endsWith(")")
                ? null
                : status.substring(open + 1, status.length() - 1).strip();
    }

    private static @Nullable String remote(@Nullable String field) {
        return field == null ? null : field.substring(field.indexOf(';') + 1).strip();
    }
}
