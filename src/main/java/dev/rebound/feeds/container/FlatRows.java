package dev.rebound.feeds.container;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Records of one line each (rows of a CSV file in UTF-8, JSON lines) as slices of bytes. What is not plain (escapes,
 * doubled quotation marks, nesting, doubtful bytes) is left to the {@link Records} of the shape, which read it the way
 * they read every file.
 */
public final class FlatRows {
    private final RecordShape shape;
    private final @Nullable CsvDialect dialect;
    private final byte[] header;
    private final FlatReader reader;

    private FlatRows(RecordShape shape, @Nullable CsvDialect dialect, byte[] header, FlatReader reader) {
        this.shape = shape;
        this.dialect = dialect;
        this.header = header;
        this.reader = reader;
    }

    /** Reads one record of a stretch; safe for several threads. */
    interface FlatReader {
        /** False where the record is not plain. */
        boolean read(byte[] bytes, int from, int to, FlatRow row);
    }

    /** JSON, one record a line, whatever it comes from. */
    public static FlatRows jsonLines() {
        return new FlatRows(RecordShape.JSON_LINES, null, new byte[0], new FlatJson());
    }

    /** How a part of this shape is read flat; empty for shapes, encodings and small parts for which that is no gain. */
    public static Optional<FlatRows> of(RecordShape shape, Head head) {
        if (head.length() < Head.BYTES) {
            return Optional.empty();
        }
        if (shape == RecordShape.JSON_LINES) {
            return Optional.of(jsonLines());
        }
        if (shape != RecordShape.CSV) {
            return Optional.empty();
        }
        CsvDialect dialect = CsvDialect.of(head).orElse(null);
        if (dialect == null || !dialect.charset().equals(StandardCharsets.UTF_8) || dialect.linesBeforeHeader() > 0) {
            return Optional.empty();
        }
        byte[] bytes = head.bytes();
        int end = FlatText.lineEnd(bytes, 0, bytes.length);
        FlatCsv csv = FlatCsv.of(bytes, end, dialect.separator());
        return csv == null
                ? Optional.empty()
                : Optional.of(new FlatRows(shape, dialect, java.util.Arrays.copyOf(bytes, end), csv));
    }

    /** The records of the first bytes. */
    public Records head(Head head) throws IOException {
        InputStream in = new ByteArrayInputStream(head.bytes());
        return dialect == null ? new JsonLines(new Lines(in)) : new CsvRecords(in, dialect, 0);
    }

    /** What stands between two values of a table. */
    public byte separator() {
        return dialect == null ? (byte) ',' : (byte) dialect.separator();
    }

    /** Bytes before the first record: the line of the names. */
    public int headerBytes() {
        return header.length;
    }

    /** Whether a line may go on behind its end, inside quotation marks. */
    public boolean isQuoting() {
        return shape == RecordShape.CSV;
    }

    /** How the quotation marks of a record stand at its end. */
    public enum Quoting {
        /** Each marked cell is closed. */
        WHOLE,
        /** A cell goes on in the next line. */
        OPEN,
        /** A mark stands where none belongs: only who reads all before and behind it can tell what it means. */
        ODD
    }

    /** How the quotation marks between two places stand, of which the first begins a record (RFC 4180, section 2). */
    public Quoting quoting(byte[] bytes, int from, int to) {
        if (dialect == null) {
            return Quoting.WHOLE;
        }
        byte separator = (byte) dialect.separator();
        boolean within = false;
        boolean begins = true;
        boolean closed = false;
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (b == '"') {
                if (!within && !begins && !closed) {
                    return Quoting.ODD;
                }
                closed = within;
                within = !within;
                begins = false;
            } else if (!within) {
                if (closed && b != separator && b != '\r') {
                    return Quoting.ODD;
                }
                begins = b == separator;
                closed = closed && !begins;
            }
        }
        return within ? Quoting.OPEN : Quoting.WHOLE;
    }

    /** Reads one record that stands at these bytes, its line end not among them; false where it is not plain. */
    public boolean read(byte[] bytes, int from, int to, FlatRow row) {
        return reader.read(bytes, from, to, row);
    }

    /**
     * The records from a line on, whatever they hold.
     *
     * @param line 1-based line of the first of them
     */
    public Records records(InputStream from, long line) throws IOException {
        if (dialect == null) {
            return new JsonLines(new Lines(from, line - 1));
        }
        byte[] names = java.util.Arrays.copyOf(header, header.length + 1);
        names[header.length] = '\n';
        return new CsvRecords(new SequenceInputStream(new ByteArrayInputStream(names), from), dialect, line - 2);
    }
}
