package dev.rebound.feeds.container;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
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
        String text = plain.isValueNode() ? plainText(plain) : plain.toString();
        return text.isBlank() ? null : text;
    }

    /** A number without an exponent where that is short: JSON's 1741856400.0 is no 1.7418564E+9 to those who read it. */
    private static String plainText(JsonNode value) {
        if (!value.isBigDecimal() && !value.isDouble() && !value.isFloat()) {
            return value.asText();
        }
        if (!value.isBigDecimal() && !Double.isFinite(value.doubleValue())) {
            return value.asText();
        }
        BigDecimal number = value.decimalValue();
        return Math.abs((long) number.scale()) > 40 ? value.asText() : number.toPlainString();
    }

    /** The value as a whole number, or the default when it is none. */
    public static int number(@Nullable JsonNode value, int otherwise) {
        String text = text(value);
        if (text == null) {
            return otherwise;
        }
        try {
            double number = Double.parseDouble(text.strip());
            return Math.abs(number) <= Integer.MAX_VALUE ? (int) number : otherwise;
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
