package dev.rebound.feeds.mail;

import dev.rebound.feeds.container.FeedTimes;
import dev.rebound.feeds.mail.BounceMail.Kind;
import dev.rebound.feeds.mail.BounceMail.Recipient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.util.MimeUtil;
import org.jspecify.annotations.Nullable;

/**
 * Reads a mail that tells what became of another: its delivery-status part (RFC 3464, also {@code global-delivery-status}
 * of RFC 6533), its feedback report (RFC 5965), the headers of the returned message. Stateless; never throws on content.
 */
public final class BounceMailReader {
    private static final int DEEPEST = 20;
    private static final int LONGEST_PART = 1 << 20;
    private static final MimeConfig BOUNDS = MimeConfig.custom()
            .setMaxLineLen(10_000)
            .setMaxHeaderLen(20_000)
            .setMaxHeaderCount(1_000)
            .setMalformedHeaderStartsBody(true)
            .build();

    /** What is gathered while the parts go by. */
    private static final class Seen {
        @Nullable
        Instant date;

        @Nullable
        String messageId;

        @Nullable
        String originalMessageId;

        @Nullable
        String originalSubject;

        @Nullable
        String originalTo;

        boolean autoReply;
        final List<Map<String, String>> status = new ArrayList<>();
        final List<Map<String, String>> report = new ArrayList<>();
    }

    /** What the mail says; a mail that says nothing has the kind {@code OTHER} and no recipient. */
    public BounceMail read(byte[] mail) {
        Seen seen = new Seen();
        MimeTokenStream stream = new MimeTokenStream(BOUNDS);
        stream.setRecursionMode(org.apache.james.mime4j.stream.RecursionMode.M_RECURSE);
        try {
            stream.parse(new ByteArrayInputStream(mail));
            walk(stream, seen);
        } catch (MimeException | IOException e) {
            // What stood before the broken place still counts; nothing after it can be told apart.
            return said(seen);
        }
        return said(seen);
    }

    private static void walk(MimeTokenStream stream, Seen seen) throws MimeException, IOException {
        int messages = 0;
        int depth = 0;
        boolean returnedHeaders = false;
        for (EntityState state = stream.getState(); state != EntityState.T_END_OF_STREAM; state = stream.next()) {
            switch (state) {
                case T_START_MESSAGE -> messages++;
                case T_END_MESSAGE -> messages--;
                case T_START_MULTIPART, T_START_BODYPART -> {
                    if (++depth > DEEPEST * 2) {
                        return;
                    }
                }
                case T_END_MULTIPART, T_END_BODYPART -> depth--;
                case T_FIELD -> field(stream.getField(), messages > 1 || returnedHeaders, depth, seen);
                case T_BODY -> body(stream, seen);
                default -> {}
            }
        }
    }

    private static void field(Field field, boolean original, int depth, Seen seen) {
        String name = field.getName().toLowerCase(Locale.ROOT);
        String value = MimeUtil.unfold(field.getBody()).strip();
        if (original) {
            original(name, value, seen);
            return;
        }
        if (depth > 0) {
            return;
        }
        switch (name) {
            case "date" -> seen.date = time(value);
            case "message-id" -> seen.messageId = bare(value);
            case "auto-submitted" ->
                seen.autoReply |= value.toLowerCase(Locale.ROOT).startsWith("auto-replied");
            case "x-autoreply", "x-autorespond" -> seen.autoReply = true;
            default -> {}
        }
    }

    private static void original(String name, String value, Seen seen) {
        switch (name) {
            case "message-id" -> seen.originalMessageId = bare(value);
            case "subject" -> seen.originalSubject = value;
            case "to" -> seen.originalTo = value;
            default -> {}
        }
    }

    private static void body(MimeTokenStream stream, Seen seen) throws IOException {
        String type = stream.getBodyDescriptor().getMimeType().toLowerCase(Locale.ROOT);
        boolean status = type.equals("message/delivery-status") || type.equals("message/global-delivery-status");
        boolean report = type.equals("message/feedback-report");
        boolean headers = type.equals("text/rfc822-headers") || type.equals("message/rfc822-headers");
        if (!status && !report && !headers) {
            return;
        }
        byte[] bytes = stream.getDecodedInputStream().readNBytes(LONGEST_PART);
        List<Map<String, String>> blocks = StatusBlocks.of(text(bytes));
        if (status) {
            seen.status.addAll(blocks);
        } else if (report) {
            seen.report.addAll(blocks);
        } else {
            blocks.stream().limit(1).forEach(b -> b.forEach((name, value) -> original(name, value, seen)));
        }
    }

    /** Receivers write raw bytes of their own country's encoding into replies; nearly always it is a Latin one. */
    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }

    private static BounceMail said(Seen seen) {
        if (!seen.report.isEmpty()) {
            return mail(seen, complaint(seen), complaintRecipients(seen));
        }
        List<Recipient> recipients = new ArrayList<>();
        Instant arrival = null;
        for (Map<String, String> block : seen.status) {
            if (arrival == null) {
                arrival = time(block.get("arrival-date"));
            }
            String address = recipient(block);
            if (address != null) {
                recipients.add(recipient(address, block, arrival));
            }
        }
        if (recipients.isEmpty()) {
            return mail(seen, seen.autoReply ? Kind.AUTO_REPLY : Kind.OTHER, List.of());
        }
        return mail(seen, kind(recipients), recipients);
    }

    private static BounceMail mail(Seen seen, Kind kind, List<Recipient> recipients) {
        return new BounceMail(
                kind, seen.date, seen.messageId, seen.originalMessageId, seen.originalSubject, recipients);
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

    private static @Nullable String recipient(Map<String, String> block) {
        String original = block.get("original-recipient");
        String address = address(original);
        return address == null ? address(block.get("final-recipient")) : address;
    }

    /** {@code rfc822; <a@b>} and its kin: the type and the brackets go. */
    private static @Nullable String address(@Nullable String field) {
        if (field == null) {
            return null;
        }
        String value = field.substring(field.indexOf(';') + 1).strip();
        int open = value.lastIndexOf('<');
        int close = value.lastIndexOf('>');
        String bare = open >= 0 && close > open ? value.substring(open + 1, close) : value;
        return bare.indexOf('@') > 0 && bare.indexOf(' ') < 0 ? bare : null;
    }

    private static Recipient recipient(String address, Map<String, String> block, @Nullable Instant arrival) {
        String action = block.get("action");
        String status = block.get("status");
        String diagnostic = block.get("diagnostic-code");
        Instant attempt = time(block.get("last-attempt-date"));
        return new Recipient(
                address,
                action == null ? null : action.toLowerCase(Locale.ROOT).split("[^a-z]", 2)[0],
                status == null ? null : status.split("[^0-9.]", 2)[0],
                diagnostic == null
                        ? null
                        : diagnostic.substring(diagnostic.indexOf(';') + 1).strip(),
                remote(block.get("remote-mta")),
                attempt == null ? arrival : attempt);
    }

    private static @Nullable String remote(@Nullable String field) {
        return field == null ? null : field.substring(field.indexOf(';') + 1).strip();
    }

    private static Kind complaint(Seen seen) {
        String type = seen.report.getFirst().getOrDefault("feedback-type", "").toLowerCase(Locale.ROOT);
        return switch (type) {
            case "abuse", "fraud", "other", "virus" -> Kind.COMPLAINT;
            case "opt-out", "opt-out-list" -> Kind.OPT_OUT;
            default -> Kind.OTHER;
        };
    }

    private static List<Recipient> complaintRecipients(Seen seen) {
        Map<String, String> report = seen.report.getFirst();
        String address = address(report.get("original-rcpt-to"));
        if (address == null) {
            address = address(seen.originalTo);
        }
        Instant arrival = time(report.get("arrival-date"));
        return address == null
                ? List.of()
                : List.of(new Recipient(address, report.get("feedback-type"), null, null, null, arrival));
    }

    private static @Nullable Instant time(@Nullable String value) {
        FeedTimes.Read read = value == null ? null : FeedTimes.read(value.strip(), ZoneOffset.UTC);
        return read == null ? null : read.time();
    }

    private static String bare(String id) {
        return id.replace("<", "").replace(">", "").strip();
    }
}
