package dev.rebound.feeds.container;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;

/** JSON as we read it: strict, no duplicate keys, numbers kept exact, bounded in depth and length. */
public final class JsonText {
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(50)
                            .maxStringLength(4 << 20)
                            .maxNumberLength(200)
                            .maxNameLength(2_000)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonText() {}

    /** The one value that a text is. */
    public static JsonNode read(String text) throws JsonProcessingException {
        try {
            return MAPPER.readTree(text);
        } catch (NumberFormatException e) {
            throw tooLarge(e);
        }
    }

    /** The one value that bytes of UTF-8 are. */
    static JsonNode read(byte[] utf8) throws IOException {
        try {
            return MAPPER.readTree(utf8);
        } catch (NumberFormatException e) {
            throw tooLarge(e);
        }
    }

    /** The library passes on what its own numbers complain of. */
    private static JsonProcessingException tooLarge(NumberFormatException e) {
        return new JsonParseException(null, "a number is larger than any", e);
    }

    /**
     * Whether a text in a record has half of a surrogate pair: no encoding can keep it. The record's own text tells
     * where a look is worth it, since only an escape can write one.
     */
    static boolean holdsHalfCharacter(JsonNode node, String text) {
        if (text.indexOf('\\') >= 0 && (text.contains("\\ud") || text.contains("\\uD"))) {
            return hasHalf(node.toString());
        }
        return false;
    }

    static boolean hasHalf(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    /** The one mapper; immutable once built. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }
}
