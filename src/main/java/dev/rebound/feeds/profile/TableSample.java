package dev.rebound.feeds.profile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.domain.RawRecord;
import dev.rebound.feeds.container.FeedException;
import dev.rebound.feeds.container.Part;
import dev.rebound.feeds.container.RecordShape;
import dev.rebound.feeds.container.Records;
import dev.rebound.feeds.container.Unwrapping;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a table that no feed knows: what an operator looks at to say which column is what.
 *
 * @param name the file's name, or the entry's inside a container
 * @param columns the header, as compared: lower case, trimmed
 * @param rows the first rows
 * @param texts the same rows as they stand in the file
 */
public record TableSample(String name, List<String> columns, List<JsonNode> rows, List<RawRecord> texts) {
    private static final int MOST_ROWS = 2_000;
    private static final int MOST_WORDS = 40;

    /** Keeps its own lists. */
    public TableSample {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        texts = List.copyOf(texts);
    }

    /** The first table of a file; empty where there is none. */
    public static Optional<TableSample> of(Path file) {
        First first = new First();
        try (InputStream in = Files.newInputStream(file)) {
            new Unwrapping(file.toString().replace('\\', '/'), in, first).unwrap(null);
        } catch (IOException | FeedException e) {
            // Also how the reading ends once the table was found.
            return Optional.ofNullable(first.sample);
        }
        return Optional.ofNullable(first.sample);
    }

    /** The words of a column and how often each stands in the rows, the first ones first. */
    public Map<String, Integer> words(String column) {
        Map<String, Integer> words = new LinkedHashMap<>();
        for (JsonNode row : rows) {
            String word = row.path(column).asText("").strip();
            if (!word.isEmpty() && (words.containsKey(word) || words.size() < MOST_WORDS)) {
                words.merge(word, 1, Integer::sum);
            }
        }
        return words;
    }

    private static final class First implements Unwrapping.Visitor {
        private @Nullable TableSample sample;

        @Override
        public void visit(Part part) throws IOException, FeedException {
            Optional<RecordShape> shape = RecordShape.of(part.head());
            if (shape.isEmpty() || shape.get() != RecordShape.CSV) {
                return;
            }
            Records records = shape.get().records(part);
            JsonNode outline = records.outline();
            if (outline == null) {
                return;
            }
            List<String> columns = new ArrayList<>();
            outline.fieldNames().forEachRemaining(columns::add);
            List<JsonNode> rows = new ArrayList<>();
            List<RawRecord> texts = new ArrayList<>();
            for (Records.Found f = records.next(); f != null && rows.size() < MOST_ROWS; f = records.next()) {
                JsonNode node = f.node();
                if (node != null) {
                    rows.add(node);
                    texts.add(new RawRecord(f.text(), f.line(), part.place()));
                }
            }
            sample = new TableSample(part.name(), columns, rows, texts);
            throw new FeedException(FeedException.Kind.CANCELLED, "The table was found.", null);
        }

        @Override
        public void unknown(String place, String sentence) {
            // What lies beside the table is not asked for.
        }
    }
}
