package dev.rebound.feeds.container;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.commons.io.input.ReaderInputStream;

/** What holds the records of a part, told from its first bytes. */
public enum RecordShape {
    AVRO,
    /** One JSON value a line. */
    JSON_LINES,
    /** JSON that runs over lines. */
    JSON,
    /** One body of a web form a line. */
    FORM_LINES,
    CSV;

    /** The shape of a part, or empty when it holds no records. */
    public static Optional<RecordShape> of(Head head) {
        if (head.startsWith('O', 'b', 'j', 1)) {
            return Optional.of(AVRO);
        }
        if (isWideJson(head)) {
            return Optional.of(JSON);
        }
        String text = new String(head.bytes(), StandardCharsets.UTF_8).stripLeading();
        String bare = text.startsWith("\uFEFF") ? text.substring(1).stripLeading() : text;
        if (bare.startsWith("{") || bare.startsWith("[")) {
            return Optional.of(isOneALine(bare, head.length() < Head.BYTES) ? JSON_LINES : JSON);
        }
        if (FormLines.begins(bare)) {
            return Optional.of(FORM_LINES);
        }
        return CsvDialect.of(head).map(d -> CSV);
    }

    /** JSON in UTF-16, with or without a byte order mark; the parser tells the byte order by itself. */
    private static boolean isWideJson(Head head) {
        int from = head.startsWith(0xff, 0xfe) || head.startsWith(0xfe, 0xff) ? 2 : 0;
        if (head.length() < from + 2) {
            return false;
        }
        int high = head.at(from);
        int low = head.at(from + 1);
        return (high == 0 && (low == '{' || low == '[')) || (low == 0 && (high == '{' || high == '['));
    }

    /**
     * Whether each line is meant to be a JSON value: none is a bare bracket, and more lines can be read than begin like
     * something else. The first may be the broken one. A single line that is an array may be large, so it is streamed.
     */
    private static boolean isOneALine(String text, boolean whole) {
        List<String> lines = text.lines().map(String::strip).toList();
        int complete = whole ? lines.size() : lines.size() - 1;
        if (complete == 1 && lines.getFirst().startsWith("[") && lines.size() == 1) {
            return false;
        }
        int readable = 0;
        int others = 0;
        for (String line : lines.subList(0, complete)) {
            if (line.equals("[") || line.equals("{")) {
                return false;
            }
            if (line.startsWith("{") || line.startsWith("[")) {
                readable += isJson(line) ? 1 : 0;
            } else if (!line.isEmpty()) {
                others++;
            }
        }
        return readable > others;
    }

    private static boolean isJson(String line) {
        try {
            JsonText.read(line);
            return true;
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    /** JSON in UTF-16 is read as UTF-8. */
    private static JsonStream json(Part part) throws IOException {
        Head head = part.head();
        if (!isWideJson(head)) {
            return new JsonStream(part.stream(), false);
        }
        boolean lowFirst = head.startsWith(0xff, 0xfe) || head.at(1) == 0;
        Charset wide = lowFirst ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
        InputStream utf8 = ReaderInputStream.builder()
                .setReader(new InputStreamReader(part.stream(), wide))
                .setCharset(StandardCharsets.UTF_8)
                .get();
        return new JsonStream(utf8, true);
    }

    /** The records of a part of this shape. */
    public Records records(Part part) throws IOException {
        return switch (this) {
            case AVRO -> new AvroRecords(part);
            case JSON_LINES -> new JsonLines(new Lines(part.stream()));
            case JSON -> json(part);
            case FORM_LINES -> new FormLines(new Lines(part.stream()));
            case CSV -> new CsvRecords(part, CsvDialect.of(part.head()).orElseThrow());
        };
    }
}
