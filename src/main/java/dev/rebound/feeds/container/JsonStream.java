package dev.rebound.feeds.container;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * JSON that runs over lines: one array, one object, or several objects one after the other. Elements are read one at a
 * time. Where the text stops being JSON nothing behind can be trusted: the rest becomes one rejected record; where it
 * stops altogether the file is incomplete.
 */
final class JsonStream implements Records {
    private final JsonParser parser;
    private boolean inArray;
    private boolean ended;

    JsonStream(InputStream in) throws IOException {
        parser = JsonText.mapper().getFactory().createParser(in);
    }

    static String reason(JsonProcessingException e) {
        String message = e.getOriginalMessage();
        return message == null ? "not readable" : message.length() > 160 ? message.substring(0, 160) : message;
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
            JsonNode node = JsonText.mapper().readTree(parser);
            return node.isObject()
                    ? Found.good(node, node.toString(), line)
                    : Found.bad(node.toString(), line, "Line " + line + " holds no object.");
        } catch (JsonEOFException e) {
            throw new EOFException("line " + e.getLocation().getLineNr());
        } catch (JsonProcessingException e) {
            ended = true;
            long at = e.getLocation() == null ? line : e.getLocation().getLineNr();
            return Found.bad(
                    "",
                    at,
                    "From line " + at + " on this is not valid JSON (" + reason(e)
                            + "); the rest of the file cannot be read.");
        }
    }
}
