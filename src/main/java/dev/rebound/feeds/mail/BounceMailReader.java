package dev.rebound.feeds.mail;

import dev.rebound.feeds.mail.BounceMail.Kind;
import dev.rebound.feeds.mail.BounceMail.Recipient;
import dev.rebound.feeds.mail.MailSigns.Sign;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a mail that tells what became of another: a delivery report (RFC 3464, RFC 6533), a feedback report (RFC 5965),
 * or a notice in words as mail servers have written them for forty years. Immutable and thread-safe; never throws on
 * content.
 */
public final class BounceMailReader {
    /** Senders' own names for a campaign in a header, the telling ones first. */
    private static final List<String> CAMPAIGN =
            List.of("x-campaign", "x-campaign-name", "x-campaign-id", "x-campaignid", "x-mailing", "x-job");

    private static final int DEEPEST = 3;

    private final MailSigns signs = MailSigns.bundled();

    /** What the mail says; a mail that says nothing has the kind {@code OTHER} and no recipient. */
    public BounceMail read(byte[] mail) {
        MailContent content = MailContentReader.read(mail);
        BounceMail said = said(content, false);
        MailContent carried = content.carried();
        for (int depth = 0; said.kind() == Kind.OTHER && carried != null && depth < DEEPEST; depth++) {
            // Somebody passed a bounce on: what counts is inside.
            BounceMail inner = said(carried, false);
            if (!inner.recipients().isEmpty()) {
                return inner;
            }
            carried = carried.carried();
        }
        return said.kind() == Kind.OTHER ? said(content, true) : said;
    }

    /**
     * @param guessing whether a notice that names nobody is about the returned message's only recipient
     */
    private BounceMail said(MailContent mail, boolean guessing) {
        if (!mail.report().isEmpty()) {
            return FeedbackReport.of(mail);
        }
        String words = mail.words();
        BounceMail ses = SesNotificationMail.of(mail, words);
        if (ses != null) {
            return ses;
        }
        Notice notice = Notice.of(words);
        MailContent original = mail.carried() == null ? notice.returned() : mail.carried();
        List<Recipient> recipients = reported(mail, notice);
        if (!recipients.isEmpty()) {
            boolean asks = !isDaemon(mail) && signs.inWords(Sign.CHALLENGE, notice.text());
            return asks
                    ? mail(mail, original, Kind.AUTO_REPLY, List.of())
                    : mail(mail, original, isConfirming(recipients) ? Kind.AUTO_REPLY : kind(recipients), recipients);
        }
        Kind kind = kindOfNotice(mail, notice);
        List<Recipient> told = switch (kind) {
            case BOUNCE, DELAY, DELIVERED -> told(mail, notice, original, kind, guessing);
            case COMPLAINT, OPT_OUT, AUTO_REPLY, OTHER -> List.of();
        };
        boolean empty = told.isEmpty() && kind != Kind.AUTO_REPLY;
        return mail(mail, original, empty ? Kind.OTHER : kind, told);
    }

    private boolean isConfirming(List<Recipient> recipients) {
        return recipients.stream().allMatch(r -> r.reply() != null && signs.inWords(Sign.CONFIRM, r.reply()));
    }

    /** The recipients of a delivery report; a reply that the report leaves out is looked for in the words beside it. */
    private static List<Recipient> reported(MailContent mail, Notice notice) {
        List<Map<String, String>> blocks = mail.status();
        List<Recipient> recipients = StatusReport.recipients(blocks);
        if (recipients.isEmpty() && notice.text().toLowerCase(Locale.ROOT).contains("final-recipient:")) {
            recipients = StatusReport.recipients(StatusBlocks.of(notice.text()));
        }
        List<Recipient> complete = new ArrayList<>(recipients.size());
        for (Recipient r : recipients) {
            complete.add(hasWords(r.reply()) ? r : withReply(r, wordsOn(r, notice)));
        }
        return complete;
    }

    private static boolean hasWords(@Nullable String reply) {
        return reply != null && reply.chars().filter(Character::isLetter).count() >= 4;
    }

    private static Recipient withReply(Recipient r, @Nullable String words) {
        String reply = words == null ? r.reply() : words;
        return new Recipient(r.address(), r.sentTo(), r.action(), r.status(), reply, r.remoteMta(), r.lastAttempt());
    }

    private static @Nullable String wordsOn(Recipient r, Notice notice) {
        List<Mention> mentions = NoticeRecipients.mentions(notice);
        List<Mention> named = NoticeRecipients.of(mentions, Set.of());
        Mention place = place(r.address(), named, mentions);
        return place == null ? null : new NoticeReply(notice, mentions, named).closeTo(place);
    }

    private Kind kindOfNotice(MailContent mail, Notice notice) {
        String subject = PartText.ofHeader(mail.header("subject"));
        String words = notice.text();
        boolean daemon = isDaemon(mail);
        boolean failed = mail.has("x-failed-recipients");
        boolean failure = failed || signs.inSubject(Sign.FAILURE, subject);
        if (!daemon && !failed && isAutomatic(mail, subject, failure)) {
            return Kind.AUTO_REPLY;
        }
        boolean said = failure || (daemon && signs.inWords(Sign.FAILURE, words));
        boolean arrived = daemon && (signs.inSubject(Sign.ARRIVED, subject) || signs.inWords(Sign.ARRIVED, words));
        boolean delayed = daemon && (signs.inSubject(Sign.DELAY, subject) || signs.inWords(Sign.DELAY, words));
        if (arrived && !signs.inWords(Sign.FAILURE, words)) {
            return Kind.DELIVERED;
        }
        if (delayed && !signs.inWords(Sign.FINAL, words)) {
            return Kind.DELAY;
        }
        if (said && (daemon || failed || (signs.inWords(Sign.FAILURE, words) && isAboutMail(mail, notice)))) {
            boolean asks = !daemon && !failed && signs.inWords(Sign.CHALLENGE, words);
            return asks ? Kind.AUTO_REPLY : Kind.BOUNCE;
        }
        // Only machines answer with an empty return path (RFC 3834, section 3.3; RFC 5321, section 4.5.5).
        return hasNoReturn(mail) ? Kind.AUTO_REPLY : Kind.OTHER;
    }

    /**
     * Parcels and payments fail too: a stranger's failure counts where mail is spoken of, or a copy came back. A list
     * tells its readers of many things.
     */
    private boolean isAboutMail(MailContent mail, Notice notice) {
        if (mail.has("list-id") || mail.has("list-unsubscribe")) {
            return false;
        }
        return hasNoReturn(mail)
                || mail.carried() != null
                || notice.returned() != null
                || signs.inWords(Sign.MAIL, notice.text());
    }

    private boolean isAutomatic(MailContent mail, String subject, boolean failure) {
        String submitted = mail.header("auto-submitted").toLowerCase(Locale.ROOT);
        boolean stated = submitted.startsWith("auto-replied")
                || mail.has("x-autoreply")
                || mail.has("x-autorespond")
                || mail.header("precedence").toLowerCase(Locale.ROOT).startsWith("auto");
        return signs.inSubject(Sign.AUTO_REPLY, subject) || (stated && !failure);
    }

    private boolean isDaemon(MailContent mail) {
        String from = PartText.ofHeader(mail.header("from"));
        return signs.inFrom(Sign.DAEMON, from)
                || from.strip().equals("<>")
                || mail.header("return-path").toLowerCase(Locale.ROOT).contains("mailer-daemon");
    }

    private static boolean hasNoReturn(MailContent mail) {
        return mail.header("return-path").strip().equals("<>");
    }

    private List<Recipient> told(
            MailContent mail, Notice notice, @Nullable MailContent original, Kind kind, boolean guessing) {
        String action = switch (kind) {
            case DELAY -> "delayed";
            case DELIVERED -> "delivered";
            case BOUNCE, COMPLAINT, OPT_OUT, AUTO_REPLY, OTHER -> null;
        };
        List<Mention> mentions = NoticeRecipients.mentions(notice);
        List<Mention> named = new ArrayList<>(NoticeRecipients.of(mentions, senders(mail, original)));
        List<Recipient> told = new ArrayList<>();
        List<String> listed = addresses(mail.header("x-failed-recipients"));
        List<String> authors = addresses(mail.header("from"));
        if (named.isEmpty() && listed.isEmpty() && isDaemon(mail) && authors.size() == 1) {
            String author = authors.getFirst().toLowerCase(Locale.ROOT);
            named.addAll(NoticeRecipients.ofHouse(notice, author.substring(author.indexOf('@') + 1)));
        }
        if (guessing && listed.isEmpty() && named.isEmpty()) {
            listed = original == null ? List.of() : addresses(original.header("to"));
            listed = listed.size() == 1 ? listed : List.of();
        }
        for (String address : listed) {
            Mention place = place(address, named, mentions);
            NoticeReply reply = new NoticeReply(notice, mentions, named);
            told.add(recipient(address, action, place == null ? reply.ofUnnamed() : reply.of(place)));
        }
        if (listed.isEmpty()) {
            for (Mention mention : named) {
                told.add(recipient(mention.address(), action, new NoticeReply(notice, mentions, named).of(mention)));
            }
        }
        return told;
    }

    private static @Nullable Mention place(String address, List<Mention> named, List<Mention> mentions) {
        for (List<Mention> places : List.of(named, mentions)) {
            for (Mention mention : places) {
                if (mention.isOf(address)) {
                    return mention;
                }
            }
        }
        return null;
    }

    private static Recipient recipient(String address, @Nullable String action, @Nullable String reply) {
        return new Recipient(address, null, action, null, reply, null, null);
    }

    private static Set<String> senders(MailContent mail, @Nullable MailContent original) {
        Set<String> senders = new HashSet<>();
        for (String name : List.of("from", "to", "return-path", "reply-to", "sender", "delivered-to", "cc")) {
            addresses(mail.header(name)).forEach(a -> senders.add(a.toLowerCase(Locale.ROOT)));
        }
        if (original != null) {
            for (String name : List.of("from", "return-path", "reply-to", "sender")) {
                addresses(original.header(name)).forEach(a -> senders.add(a.toLowerCase(Locale.ROOT)));
            }
        }
        return senders;
    }

    static List<String> addresses(String field) {
        return Mention.in(field, 0).stream().map(Mention::address).distinct().toList();
    }

    private static Kind kind(List<Recipient> recipients) {
        if (recipients.stream().allMatch(r -> "delayed".equals(r.action()))) {
            return Kind.DELAY;
        }
        boolean arrived = recipients.stream().allMatch(r -> switch (String.valueOf(r.action())) {
            case "delivered", "relayed", "expanded", "deliverable" -> true;
            default -> false;
        });
        return arrived ? Kind.DELIVERED : Kind.BOUNCE;
    }

    static BounceMail mail(MailContent mail, @Nullable MailContent original, Kind kind, List<Recipient> recipients) {
        MailContent returned = original == null ? new MailContent() : original;
        return new BounceMail(
                kind,
                StatusReport.time(mail.has("date") ? mail.header("date") : null),
                mail.has("message-id") ? bare(mail.header("message-id")) : null,
                returned.has("message-id") ? bare(returned.header("message-id")) : null,
                returned.has("subject") ? PartText.ofHeader(returned.header("subject")) : null,
                campaign(returned),
                recipients);
    }

    private static @Nullable String campaign(MailContent returned) {
        return CAMPAIGN.stream()
                .filter(returned::has)
                .map(returned::header)
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse(null);
    }

    static String bare(String id) {
        return id.replace("<", "").replace(">", "").strip();
    }
}
