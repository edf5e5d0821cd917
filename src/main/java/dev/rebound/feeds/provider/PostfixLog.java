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
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Postfix's mail log: a line for each recipient and attempt, the sender and the Message-ID on other lines of the same
 * queue id. The delay of a line tells when the message came in, and that is its send. Queue ids come again over the years,
 * so the day of arrival is part of a message's id. An expired message is told without its recipients: they are those of
 * the deferrals before.
 */
final class PostfixLog implements PartFeed {
    static final String SOURCE = "Postfix";

    private static final Pattern DAEMON = Pattern.compile(
            "(?:\\S+ )?postfix[\\w.-]*(?:/[\\w-]+)*?/([\\w-]+)(?:\\[\\d+\\]:| \\d+ \\S+ -) (?:\\[ID \\d+ [\\w.]+\\] )?");
    private static final Pattern ANY_LINE =
            Pattern.compile("\\bpostfix[\\w.-]*(?:/[\\w-]+)*/[\\w-]+(?:\\[\\d+\\]:| \\d+ )");
    private static final Pattern QUEUED = Pattern.compile("([0-9A-Za-z]{5,25}): (.*)", Pattern.DOTALL);
    private static final Pattern DELIVERY = Pattern.compile(
            "to=<?(.*?)>?, (?:orig_to=<?(.*?)>?, )?relay=(.*?), (?:conn_use=\\d+, )?delay=(\\d{1,9}(?:\\.\\d{1,6})?), (?:delays=[\\d./]+, )?(?:dsn=([\\d.]+), )?status=([\\w-]+)(?: \\((.*))?",
            Pattern.DOTALL);
    private static final Pattern SENDER = Pattern.compile("from=<(.*?)>, (size|status)=([\\w-]+).*", Pattern.DOTALL);
    private static final Pattern SAID =
            Pattern.compile("host \\S+ (?:said|refused to talk to me): (.*?)(?: \\(in reply to .*)?", Pattern.DOTALL);
    private static final Pattern LOOPBACK = Pattern.compile(".*\\[(?:127\\.[\\d.]+|::1)\\].*");

    /** What the lines of a queue id said so far. */
    private static final class Queued {
        private @Nullable String sender;
        private @Nullable String messageId;
        /** Recipients that were heard of, with the message's key where they still wait. */
        private final Map<String, String> waiting = new LinkedHashMap<>();
    }

    @Override
    public FeedInfo info() {
        return new FeedInfo(
                "postfix",
                "Postfix log",
                EnumSet.of(
                        EventKind.SEND,
                        EventKind.DELIVERY,
                        EventKind.BOUNCE,
                        EventKind.SOFT_BOUNCE,
                        EventKind.DEFERRAL,
                        EventKind.DROP));
    }

    @Override
    public boolean recognises(Head head) {
        return head.ascii()
                .lines()
                .limit(400)
                .anyMatch(l -> LogClock.isStamped(l) && ANY_LINE.matcher(l).find());
    }

    @Override
    public Optional<String> missingSign(Head head) {
        return LogClock.begins(head) ? Optional.of("Postfix (postfix/smtp[…]:)") : Optional.empty();
    }

    @Override
    public PartReading read(Part part, ReadOptions options, FeedSink sink) throws IOException {
        Map<String, Queued> queue = new QueueMemory<>();
        return LogSink.read(
                part, options, sink, info(), (line, problem, clock, out) -> read(line, problem, clock, queue, out));
    }

    private static void read(
            String line, @Nullable String problem, LogClock clock, Map<String, Queued> queue, LogSink out) {
        LogClock.Stamp stamp = clock.read(line);
        boolean tellsDelivery =
                line.contains(" status=") && ANY_LINE.matcher(line).find();
        if (stamp == null || problem != null) {
            if (tellsDelivery) {
                out.reject(
                        problem != null
                                ? "The line " + problem + "."
                                : "The line begins with no readable time, or with one that is later than the file.");
            }
            return;
        }
        Matcher daemon = DAEMON.matcher(line).region(stamp.end(), line.length());
        if (!daemon.lookingAt()) {
            return;
        }
        Matcher queued = QUEUED.matcher(line).region(daemon.end(), line.length());
        if (!queued.matches() || queued.group(1).chars().noneMatch(Character::isDigit)) {
            return;
        }
        String id = queued.group(1);
        String words = queued.group(2);
        if (words.startsWith("to=")) {
            Matcher m = DELIVERY.matcher(words);
            if (m.matches()) {
                delivery(m, daemon.group(1), id, stamp.time(), queue, out);
            } else {
                out.reject("The line tells of a delivery in a form that is not Postfix's.");
            }
        } else if (words.startsWith("from=<")) {
            sender(words, id, stamp.time(), queue, out);
        } else if (words.startsWith("message-id=") || words.startsWith("resent-message-id=")) {
            String value = words.substring(words.indexOf('=') + 1).strip();
            queue.computeIfAbsent(id, k -> new Queued()).messageId = value.replaceAll("[<>]", "");
        } else if (words.equals("removed")) {
            queue.remove(id);
        }
    }

    private static void sender(String words, String id, Instant time, Map<String, Queued> queue, LogSink out) {
        Matcher m = SENDER.matcher(words);
        if (!m.matches()) {
            return;
        }
        Queued known = queue.computeIfAbsent(id, k -> new Queued());
        known.sender = m.group(1);
        if (!m.group(2).equals("status") || known.sender.isEmpty()) {
            return;
        }
        if (known.waiting.values().stream().allMatch(String::isEmpty)) {
            out.reject("The message " + id + " was given up, and no line before this one says who its recipients are."
                    + " They are in an earlier log.");
            return;
        }
        known.waiting.forEach((address, key) -> {
            RawEvent.Builder b = key.isEmpty() ? null : out.event(EventKind.SOFT_BOUNCE, time, address, SOURCE);
            if (b != null) {
                out.accept(described(b, key, known)
                        .with(EventText.RAW_KIND, m.group(3))
                        .hint(Reason.DELIVERY_EXPIRED)
                        .build());
            }
        });
        known.waiting.replaceAll((address, key) -> "");
    }

    private static void delivery(
            Matcher m, String daemon, String id, Instant time, Map<String, Queued> queue, LogSink out) {
        Queued known = queue.computeIfAbsent(id, k -> new Queued());
        String status = m.group(6);
        String told = m.group(7) == null ? "" : m.group(7);
        String words = told.endsWith(")") ? told.substring(0, told.length() - 1) : told;
        EventKind kind = kind(daemon, status);
        // Notices to senders are no messages of anybody; a filter beside the server takes mail and hands it back.
        boolean toFilter = status.equals("sent")
                && words.contains("queued as")
                && LOOPBACK.matcher(m.group(3)).matches();
        if ((known.sender != null && known.sender.isEmpty())
                || toFilter
                || status.endsWith("deliverable")
                || status.endsWith("not-cached")) {
            return;
        }
        if (kind == null) {
            out.reject("The status \"" + status + "\" is none of Postfix.");
            return;
        }
        Instant arrived = time.minus(Duration.ofMillis((long) (Double.parseDouble(m.group(4)) * 1_000)));
        String key = id + " " + arrived.atOffset(ZoneOffset.UTC).toLocalDate();
        String address = m.group(1);
        if (!known.waiting.containsKey(address)) {
            RawEvent.Builder sent = out.event(EventKind.SEND, arrived, address, SOURCE);
            if (sent == null) {
                return;
            }
            out.accept(described(sent, key, known)
                    .eventId("send " + key + " " + address)
                    .with(EventText.RAW_KIND, "queued")
                    .build());
        }
        known.waiting.put(address, kind == EventKind.DEFERRAL ? key : "");
        Matcher said = SAID.matcher(words);
        RawEvent.Builder b = out.event(kind, time, address, SOURCE);
        if (b != null) {
            out.accept(described(b, key, known)
                    .with(EventText.RAW_KIND, status)
                    .with(EventText.REPLY, said.matches() ? said.group(1) : words)
                    .with(EventText.ENHANCED_CODE, m.group(5))
                    .with(EventText.MX, host(m.group(3)))
                    .with(EventText.DETAIL, m.group(2) == null ? null : "orig_to=" + m.group(2))
                    .hint(kind == EventKind.SOFT_BOUNCE ? Reason.DELIVERY_EXPIRED : null)
                    .build());
        }
    }

    private static @Nullable EventKind kind(String daemon, String status) {
        return switch (status) {
            case "sent" -> daemon.equals("discard") ? EventKind.DROP : EventKind.DELIVERY;
            case "deferred", "SOFTBOUNCE" -> EventKind.DEFERRAL;
            case "bounced" -> EventKind.BOUNCE;
            case "expired", "force-expired" -> EventKind.SOFT_BOUNCE;
            default -> null;
        };
    }

    private static @Nullable String host(String relay) {
        int end = relay.indexOf('[');
        String host = end > 0 ? relay.substring(0, end) : relay;
        return host.equals("none") ? null : host;
    }

    private static RawEvent.Builder described(RawEvent.Builder b, String key, Queued known) {
        return b.with(EventText.MESSAGE_ID, key)
                .with(EventText.HEADER_MESSAGE_ID, known.messageId)
                .with(EventText.FROM_DOMAIN, FromHeader.domain(known.sender))
                .with(EventText.ESP, SOURCE);
    }
}
