package dev.rebound.feeds.provider;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.domain.RawEvent;
import dev.rebound.domain.RawRecord;
import dev.rebound.domain.Rejection;
import dev.rebound.feeds.FeedInfo;
import dev.rebound.feeds.FeedSink;
import dev.rebound.feeds.PartFeed;
import dev.rebound.feeds.PartReading;
import dev.rebound.feeds.ReadOptions;
import dev.rebound.feeds.container.Head;
import dev.rebound.feeds.container.Mailbox;
import dev.rebound.feeds.container.Part;
import dev.rebound.feeds.mail.BounceMail;
import dev.rebound.feeds.mail.BounceMailReader;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Bounce mails, one a file or many in an mbox: a delivery-status part tells of each recipient (RFC 3464). */
final class BounceMails implements PartFeed {
    static final String SOURCE = "Bounce mail";
    private static final Pattern HEADER = Pattern.compile(
            "(?im)^(return-path|received|from|to|subject|date|message-id|mime-version|delivered-to|content-type):");
    private static final int LONGEST_RAW = 64 * 1024;

    @Override
    public FeedInfo info() {
        return new FeedInfo(
                "bounce-mail",
                "Bounce mail",
                EnumSet.of(EventKind.BOUNCE, EventKind.DEFERRAL, EventKind.DELIVERY, EventKind.COMPLAINT));
    }

    @Override
    public Optional<String> sendsFrom() {
        return Optional.of("the events or the log of the service that sent the messages");
    }

    @Override
    public boolean recognises(Head head) {
        String text = head.ascii();
        if (text.startsWith("From ") && text.indexOf('@') > 0) {
            return true;
        }
        boolean headerFirst = text.matches("(?s)^[A-Za-z][A-Za-z0-9-]{1,60}:.*");
        return headerFirst && HEADER.matcher(text).results().limit(3).count() == 3;
    }

    @Override
    public PartReading read(Part part, ReadOptions options, FeedSink sink) throws IOException {
        Mailbox mailbox = new Mailbox(part.stream());
        BounceMailReader reader = new BounceMailReader();
        long records = 0;
        for (Mailbox.Mail mail = mailbox.next(); mail != null; mail = mailbox.next()) {
            records += read(mail, reader, part.place(), sink);
        }
        return new PartReading(info(), records, 0, false, List.of());
    }

    /** Says what a mail holds; how many things that were. */
    private static int read(Mailbox.Mail mail, BounceMailReader reader, String place, FeedSink sink) {
        String text = mail.text(LONGEST_RAW);
        RawRecord record = new RawRecord(text, mail.line(), place);
        BounceMail said = reader.read(mail.bytes());
        if (said.recipients().isEmpty()) {
            sink.reject(new Rejection(
                    mail.line(),
                    place,
                    "The mail at line " + mail.line()
                            + (said.kind() == BounceMail.Kind.AUTO_REPLY
                                    ? " is an automatic answer; it says nothing of a delivery."
                                    : " says of no recipient what became of a message."),
                    head(text)));
            return 1;
        }
        for (BounceMail.Recipient r : said.recipients()) {
            Instant time = r.lastAttempt() == null ? said.date() : r.lastAttempt();
            if (time == null) {
                sink.reject(new Rejection(
                        mail.line(), place, "The mail at line " + mail.line() + " has no readable date.", head(text)));
            } else {
                sink.event(event(said, r, time, record));
            }
        }
        return said.recipients().size();
    }

    private static String head(String text) {
        return text.length() > 4_096 ? text.substring(0, 4_096) : text;
    }

    private static RawEvent event(BounceMail said, BounceMail.Recipient r, Instant time, RawRecord record) {
        return RawEvent.builder(kind(said, r.action()), time, r.listed(), SOURCE, record)
                .eventId(said.messageId() == null ? null : said.messageId() + " " + r.listed())
                .with(EventText.RAW_KIND, r.action())
                .with(EventText.REPLY, r.reply())
                .with(EventText.ENHANCED_CODE, r.status())
                .with(EventText.MX, r.remoteMta())
                .with(EventText.HEADER_MESSAGE_ID, said.originalMessageId())
                .with(EventText.SUBJECT, said.originalSubject())
                .with(EventText.CAMPAIGN, said.originalCampaign())
                .build();
    }

    /** One mail may tell of one recipient that it failed and of another that it arrived. */
    private static EventKind kind(BounceMail said, @Nullable String action) {
        return switch (said.kind()) {
            case BOUNCE, DELAY, DELIVERED, AUTO_REPLY ->
                switch (action == null ? "" : action) {
                    case "delayed" -> EventKind.DEFERRAL;
                    case "delivered", "relayed", "expanded", "deliverable" -> EventKind.DELIVERY;
                    default -> EventKind.BOUNCE;
                };
            case COMPLAINT -> EventKind.COMPLAINT;
            case OPT_OUT -> EventKind.UNSUBSCRIBE;
            case OTHER -> EventKind.OTHER;
        };
    }
}
