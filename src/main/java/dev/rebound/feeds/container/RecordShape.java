package dev.rebound.feeds.container;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What holds the records of a part, told from its first bytes. */
public enum RecordShape {
    AVRO,
    /** One JSON value a line. */
    JSON_LINES,
    /** JSON that runs over lines. */
    JSON,
    CSV;

    /** The shape of a part, or empty when it holds no records. */
    public static Optional<RecordShape> of(Head head) {
        if (head.startsWith('O', 'b', 'j', 1)) {
            return Optional.of(AVRO);
        }
        String text = new String(head.bytes(), StandardCharsets.UTF_8).stripLeading();
        String bare = text.startsWith("\uFEFF") ? text.substring(1).stripLeading() : text;
        if (bare.startsWith("{") || bare.startsWith("[")) {
            return Optional.of(firstLineIsWhole(bare) ? JSON_LINES : JSON);
        }
        return CsvDialect.of(head).map(d -> CSV);
    }

    /** Whether the first line is a JSON value by itself and not the whole of a one-line array, which may be large. */
    private static boolean firstLineIsWhole(String text) {
        int end = text.indexOf('\n');
        if (end < 0) {
            return text.startsWith("{") && text.length() < Head.BYTES / 2 && isJson(text);
        }
        return isJson(text.substring(0, end).strip());
    }

    private static boolean isJson(String line) {
        if (line.equals("[") || line.equals("{")) {
            return false;
        }
        try {
            JsonText.mapper().readTree(line);
            return true;
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    /** The records of a part of this shape. */
    public Records records(Part part) throws IOException {
        return switch (this) {
            case AVRO -> new AvroRecords(part.stream());
            case JSON_LINES -> new JsonLines(new Lines(part.stream()));
            case JSON -> new JsonStream(part.stream());
            case CSV -> new CsvRecords(part, CsvDialect.of(part.head()).orElseThrow());
        };
    }
}
