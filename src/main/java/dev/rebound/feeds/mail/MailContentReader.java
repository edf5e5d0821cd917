package dev.rebound.feeds.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.apache.james.mime4j.util.MimeUtil;

/** Takes a mail apart with a MIME parser, within bounds of depth, header count and part size. */
final class MailContentReader {
    private static final int DEEPEST = 20;
    private static final int LONGEST_PART = 1 << 20;
    /** A report names each recipient: one about a large list is long, and none of it may be lost. */
    private static final int LONGEST_REPORT = 1 << 24;

    private static final Pattern RECIPIENT = Pattern.compile("(?im)^(?:final|original)-recipient: ?[a-z0-9-]+; ?\\S");

    private static final MimeConfig BOUNDS = MimeConfig.custom()
            .setMaxLineLen(10_000)
            .setMaxHeaderLen(20_000)
            .setMaxHeaderCount(1_000)
            .setMalformedHeaderStartsBody(true)
            .build();

    private final Deque<MailContent> open = new ArrayDeque<>();
    private final MailContent top = new MailContent();
    private boolean inMessageHeader;
    private boolean parts;
    private String preamble = "";

    /** What the mail holds; of a broken one, what stood before the broken place. */
    static MailContent read(byte[] mail) {
        MailContentReader reader = new MailContentReader();
        MimeTokenStream stream = new MimeTokenStream(BOUNDS);
        stream.setRecursionMode(RecursionMode.M_RECURSE);
        try {
            stream.parse(new ByteArrayInputStream(mail));
            reader.walk(stream);
            if (!reader.parts) {
                // The stated boundary never came: what was taken for a preamble is all there is.
                reader.top.plain(reader.preamble);
            }
        } catch (MimeException | IOException | IllegalStateException e) {
            // What stood before the broken place still counts; nothing after it can be told apart. The parser reports
            // some cut-off parts as a wrong state of its own.
            return reader.top;
        }
        return reader.top;
    }

    private void walk(MimeTokenStream stream) throws MimeException, IOException {
        int depth = 0;
        for (EntityState state = stream.getState(); state != EntityState.T_END_OF_STREAM; state = stream.next()) {
            switch (state) {
                case T_START_MESSAGE -> begin();
                case T_END_MESSAGE -> open.poll();
                case T_START_MULTIPART, T_START_BODYPART -> {
                    inMessageHeader = false;
                    if (++depth > DEEPEST * 2) {
                        return;
                    }
                }
                case T_END_MULTIPART, T_END_BODYPART -> depth--;
                case T_END_HEADER -> inMessageHeader = false;
                case T_FIELD -> field(stream.getField());
                case T_PREAMBLE -> preamble(stream);
                case T_BODY -> body(stream);
                default -> {}
            }
        }
    }

    private void begin() {
        inMessageHeader = true;
        MailContent parent = open.peek();
        MailContent message = parent == null ? top : new MailContent();
        if (parent != null) {
            parent.carried(message);
        }
        open.push(message);
    }

    private MailContent current() {
        MailContent message = open.peek();
        return message == null ? top : message;
    }

    private void field(Field field) {
        if (inMessageHeader) {
            String name = field.getName().toLowerCase(Locale.ROOT);
            current().header(name, MimeUtil.unfold(field.getBody()).strip());
        }
    }

    private void body(MimeTokenStream stream) throws IOException {
        parts = true;
        BodyDescriptor descriptor = stream.getBodyDescriptor();
        String type = descriptor.getMimeType().toLowerCase(Locale.ROOT);
        switch (type) {
            case "message/delivery-status", "message/global-delivery-status" ->
                current().status(StatusBlocks.of(text(stream, descriptor, LONGEST_REPORT)));
            case "message/feedback-report" -> current().report(StatusBlocks.of(text(stream, descriptor)));
            case "text/rfc822-headers", "message/rfc822-headers", "message/global-headers" ->
                current().carried(ofHeaders(text(stream, descriptor)));
            case "text/html" -> current().html(text(stream, descriptor));
            case "application/octet-stream", "application/x-unknown" -> unnamed(text(stream, descriptor));
            default -> {
                // A multipart whose boundary is missing or never comes arrives here whole.
                if (type.startsWith("text/plain") || type.startsWith("multipart/")) {
                    current().plain(text(stream, descriptor));
                }
            }
        }
    }

    /** A part whose kind is not told: a status report is known by its fields. */
    private void unnamed(String text) {
        if (RECIPIENT.matcher(text).find()) {
            current().status(StatusBlocks.of(text));
        }
    }

    private void preamble(MimeTokenStream stream) throws IOException {
        if (open.size() == 1 && preamble.isEmpty()) {
            preamble = PartText.of(stream.getInputStream().readNBytes(LONGEST_PART), null);
        }
    }

    static MailContent ofHeaders(String text) {
        MailContent message = new MailContent();
        List<Map<String, String>> blocks = StatusBlocks.of(text);
        if (!blocks.isEmpty()) {
            blocks.getFirst().forEach(message::header);
        }
        return message;
    }

    private static String text(MimeTokenStream stream, BodyDescriptor descriptor) throws IOException {
        return text(stream, descriptor, LONGEST_PART);
    }

    private static String text(MimeTokenStream stream, BodyDescriptor descriptor, int longest) throws IOException {
        byte[] bytes = stream.getDecodedInputStream().readNBytes(longest);
        return PartText.of(bytes, descriptor.getCharset());
    }
}
