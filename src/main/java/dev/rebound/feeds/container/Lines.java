package dev.rebound.feeds.container;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Lines of UTF-8 text, ended by LF, CRLF or CR. Of a line longer than the bound the beginning is
 * returned; {@link #problem} says so. */
public final class Lines {
    static final int LONGEST = 16 << 20;

    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    private long number;
    private boolean sawCarriageReturn;
    private @Nullable String problem;

    /** The lines of a stream. */
    public Lines(InputStream in) {
        this(in, 0);
    }

    /** Lines behind so many that are not in the stream. */
    Lines(InputStream in, long linesBefore) {
        this.in = new BufferedInputStream(in, 1 << 16);
        this.number = linesBefore;
    }

    /** 1-based number of the line last returned. */
    public long number() {
        return number;
    }

    /** What is wrong with the line last returned, as the rest of a sentence; null for nothing. */
    public @Nullable String problem() {
        return problem;
    }

    /** The next line without its end, or null; bytes that are no UTF-8 appear as U+FFFD. */
    public @Nullable String next() throws IOException {
        line.reset();
        problem = null;
        boolean some = false;
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == '\n' && sawCarriageReturn) {
                sawCarriageReturn = false;
                continue;
            }
            sawCarriageReturn = b == '\r';
            if (b == '\n' || b == '\r') {
                number++;
                return text();
            }
            some = true;
            if (line.size() < LONGEST) {
                line.write(b);
            } else {
                problem = "is longer than 16 MB";
            }
        }
        if (!some) {
            return null;
        }
        number++;
        return text();
    }

    private String text() {
        byte[] bytes = line.toByteArray();
        int from = number == 1
                        && bytes.length >= 3
                        && (bytes[0] & 0xff) == 0xef
                        && (bytes[1] & 0xff) == 0xbb
                        && (bytes[2] & 0xff) == 0xbf
                ? 3
                : 0;
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
        } catch (CharacterCodingException e) {
            problem = problem == null ? "holds bytes that are not UTF-8" : problem;
            return new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
        }
    }
}
