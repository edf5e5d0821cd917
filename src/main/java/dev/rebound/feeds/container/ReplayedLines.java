package dev.rebound.feeds.container;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * A text that can be read again from the start of a line, so that one broken row of a table costs that row only. Keeps
 * the lines from the last {@link #forget} on, ends (LF, CRLF, CR) included; a very long line is kept in pieces.
 */
final class ReplayedLines extends Reader {
    private static final int LONGEST_PIECE = 1 << 16;

    private record Line(String text, long number) {}

    private final BufferedReader in;
    private final Deque<Line> behind = new ArrayDeque<>();
    private final Deque<Line> ahead = new ArrayDeque<>();
    private @Nullable Line current;
    private int position;
    private long number;

    ReplayedLines(Reader in) {
        this(in, 1);
    }

    /** The text's first line has this number. */
    ReplayedLines(Reader in, long firstLine) {
        this.in = new BufferedReader(in, 1 << 16);
        this.number = firstLine;
    }

    /** Lines before this one (1-based) are not wanted again. */
    void forget(long line) {
        while (!behind.isEmpty() && behind.getFirst().number() < line) {
            behind.removeFirst();
        }
    }

    /** The number of the last line that was taken from the text. */
    long last() {
        return number;
    }

    /** Reads on with the line behind this one, which must not be forgotten. The line's text. */
    String resumeAfter(long line) throws IOException {
        while (current == null || current.number() <= line) {
            if (!advance()) {
                break;
            }
        }
        StringBuilder left = new StringBuilder();
        Deque<Line> again = new ArrayDeque<>();
        for (Line l : behind) {
            if (l.number() == line) {
                left.append(l.text());
            } else if (l.number() > line) {
                again.addLast(l);
            }
        }
        again.addAll(ahead);
        ahead.clear();
        ahead.addAll(again);
        behind.clear();
        current = null;
        return left.toString().stripTrailing();
    }

    private boolean advance() throws IOException {
        Line next = ahead.isEmpty() ? line() : ahead.removeFirst();
        if (next == null) {
            return false;
        }
        behind.addLast(next);
        current = next;
        position = 0;
        return true;
    }

    private @Nullable Line line() throws IOException {
        StringBuilder text = new StringBuilder(128);
        int c = in.read();
        while (c >= 0) {
            text.append((char) c);
            boolean ends = c == '\n' || (c == '\r' && !isLineFeedNext());
            if (ends) {
                return new Line(text.toString(), number++);
            }
            if (text.length() >= LONGEST_PIECE) {
                return new Line(text.toString(), number);
            }
            c = in.read();
        }
        return text.isEmpty() ? null : new Line(text.toString(), number);
    }

    private boolean isLineFeedNext() throws IOException {
        in.mark(1);
        boolean follows = in.read() == '\n';
        in.reset();
        return follows;
    }

    @Override
    public int read(char[] into, int from, int length) throws IOException {
        while (current == null || position == current.text().length()) {
            if (!advance()) {
                return -1;
            }
        }
        int n = Math.min(length, current.text().length() - position);
        current.text().getChars(position, position + n, into, from);
        position += n;
        return n;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
