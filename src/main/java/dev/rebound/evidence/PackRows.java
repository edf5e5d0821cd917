package dev.rebound.evidence;

import dev.rebound.domain.EventText;
import dev.rebound.domain.MessageState;
import dev.rebound.insight.ChainEvent;
import dev.rebound.insight.MessageKind;
import dev.rebound.insight.MessageRow;
import dev.rebound.report.Rows;
import dev.rebound.store.ImportRun;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The tables of a pack. A customer reads words; whoever is technical reads codes, and in English
 * headings that are the names of the command line's contract.
 */
final class PackRows {
    private static final List<String> TECHNICAL = List.of(
            "time",
            "sent",
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
            "pool",
            "from",
            "dispatch_id",
            "message_id",
            "counts_as",
            "source",
            "line");
    private static final List<String> INTERNAL =
            List.of("subject", "user", "first_event", "validity", "subscription", "part", "rule");

    private final Facts facts;
    private final EvidenceRequest request;
    private final Telling tell;
    private final Concealment conceal;

    PackRows(Facts facts, EvidenceRequest request, Telling tell, Concealment conceal) {
        this.facts = facts;
        this.request = request;
        this.tell = tell;
        this.conceal = conceal;
    }

    /** One row a message, oldest first. */
    Rows messages() {
        boolean plain = request.audience() == Audience.CUSTOMER;
        List<String> columns = new ArrayList<>(plain ? plainColumns() : headings(TECHNICAL));
        if (request.audience() == Audience.INTERNAL) {
            columns.addAll(headings(INTERNAL));
        }
        return new Rows(
                columns,
                () -> IntStream.range(0, facts.messages.length)
                        .mapToObj(i -> plain ? plain(facts.messages[i]) : technical(facts.messages[i]))
                        .iterator());
    }

    private List<String> headings(List<String> names) {
        return names.stream().map(name -> tell.of("heading." + name)).toList();
    }

    private List<String> plainColumns() {
        return List.of(
                tell.of("column.sent"),
                tell.of("column.address"),
                tell.of("column.campaign"),
                tell.of("column.outcome"),
                tell.of("column.reason"),
                tell.of("column.news"),
                tell.of("column.tries"),
                tell.of("column.file"),
                tell.of("column.line"));
    }

    private List<@Nullable Object> plain(int message) {
        MessageRow r = facts.picture.row(message);
        ChainEvent deciding = facts.picture.message(message).decidingEvent();
        MessageState state = r.state();
        return row(
                sent(message),
                conceal.text(r.address()),
                conceal.text(r.campaign()),
                state == null || kind(message) != MessageKind.SENT
                        ? tell.of("counts." + kind(message).name().toLowerCase(Locale.ROOT))
                        : tell.state(state),
                r.reason() == null ? null : tell.reason(r.reason().code()),
                time(r.time()),
                r.tries(),
                conceal.text(r.source()),
                facts.sources.of(deciding).line());
    }

    private List<@Nullable Object> technical(int message) {
        MessageRow r = facts.picture.row(message);
        ChainEvent deciding = facts.picture.message(message).decidingEvent();
        Sources.Where where = facts.sources.of(deciding);
        List<@Nullable Object> cells = new ArrayList<>(row(
                time(r.time()),
                sent(message),
                conceal.text(r.address()),
                conceal.text(r.campaign()),
                r.state() == null ? null : r.state().code(),
                r.reason() == null ? null : r.reason().code(),
                r.bounceClass() == null ? null : r.bounceClass().code(),
                r.tries(),
                concealed(r.reply(), r.address()),
                r.smtpCode() == 0 ? null : r.smtpCode(),
                r.enhancedCode(),
                r.provider(),
                r.domain(),
                r.esp(),
                r.ip(),
                r.pool(),
                text(EventText.FROM_DOMAIN, message),
                r.dispatchId(),
                messageId(r),
                kind(message).name().toLowerCase(Locale.ROOT),
                conceal.text(r.source()),
                where.line()));
        if (request.audience() == Audience.INTERNAL) {
            cells.addAll(row(
                    concealed(r.subject()),
                    person(text(EventText.EXTERNAL_USER_ID, message), r.address()),
                    time(r.firstEvent()),
                    r.validity().code(),
                    r.subscription().code(),
                    conceal.text(where.part()),
                    deciding.rule()));
        }
        return Collections.unmodifiableList(cells);
    }

    /** An id looks like an address now and then, and a postmaster needs it whole; one that holds the address does not stay. */
    private @Nullable String messageId(MessageRow r) {
        String id = r.messageId();
        return id == null || isOwnId(id, r.address()) ? id : conceal.text(id);
    }

    /** Whether an id tells nothing of the address. */
    static boolean isOwnId(String id, String address) {
        String local = address.substring(0, Math.max(0, address.lastIndexOf('@')));
        return local.length() > 2 && !id.toLowerCase(Locale.ROOT).contains(local);
    }

    private MessageKind kind(int message) {
        return facts.picture.messages().kind(message);
    }

    private @Nullable String text(EventText field, int message) {
        return facts.picture.messages().text(field, message);
    }

    private @Nullable String concealed(@Nullable String text, String about) {
        return text == null ? null : conceal.text(text, about);
    }

    private @Nullable String person(@Nullable String id, String about) {
        return id == null ? null : conceal.person(id, about);
    }

    private @Nullable String concealed(@Nullable String text) {
        return text == null ? null : conceal.text(text);
    }

    private @Nullable String sent(int message) {
        long sent = facts.picture.messages().sentMillis(message);
        return sent == 0 ? null : time(Instant.ofEpochMilli(sent));
    }

    private String time(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(tell.zone()));
    }

    /** The twelve states, the sends, the deliveries and the gap. */
    Rows arithmetic() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (MessageState s : MessageState.values()) {
            rows.add(row(
                    s.code(),
                    s == MessageState.DELIVERED ? tell.of("arithmetic.delivered") : tell.state(s),
                    facts.count(s)));
        }
        rows.add(row("sends", tell.of("arithmetic.sends"), facts.sends));
        rows.add(row("deliveries", tell.of("arithmetic.deliveries"), facts.deliveries()));
        rows.add(row("gap", tell.of("column.gap"), facts.gap()));
        return new Rows(List.of(tell.of("heading.state"), tell.of("column.outcome"), tell.of("column.messages")), rows);
    }

    /** Every file and part with its hash and all its lines. */
    Rows sources() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Sources.Used u : facts.sources.used()) {
            ImportRun run = u.run();
            rows.add(row(
                    conceal.text(facts.picture.file(run.id())),
                    conceal.text(u.part()),
                    run.feedName(),
                    run.source().sha256(),
                    run.source().bytes(),
                    time(run.source().startedAt().truncatedTo(ChronoUnit.SECONDS)),
                    (long) u.lines().length,
                    Sources.ranges(u.lines(), Integer.MAX_VALUE)));
        }
        return new Rows(
                headings(List.of("file", "part", "read_as", "sha256", "bytes", "imported", "records", "lines")), rows);
    }

    private static List<@Nullable Object> row(@Nullable Object... values) {
        return Collections.unmodifiableList(Arrays.asList(values));
    }
}
