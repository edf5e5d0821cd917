package dev.rebound.report;

import dev.rebound.insight.ChainEvent;
import dev.rebound.insight.Contradiction;
import dev.rebound.insight.InvalidAddress;
import dev.rebound.insight.MessageRow;
import dev.rebound.insight.Picture;
import dev.rebound.insight.ReplyGroup;
import dev.rebound.insight.SendAfterInvalidation;
import dev.rebound.insight.TypoDomain;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Messages, events and invalid addresses as rows with the column names of the command line's contract. */
public final class MessageRows {
    private static final List<String> MESSAGE = List.of(
            "time",
            "address",
            "campaign",
            "state",
            "reason",
            "class",
            "tries",
            "reply",
            "smtp_code",
            "enhanced_code",
            "provider",
            "domain",
            "esp",
            "ip",
            "dispatch_id",
            "message_id",
            "first_event",
            "validity",
            "subscription",
            "source");
    private static final List<String> EVENT = List.of(
            "time",
            "kind",
            "raw_kind",
            "address",
            "campaign",
            "state",
            "reason",
            "class",
            "tries",
            "reply",
            "smtp_code",
            "enhanced_code",
            "rule",
            "matched",
            "provider",
            "domain",
            "esp",
            "ip",
            "dispatch_id",
            "message_id",
            "first_event",
            "validity",
            "subscription",
            "source",
            "feed");
    private static final List<String> INVALID = List.of(
            "address", "since", "reason", "class", "caused_by", "subscription", "events_since", "verdict", "why");

    private final ZoneId zone;
    private final boolean masked;

    /** Rows with times in this zone (offset written), addresses masked or not. */
    public MessageRows(ZoneId zone, boolean masked) {
        this.zone = zone;
        this.masked = masked;
    }

    private String time(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(zone));
    }

    private @Nullable String text(@Nullable String value) {
        return value == null || !masked ? value : Mask.of(value);
    }

    private @Nullable String about(@Nullable String reply, String address) {
        return reply == null || !masked ? reply : Mask.of(reply, address);
    }

    /** The messages of these rows. */
    public Rows messages(Picture picture, int[] rows) {
        return new Rows(MESSAGE, lazily(rows, r -> message(picture.row(r))));
    }

    private List<@Nullable Object> message(MessageRow r) {
        return row(
                time(r.time()),
                text(r.address()),
                r.campaign(),
                r.state() == null ? null : r.state().code(),
                r.reason() == null ? null : r.reason().code(),
                r.bounceClass() == null ? null : r.bounceClass().code(),
                r.tries(),
                about(r.reply(), r.address()),
                r.smtpCode() == 0 ? null : r.smtpCode(),
                r.enhancedCode(),
                r.provider(),
                r.domain(),
                r.esp(),
                r.ip(),
                r.dispatchId(),
                r.messageId(),
                time(r.firstEvent()),
                r.validity().code(),
                r.subscription().code(),
                r.source());
    }

    /**
     * Events, each with what is known of its message: {@code state} is the message's, {@code esp} the service that
     * sent it, {@code feed} who told of the event, everything else the event's own.
     *
     * @param events rows of events
     * @param messages the message of each event, as many; negative for an event that belongs to none
     */
    public Rows events(Picture picture, int[] events, int[] messages) {
        int[] places = IntStream.range(0, events.length).toArray();
        return new Rows(
                EVENT,
                lazily(
                        places,
                        i -> event(
                                picture.chainEvent(events[i]),
                                messages[i] < 0 ? picture.lone(events[i]) : picture.row(messages[i]))));
    }

    private List<@Nullable Object> event(ChainEvent e, MessageRow m) {
        return row(
                time(e.time()),
                e.kind().name().toLowerCase(Locale.ROOT),
                e.rawKind(),
                text(m.address()),
                m.campaign(),
                m.state() == null ? null : m.state().code(),
                e.isJudged() ? e.reason().code() : null,
                e.isJudged() ? e.bounceClass().code() : null,
                m.tries(),
                about(e.reply(), m.address()),
                e.smtpCode() == 0 ? null : e.smtpCode(),
                e.enhancedCode(),
                e.rule(),
                about(e.matched(), m.address()),
                m.provider(),
                m.domain(),
                m.esp(),
                m.ip(),
                m.dispatchId(),
                m.messageId(),
                time(m.firstEvent()),
                m.validity().code(),
                m.subscription().code(),
                e.file(),
                e.source());
    }

    /** Addresses marked invalid. */
    public Rows invalid(Picture picture, List<InvalidAddress> addresses) {
        return new Rows(
                INVALID, addresses.stream().map(a -> invalid(picture, a)).toList());
    }

    private List<@Nullable Object> invalid(Picture picture, InvalidAddress a) {
        return row(
                text(a.address()),
                time(a.since()),
                a.reason().code(),
                a.bounceClass().code(),
                a.causedBy(),
                a.subscription().code(),
                a.eventsSince(),
                a.isQuestionable() ? "questionable" : "certain",
                picture.doubts(a).stream()
                        .map(d -> d.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", ")));
    }

    /** Sends after the invalidation, with how each is judged. */
    public Rows audit(Picture picture, List<SendAfterInvalidation> sends) {
        List<String> columns = new ArrayList<>(INVALID);
        columns.addAll(List.of("split", "sent_at", "sent_campaign"));
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (SendAfterInvalidation s : sends) {
            List<@Nullable Object> row = new ArrayList<>(invalid(picture, s.address()));
            row.addAll(row(s.split().code(), time(s.sentAt()), s.campaign()));
            rows.add(row);
        }
        return new Rows(columns, rows);
    }

    /** Invalid addresses with a mistyped domain. */
    public Rows typos(List<TypoDomain> typos) {
        return new Rows(
                List.of("address", "domain", "meant", "since", "caused_by"),
                typos.stream()
                        .map(t -> row(
                                text(t.address().address()),
                                t.domain(),
                                t.meant(),
                                time(t.address().since()),
                                t.address().causedBy()))
                        .toList());
    }

    /** Where validity and subscription contradict each other. */
    public Rows contradictions(List<Contradiction> list) {
        return new Rows(
                List.of("address", "kind", "at", "detail"),
                list.stream()
                        .map(c -> {
                            Instant at = c.at();
                            return row(
                                    text(c.address()), c.kind().code(), at == null ? null : time(at), text(c.detail()));
                        })
                        .toList());
    }

    /** Replies grouped by pattern; addresses never show, patterns have none, and examples are masked with the rest. */
    public Rows replies(List<ReplyGroup> groups) {
        return new Rows(
                List.of(
                        "messages",
                        "events",
                        "pattern",
                        "kind",
                        "word",
                        "class",
                        "reason",
                        "rule",
                        "disagrees",
                        "example"),
                groups.stream()
                        .map(g -> row(
                                (long) g.messages(),
                                (long) g.events(),
                                g.pattern(),
                                g.kind().name().toLowerCase(Locale.ROOT),
                                g.word(),
                                g.bounceClass().code(),
                                g.reason().code(),
                                g.rule(),
                                g.isDisagreement() ? "yes" : "no",
                                text(g.example())))
                        .toList());
    }

    private static List<@Nullable Object> row(@Nullable Object... values) {
        return Collections.unmodifiableList(Arrays.asList(values));
    }

    /** A million rows are written without a million objects in memory. */
    private static Iterable<List<@Nullable Object>> lazily(int[] rows, IntFunction<List<@Nullable Object>> row) {
        return () -> new Iterator<>() {
            private int at;

            @Override
            public boolean hasNext() {
                return at < rows.length;
            }

            @Override
            public List<@Nullable Object> next() {
                if (at >= rows.length) {
                    throw new java.util.NoSuchElementException();
                }
                return row.apply(rows[at++]);
            }
        };
    }
}
