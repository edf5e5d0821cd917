package dev.rebound.feeds.provider;

import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.domain.RawEvent;
import dev.rebound.domain.Reason;
import dev.rebound.feeds.FeedInfo;
import dev.rebound.feeds.FeedSink;
import dev.rebound.feeds.PartFeed;
import dev.rebound.feeds.PartReading;
import dev.rebound.feeds.ReadOptions;
import dev.rebound.feeds.container.Head;
import dev.rebound.feeds.container.Part;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Exim's main log: {@code <=} a message arrives, {@code =>} and {@code ->} it is delivered, {@code ==} it is deferred,
 * {@code **} it failed. A message's id is its own for ever and begins with the second of its arrival, so its send is
 * known where the arrival stands in an earlier file. An address that was redirected is followed under the name it was
 * sent to.
 */
final class EximLog implements PartFeed {
    static final String SOURCE = "Exim";

    private static final Pattern LINE = Pattern.compile(
            "(?:\\[\\d+\\] )?([0-9A-Za-z]{6}-[0-9A-Za-z]{6,11}-[0-9A-Za-z]{2,4}) (<=|=>|->|>>|\\*>|==|\\*\\*|Completed)(?: (.*))?",
            Pattern.DOTALL);
    /** Where the address ends: a field in capitals, the words of a deferral, a colon, or the line. */
    private static final Pattern AFTER_ADDRESS = Pattern.compile(" [A-Z][A-Za-z]{0,3}=| defer \\(|: | \\(");

    private static final Pattern ANSWER = Pattern.compile(" C=\"((?:[^\"\\\\]|\\\\.)*+)\"");
    private static final Pattern HOST = Pattern.compile(" H=\\(?([^ )]+)\\)?");
    private static final Pattern FROM_SERVER =
            Pattern.compile("(?:SMTP|LMTP) error from remote mail server after .*?: (\\d{3}[ -].*)", Pattern.DOTALL);
    private static final Pattern HEADER_ID = Pattern.compile(" id=(\\S+)");
    private static final Pattern SUBJECT = Pattern.compile(" T=\"((?:[^\"\\\\]|\\\\.)*+)\"");
    private static final Pattern FOR = Pattern.compile(" for ([^\"]+)$");
    private static final Duration LONGEST_IN_QUEUE = Duration.ofDays(60);

    /** What the lines of a message said so far. */
    private static final class Message {
        private @Nullable Instant arrived;
        private boolean notice;
        private @Nullable String sender;
        private @Nullable String headerId;
        private @Nullable String subject;
        private final Set<String> recipients = new HashSet<>();
    }

    @Override
    public FeedInfo info() {
        return new FeedInfo(
                "exim",
                "Exim log",
                EnumSet.of(
                        EventKind.SEND,
                        EventKind.DELIVERY,
                        EventKind.BOUNCE,
                        EventKind.SOFT_BOUNCE,
                        EventKind.DEFERRAL));
    }

    @Override
    public boolean recognises(Head head) {
        return head.ascii()
                .lines()
                .limit(400)
                .anyMatch(l -> LogClock.isStamped(l) && line(l, 0).find());
    }

    /** The line behind its time; a log that went through syslog has the time twice. */
    private static Matcher line(String line, int from) {
        return LINE.matcher(line).region(from, line.length());
    }

    @Override
    public Optional<String> missingSign(Head head) {
        return LogClock.begins(head) ? Optional.of("Exim (<=, =>, == or ** behind an id)") : Optional.empty();
    }

    @Override
    public PartReading read(Part part, ReadOptions options, FeedSink sink) throws IOException {
        Map<String, Message> queue = new QueueMemory<>();
        return LogSink.read(
                part, options, sink, info(), (line, problem, clock, out) -> read(line, problem, clock, queue, out));
    }

    private static void read(
            String line, @Nullable String problem, LogClock clock, Map<String, Message> queue, LogSink out) {
        LogClock.Stamp stamp = clock.read(line);
        Matcher m = line(line, stamp == null ? 0 : stamp.end());
        if (stamp == null || problem != null) {
            if (m.find() && !m.group(2).equals("Completed")) {
                out.reject(problem != null ? "The line " + problem + "." : "The line begins with no readable time.");
            }
            return;
        }
        if (!m.matches()) {
            return;
        }
        String id = m.group(1);
        String rest = m.group(3) == null ? "" : m.group(3);
        switch (m.group(2)) {
            case "<=" -> arrival(id, rest, stamp.time(), queue, out);
            case "Completed" -> queue.remove(id);
            case "*>" -> {
                // A rehearsal (-N): nothing was delivered.
            }
            default -> outcome(id, m.group(2), rest, stamp.time(), queue, out);
        }
    }

    private static void arrival(String id, String rest, Instant time, Map<String, Message> queue, LogSink out) {
        Message message = queue.computeIfAbsent(id, k -> new Message());
        int end = rest.indexOf(' ');
        message.sender = end < 0 ? rest : rest.substring(0, end);
        message.notice = message.sender.equals("<>");
        message.arrived = time;
        message.headerId = first(HEADER_ID, rest);
        message.subject = first(SUBJECT, rest);
        String recipients = first(FOR, rest);
        if (recipients != null && !message.notice) {
            for (String one : recipients.strip().split("\\s+", -1)) {
                send(id, one, message, time, out);
            }
        }
    }

    private static @Nullable String first(Pattern pattern, String text) {
        Matcher m = pattern.matcher(text);
        return m.find() ? m.group(1) : null;
    }

    private static boolean send(String id, String address, Message message, Instant time, LogSink out) {
        if (!message.recipients.add(address)) {
            return true;
        }
        Instant arrived = message.arrived == null ? arrival(id, time) : message.arrived;
        if (arrived == null) {
            return true;
        }
        RawEvent.Builder b = out.event(EventKind.SEND, arrived, address, SOURCE);
        if (b == null) {
            return false;
        }
        out.accept(described(b, id, message)
                .eventId("send " + id + " " + address)
                .with(EventText.RAW_KIND, "<=")
                .build());
        return true;
    }

    /** The second in which the id was given; null where it is not believable, as in logs that were made anonymous. */
    private static @Nullable Instant arrival(String id, Instant seen) {
        long seconds = 0;
        for (int i = 0; i < 6; i++) {
            char c = id.charAt(i);
            int digit = c <= '9' ? c - '0' : c <= 'Z' ? c - 'A' + 10 : c - 'a' + 36;
            seconds = seconds * 62 + digit;
        }
        Instant arrived = Instant.ofEpochSecond(seconds);
        boolean believable =
                arrived.isBefore(seen.plus(Duration.ofDays(1))) && arrived.isAfter(seen.minus(LONGEST_IN_QUEUE));
        return believable ? arrived : null;
    }

    private static void outcome(
            String id, String flag, String rest, Instant time, Map<String, Message> queue, LogSink out) {
        Message message = queue.computeIfAbsent(id, k -> new Message());
        if (message.notice) {
            return;
        }
        Matcher end = AFTER_ADDRESS.matcher(rest);
        int addressEnd = end.find() ? end.start() : rest.length();
        String address = address(rest.substring(0, addressEnd));
        String fields = rest.substring(addressEnd);
        boolean failed = flag.equals("**") || flag.equals("==");
        String words = failed ? words(fields) : first(ANSWER, fields);
        if (flag.equals("==") && words != null && words.contains("retry time not reached")) {
            // The queue was looked through and nothing was tried.
            return;
        }
        if (!send(id, address, message, time, out)) {
            return;
        }
        boolean expired = flag.equals("**") && words != null && words.contains("retry timeout exceeded");
        EventKind kind = switch (flag) {
            case "==" -> EventKind.DEFERRAL;
            case "**" -> expired ? EventKind.SOFT_BOUNCE : EventKind.BOUNCE;
            default -> EventKind.DELIVERY;
        };
        RawEvent.Builder b = out.event(kind, time, address, SOURCE);
        if (b != null) {
            out.accept(described(b, id, message)
                    .with(EventText.RAW_KIND, flag)
                    .with(EventText.REPLY, words)
                    .with(EventText.MX, first(HOST, fields))
                    .hint(expired ? Reason.DELIVERY_EXPIRED : null)
                    .build());
        }
    }

    /** The address that the sender wrote: in brackets behind the one it was turned into. */
    private static String address(String text) {
        String whole = text.strip();
        int open = whole.lastIndexOf(" <");
        if (open > 0 && whole.endsWith(">")) {
            String original = whole.substring(open + 2, whole.length() - 1);
            return original.indexOf('@') > 0 ? original : whole.substring(0, open);
        }
        return whole;
    }

    /** The server's words where a server spoke, else Exim's own. */
    private static @Nullable String words(String fields) {
        String server = first(FROM_SERVER, fields);
        if (server != null) {
            return server;
        }
        int colon = fields.indexOf(": ");
        return colon < 0 ? null : fields.substring(colon + 2);
    }

    private static RawEvent.Builder described(RawEvent.Builder b, String id, Message message) {
        return b.with(EventText.MESSAGE_ID, id)
                .with(EventText.HEADER_MESSAGE_ID, message.headerId)
                .with(EventText.SUBJECT, message.subject)
                .with(EventText.FROM_DOMAIN, FromHeader.domain(message.sender))
                .with(EventText.ESP, SOURCE);
    }
}
