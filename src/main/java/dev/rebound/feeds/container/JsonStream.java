package dev.rebound.feeds.container;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * JSON that runs over lines: one array, one object, or several objects one after the other. Elements are read one at a
 * time. Where the text stops being JSON, or stops altogether, nothing behind can be trusted: the rest becomes one
 * rejected record, and what was read before stays.
 */
final class JsonStream implements Records {
    private final JsonParser parser;
    private boolean inArray;
    private boolean ended;

    JsonStream(InputStream in) throws IOException {
        parser = JsonText.mapper().getFactory().createParser(in);
    }

    static String reason(JsonProcessingException e) {
        return e instanceof JsonEOFException ? "it stops in the middle" : JsonFault.inWords(e.getOriginalMessage());
    }

    @Override
    public @Nullable Found next() throws IOException {
        if (ended) {
            return null;
        }
        long line = 0;
        try {
            JsonToken token = parser.nextToken();
            while ((token == JsonToken.START_ARRAY && !inArray) || (token == JsonToken.END_ARRAY && inArray)) {
                inArray = token == JsonToken.START_ARRAY;
                token = parser.nextToken();
            }
            if (token == null) {
                ended = true;
                return null;
            }
            line = parser.currentTokenLocation().getLineNr();
            JsonNode node = JsonText.element(parser);
            String text = node.toString();
            if (!node.isObject()) {
                return Found.bad(text, line, "Line " + line + " holds no object.");
            }
            return JsonText.hasHalf(text)
                    ? Found.bad(text, line, "Line " + line + " holds half a character (an unpaired surrogate).")
                    : Found.good(node, text, line);
        } catch (JsonEOFException e) {
            ended = true;
            long at =
                    Math.max(1, e.getLocation() == null ? line : e.getLocation().getLineNr());
            return Found.bad(
                    "",
                    at,
                    "The file stops at line " + at
                            + " in the middle of a record; what stood behind is missing. Fetch the export again.");
        } catch (CharConversionException e) {
            ended = true;
            return Found.bad(
                    "",
                    Math.max(1, line),
                    "From line " + Math.max(1, line) + " on this is not Unicode text; the rest cannot be read.");
        } catch (JsonProcessingException e) {
            ended = true;
            long at =
                    Math.max(1, e.getLocation() == null ? line : e.getLocation().getLineNr());
            return Found.bad(
                    "",
                    at,
                    "From line " + at + " on this is not valid JSON (" + reason(e)
                            + "); the rest of the file cannot be read.");
        }
    }
}
