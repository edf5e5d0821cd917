package dev.rebound.feeds.container;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** Reads values out of records whatever wrapped them. */
public final class Fields {
    private static final java.util.Set<String> UNION_BRANCHES =
            java.util.Set.of("string", "boolean", "int", "long", "float", "double", "array");

    private Fields() {}

    /**
     * The value itself where a tool wrapped it as an Avro union, e.g. {@code {"string": "x"}}; null when absent or null.
     */
    public static @Nullable JsonNode plain(@Nullable JsonNode value) {
        if (value == null || value.isNull() || value.isMissingNode()) {
            return null;
        }
        if (value.isObject() && value.size() == 1) {
            String name = value.fieldNames().next();
            if (UNION_BRANCHES.contains(name)) {
                return value.get(name);
            }
        }
        return value;
    }

    /** The value as text; null when absent, null or blank. */
    public static @Nullable String text(@Nullable JsonNode value) {
        JsonNode plain = plain(value);
        if (plain == null) {
            return null;
        }
        String text = plain.isValueNode() ? plain.asText() : plain.toString();
        return text.isBlank() ? null : text;
    }

    /** The value as a whole number, or the default when it is none. */
    public static int number(@Nullable JsonNode value, int otherwise) {
        String text = text(value);
        if (text == null) {
            return otherwise;
        }
        try {
            return (int) Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /** Whether the value is true in any spelling. */
    public static boolean isTrue(@Nullable JsonNode value) {
        String text = text(value);
        return text != null && (text.equalsIgnoreCase("true") || text.equals("1") || text.equalsIgnoreCase("yes"));
    }
}
