package dev.rebound.feeds.container;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** The records of a part, one after the other, whatever holds them. */
public interface Records {
    /**
     * One record, or one place where a record should be and cannot be read.
     *
     * @param node the record; null when it cannot be read
     * @param text the record as found
     * @param line 1-based line of its start; its number where the format has no lines
     * @param problem what is wrong, one sentence; null for a good record
     */
    record Found(
            @Nullable JsonNode node,
            String text,
            long line,
            @Nullable String problem) {
        /** A record that was read. */
        public static Found good(JsonNode node, String text, long line) {
            return new Found(node, text, line, null);
        }

        /** A record that cannot be read. */
        public static Found bad(String text, long line, String problem) {
            return new Found(null, text, line, problem);
        }
    }

    /** The next record, or null at the end. */
    @Nullable
    Found next() throws IOException;

    /**
     * What {@link #next} did not give yet as JSON, one record a line, for who reads many at once; after its end
     * {@link #next} tells what is wrong behind it. Null where that is no gain.
     */
    default @Nullable InputStream lines() throws IOException {
        return null;
    }

    /** CSV and Avro: a record with the names of the fields and no values, by which an export of nothing is told; else null. */
    default @Nullable JsonNode outline() {
        return null;
    }

    /** Avro: the schema's full name; else empty. */
    default String schemaName() {
        return "";
    }
}
