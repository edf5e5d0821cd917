package dev.rebound.feeds.container;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Splits a stream into mails: an mbox (lines beginning with {@code "From "} after an empty line start a mail,
 * {@code ">From "} is a quoted one), or a single mail. Line ends LF, CRLF and CR become CRLF. Memory holds one mail; of
 * a mail longer than the bound only the beginning is kept.
 */
public final class Mailbox {
    private static final int LONGEST_MAIL = 32 << 20;
    private static final Pattern CLOCK = Pattern.compile(" \\d{1,2}:\\d{1,2}(:\\d{1,2})?( |$)");

    private final InputStream in;
    private long line;
    private long nextStart = 1;
    private boolean mbox;
    private boolean begun;
    private boolean ended;

    /** Splits a stream. */
    public Mailbox(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** One mail and the 1-based line at which it starts. */
    public record Mail(byte[] bytes, long line) {
        /** The beginning as text, bytes that are no UTF-8 replaced. */
        public String text(int longest) {
            String text = new String(bytes, 0, Math.min(bytes.length, longest), StandardCharsets.UTF_8);
            return bytes.length > longest ? text + "\n[…]" : text;
        }
    }

    /** The next mail, or null at the end. */
    public @Nullable Mail next() throws IOException {
        ByteArrayOutputStream mail = new ByteArrayOutputStream();
        long start = nextStart;
        boolean emptyBefore = true;
        while (!ended) {
            byte[] text = line();
            if (text == null) {
                ended = true;
                break;
            }
            boolean separator = emptyBefore && isSeparator(text);
            if (!begun) {
                begun = true;
                mbox = separator;
                if (mbox) {
                    start = line + 1;
                    continue;
                }
            } else if (mbox && separator && mail.size() > 0) {
                nextStart = line + 1;
                return new Mail(mail.toByteArray(), start);
            }
            append(mail, mbox && starts(text, ">From ") ? java.util.Arrays.copyOfRange(text, 1, text.length) : text);
            emptyBefore = text.length == 0;
        }
        return mail.size() == 0 ? null : new Mail(mail.toByteArray(), start);
    }

    private static void append(ByteArrayOutputStream mail, byte[] text) {
        if (mail.size() + text.length < LONGEST_MAIL) {
            mail.writeBytes(text);
            mail.write('\r');
            mail.write('\n');
        }
    }

    /** A separator line carries the time of arrival; a sentence that begins with "From" does not. */
    private static boolean isSeparator(byte[] text) {
        if (!starts(text, "From ") || text.length > 500) {
            return false;
        }
        return CLOCK.matcher(new String(text, StandardCharsets.ISO_8859_1)).find();
    }

    private static boolean starts(byte[] text, String prefix) {
        if (text.length < prefix.length()) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            if (text[i] != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private byte @Nullable [] line() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int b = in.read();
        if (b < 0) {
            return null;
        }
        while (b >= 0 && b != '\n' && b != '\r') {
            if (out.size() < LONGEST_MAIL) {
                out.write(b);
            }
            b = in.read();
        }
        if (b == '\r') {
            in.mark(1);
            if (in.read() != '\n') {
                in.reset();
            }
        }
        line++;
        return out.toByteArray();
    }
}
