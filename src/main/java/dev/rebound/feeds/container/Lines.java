package dev.rebound.feeds.container;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Lines of UTF-8 text, ended by LF, CRLF or CR. Of a line longer than the bound the beginning is
 * returned; {@link #problem} says so. */
public final class Lines {
    static final int LONGEST = 16 << 20;

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;

    /** The pieces of a line that reaches over the buffer's end. */
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
        this.in = in;
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
        while (at < end || fill()) {
            if (sawCarriageReturn) {
                sawCarriageReturn = false;
                if (buffer[at] == '\n') {
                    at++;
                    continue;
                }
            }
            int from = at;
            int stop = lineEnd();
            some |= stop > from;
            if (stop == end) {
                at = end;
                keep(from, stop);
                continue;
            }
            sawCarriageReturn = buffer[stop] == '\r';
            at = stop + 1;
            if (line.size() == 0) {
                return text(buffer, from, stop);
            }
            keep(from, stop);
            return kept();
        }
        return some ? kept() : null;
    }

    private boolean fill() throws IOException {
        at = 0;
        end = Math.max(0, in.read(buffer, 0, BUFFER));
        return end > 0;
    }

    /** Where in the buffer the line ends; the buffer's end where it does not. */
    private int lineEnd() {
        int i = at;
        while (i < end && buffer[i] != '\n' && buffer[i] != '\r') {
            i++;
        }
        return i;
    }

    private void keep(int from, int to) {
        int room = Math.min(to - from, LONGEST - line.size());
        line.write(buffer, from, room);
        if (room < to - from) {
            problem = "is longer than 16 MB";
        }
    }

    private String kept() {
        byte[] bytes = line.toByteArray();
        return text(bytes, 0, bytes.length);
    }

    private String text(byte[] bytes, int from, int to) {
        number++;
        int begin = number == 1 && isMarked(bytes, from, to) ? from + MARK.length : from;
        String text = new String(bytes, begin, to - begin, StandardCharsets.UTF_8);
        if (problem == null && text.indexOf(REPLACEMENT) >= 0 && !isUtf8(bytes, begin, to)) {
            problem = "holds bytes that are not UTF-8";
        }
        return text;
    }

    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private static boolean isMarked(byte[] bytes, int from, int to) {
        return to - from >= MARK.length && Arrays.equals(bytes, from, from + MARK.length, MARK, 0, MARK.length);
    }

    /** What stands for bytes that are no UTF-8; it may also stand in the file itself. */
    private static final char REPLACEMENT = '\ufffd';

    private static boolean isUtf8(byte[] bytes, int from, int to) {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, to - from));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
