package dev.rebound.feeds.container;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** One JSON value a line: an object, or an array of objects. A line that cannot be read does not disturb the next. */
final class JsonLines implements Records {
    private final Lines lines;
    private final Deque<Found> waiting = new ArrayDeque<>();

    JsonLines(Lines lines) {
        this.lines = lines;
    }

    @Override
    public @Nullable Found next() throws IOException {
        while (waiting.isEmpty()) {
            String line = lines.next();
            if (line == null) {
                return null;
            }
            if (!line.isBlank()) {
                read(line.strip(), lines.number());
            }
        }
        return waiting.removeFirst();
    }

    private void read(String line, long number) {
        try {
            JsonNode node = JsonText.mapper().readTree(line);
            if (node.isArray()) {
                for (JsonNode element : node) {
                    waiting.add(node.size() == 1 ? Found.good(element, line, number) : element(element, number));
                }
            } else {
                waiting.add(element(node, line, number));
            }
        } catch (JsonProcessingException e) {
            waiting.add(
                    Found.bad(line, number, "Line " + number + " is not valid JSON: " + JsonStream.reason(e) + "."));
        }
    }

    private static Found element(JsonNode element, long number) {
        return element(element, element.toString(), number);
    }

    private static Found element(JsonNode element, String text, long number) {
        return element.isObject()
                ? Found.good(element, text, number)
                : Found.bad(text, number, "Line " + number + " holds no object.");
    }
}
