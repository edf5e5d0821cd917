package dev.rebound.feeds.mail;

import dev.rebound.feeds.mail.BounceMail.Kind;
import dev.rebound.feeds.mail.BounceMail.Recipient;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a feedback report (RFC 5965): who complained about which message. */
final class FeedbackReport {
    private FeedbackReport() {}

    static BounceMail of(MailContent mail) {
        MailContent original = mail.carried();
        Map<String, String> report = mail.report().getFirst();
        return BounceMailReader.mail(mail, original, kind(report), recipients(report, original));
    }

    private static Kind kind(Map<String, String> report) {
        String type = report.getOrDefault("feedback-type", "").toLowerCase(Locale.ROOT);
        return switch (type) {
            case "abuse", "fraud", "other", "virus" -> Kind.COMPLAINT;
            case "opt-out", "opt-out-list" -> Kind.OPT_OUT;
            default -> Kind.OTHER;
        };
    }

    private static List<Recipient> recipients(Map<String, String> report, @Nullable MailContent original) {
        String address = StatusReport.address(report.get("original-rcpt-to"));
        if (address == null && original != null) {
            address = StatusReport.address(original.header("to"));
        }
        Instant arrival = StatusReport.time(report.get("arrival-date"));
        return address == null
                ? List.of()
                : List.of(new Recipient(address, null, report.get("feedback-type"), null, null, null, arrival));
    }
}
