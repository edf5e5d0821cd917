package dev.rebound.report;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.MessageState;
import dev.rebound.domain.Reason;
import dev.rebound.insight.ChainEvent;
import dev.rebound.insight.MessageDetails;
import dev.rebound.insight.MessageRow;
import dev.rebound.words.FullTime;
import dev.rebound.words.Words;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.stream.Collectors;

/**
 * What became of a message in one sentence for a ticket: sender, recipient, subject, times with their offset, the
 * server's words where a file tells them. What no file tells is said to be unknown.
 */
public final class TicketSentence {
    private TicketSentence() {}

    /** The sentence in the language of the words, with times in the zone. */
    public static String of(MessageDetails details, Words words, ZoneId zone) {
        MessageRow row = details.row();
        MessageState state = row.state();
        DateTimeFormatter full = FullTime.inSentence(words.locale()).withZone(zone);
        Instant sent = details.sentAt();
        Instant until = details.openUntil();
        String unknown = words.of("ticket.unknown");
        String reply = row.reply() == null ? "" : oneLine(row.reply());
        String sender = row.esp().isEmpty() ? unknown : row.esp();
        String sentence = words.of(
                "ticket." + (state == null ? "nosend" : state.code()),
                sent == null ? words.of("ticket.unsent") : full.format(sent),
                row.fromDomain() == null ? sender : words.of("ticket.sender", sender, row.fromDomain()),
                row.subject() == null ? unknown : row.subject(),
                row.campaign().isEmpty() ? unknown : row.campaign(),
                row.address(),
                row.provider(),
                full.format(row.time()),
                deferrals(details),
                reply,
                row.reason() == null
                        ? unknown
                        : words.of("reason." + row.reason().code()),
                until == null ? unknown : full.format(until),
                reply.isEmpty() ? 0 : 1);
        return state == MessageState.DELIVERED
                ? sentence + delay(details, words) + " " + afterwards(details, words, full)
                : sentence;
    }

    /** Why it did not arrive at once, which is what the ticket asks; empty where it did, or where the reason is unknown. */
    private static String delay(MessageDetails details, Words words) {
        return details.chain().stream()
                .filter(e -> e.kind() == EventKind.DEFERRAL)
                .reduce((earlier, later) -> later)
                .filter(e -> e.reason() != Reason.UNDETERMINED)
                .map(e -> " "
                        + words.of(
                                "ticket.delay", words.of("reason." + e.reason().code())))
                .orElse("");
    }

    /** Whoever says that nothing is known after the acceptance must not hold an opening in the same files. */
    private static String afterwards(MessageDetails details, Words words, DateTimeFormatter full) {
        ChainEvent read = details.firstReading();
        if (read == null) {
            return words.of("ticket.after");
        }
        String when = full.format(read.time());
        return read.machine() != null
                ? words.of("ticket.machine", when, read.machine())
                : words.of(read.kind() == EventKind.CLICK ? "ticket.clicked" : "ticket.opened", when);
    }

    /** Two sources may tell of the same deferrals: the one that tells of most counts. */
    private static long deferrals(MessageDetails details) {
        return details.chain().stream()
                .filter(e -> e.kind() == EventKind.DEFERRAL)
                .collect(Collectors.groupingBy(ChainEvent::source, Collectors.counting()))
                .values()
                .stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
    }

    private static String oneLine(String reply) {
        return reply.replaceAll("\\s+", " ").strip();
    }
}
