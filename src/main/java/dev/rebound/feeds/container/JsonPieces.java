package dev.rebound.feeds.container;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Cuts JSON that runs over lines into its objects, wherever lists and commas stand between them, by braces and quotation
 * marks alone: an object that is no valid JSON ends where its braces say, and the next one is not disturbed. A brace that
 * is missing is told by the one around it, a quotation mark by the line behind it.
 */
final class JsonPieces {
    private static final int DEEPEST = 1_024;
    /** Each look for what an object that does not end has swallowed costs a walk to the end. */
    private static final int MOST_SALVAGES = 20;

    /**
     * One object, or what stands where one should.
     *
     * @param line 1-based line of its first byte
     * @param column 1-based place of its first byte in that line
     */
    record Piece(byte[] bytes, long line, int column, Kind kind) {
        String text() {
            return new String(bytes, StandardCharsets.UTF_8).strip();
        }
    }

    /** What a piece is: an object from brace to brace, something else, or an object or a list that the file ends in. */
    enum Kind {
        OBJECT,
        STRAY,
        CUT
    }

    private InputStream in;
    private final ByteArrayOutputStream piece = new ByteArrayOutputStream(512);
    private final byte[] open = new byte[DEEPEST];
    private int depth;
    private int lists;
    private long line = 1;
    private int column;
    private int last = -1;
    private int salvages;
    private int pushedBack = -1;

    /** The objects of a text in UTF-8. */
    JsonPieces(InputStream utf8) {
        this.in = new BufferedInputStream(utf8, 1 << 16);
    }

    /** The line of the byte that was read last. */
    long line() {
        return line;
    }

    /** The next piece; null at the end. */
    @Nullable
    Piece next() throws IOException {
        int b = read();
        while (b >= 0) {
            if (b == '{') {
                return object();
            }
            if (b == '/' && passComment()) {
                b = read();
                continue;
            }
            if (!isBetween(b)) {
                return stray(b);
            }
            lists += b == '[' ? 1 : b == ']' && lists > 0 ? -1 : 0;
            b = read();
        }
        boolean stops = lists > 0;
        lists = 0;
        return stops ? new Piece(new byte[0], line, column, Kind.CUT) : null;
    }

    /** White space, lists and commas, a byte order mark, a record separator, a brace that a broken object left behind. */
    private static boolean isBetween(int b) {
        return b <= ' ' || b == ',' || b == '[' || b == ']' || b == '}' || b == 0xef || b == 0xbb || b == 0xbf;
    }

    private Piece stray(int first) throws IOException {
        long from = line;
        int at = column;
        piece.reset();
        int b = first;
        while (b >= 0 && b != '\n' && b != '{') {
            piece.write(b);
            b = read();
        }
        pushedBack = b;
        return new Piece(piece.toByteArray(), from, at, Kind.STRAY);
    }

    private Piece object() throws IOException {
        long from = line;
        int at = column;
        piece.reset();
        piece.write('{');
        depth = 1;
        open[0] = '{';
        boolean text = false;
        boolean escaped = false;
        boolean broken = false;
        while (depth > 0) {
            int b = read();
            if (b < 0) {
                return cut(from, at);
            }
            piece.write(b);
            if (text && broken && b > ' ') {
                // No text of JSON runs over a line: what goes on like JSON shows that this one was left open.
                broken = false;
                text = "\"{}[],".indexOf(b) < 0;
            }
            if (text) {
                text = escaped || b != '"';
                escaped = !escaped && b == '\\';
                broken |= b == '\n';
            } else if (b == '"') {
                text = true;
                escaped = false;
            } else if (b == '{' || b == '[') {
                open(b);
            } else if (b == '}' || b == ']') {
                close(b == '}' ? '{' : '[');
            } else if (b == '/') {
                passComment();
            }
        }
        return new Piece(piece.toByteArray(), from, at, Kind.OBJECT);
    }

    private void open(int brace) {
        if (depth < DEEPEST) {
            open[depth] = (byte) brace;
        }
        depth++;
    }

    /** Closes the innermost of this kind and all inside it; one that was never opened closes nothing. */
    private void close(int opening) {
        if (depth > DEEPEST) {
            depth--;
            return;
        }
        for (int i = depth - 1; i >= 0; i--) {
            if (open[i] == opening) {
                depth = i;
                return;
            }
        }
        if (opening == '[') {
            // A list around the object ends, and so does the object.
            depth = 0;
            lists -= lists > 0 ? 1 : 0;
        }
    }

    /** Behind a stroke: passes a comment over, which may hold braces and quotation marks; false where none follows. */
    private boolean passComment() throws IOException {
        int second = read();
        if (second != '/' && second != '*') {
            pushedBack = second;
            return false;
        }
        int before = 0;
        int b = read();
        while (b >= 0 && (second == '/' ? b != '\n' : before != '*' || b != '/')) {
            before = b;
            b = read();
        }
        return true;
    }

    /**
     * The text ends inside an object: cut off, or a brace of it is missing. The next line that begins further left with an
     * object is then taken up again.
     */
    private Piece cut(long from, int at) {
        byte[] all = piece.toByteArray();
        long lines = 0;
        for (int i = 0; i < all.length && salvages < MOST_SALVAGES; i++) {
            if (all[i] == '\n') {
                lines++;
                int begin = i + 1;
                while (begin < all.length && (all[begin] == ' ' || all[begin] == '\t')) {
                    begin++;
                }
                if (begin < all.length && all[begin] == '{' && begin - i <= at) {
                    salvages++;
                    in = new ByteArrayInputStream(all, i + 1, all.length - i - 1);
                    line = from + lines;
                    column = 0;
                    last = -1;
                    return new Piece(Arrays.copyOf(all, i), from, at, Kind.OBJECT);
                }
            }
        }
        lists = 0;
        return new Piece(all, from, at, Kind.CUT);
    }

    private int read() throws IOException {
        if (pushedBack >= 0) {
            int again = pushedBack;
            pushedBack = -1;
            return again;
        }
        int b = in.read();
        if (last == '\n' || (last == '\r' && b != '\n')) {
            line += b < 0 ? 0 : 1;
            column = 0;
        }
        column++;
        last = b;
        return b;
    }
}
