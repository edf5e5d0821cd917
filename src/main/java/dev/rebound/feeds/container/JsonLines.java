package dev.rebound.feeds.container;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
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
                String problem = lines.problem();
                if (problem == null) {
                    read(line.strip(), lines.number());
                } else {
                    waiting.add(
                            Found.bad(beginning(line), lines.number(), "Line " + lines.number() + " " + problem + "."));
                }
            }
        }
        return waiting.removeFirst();
    }

    private static String beginning(String line) {
        return line.substring(0, Math.min(line.length(), 10_000));
    }

    private void read(String line, long number) throws IOException {
        try {
            JsonNode node = JsonText.read(withoutComma(line));
            if (node.isArray()) {
                for (JsonNode element : node) {
                    waiting.add(node.size() == 1 ? element(element, line, number) : element(element, number));
                }
            } else {
                waiting.add(element(node, line, number));
            }
        } catch (JsonProcessingException e) {
            waiting.addAll(apart(line, number, JsonStream.problem(e, number, 1)));
        }
    }

    /** Several objects in a line, or a list with a broken one: each stands for itself, unless the line is something else. */
    private static List<Found> apart(String line, long number, String problem) throws IOException {
        List<Found> found = new ArrayList<>();
        JsonPieces pieces = new JsonPieces(new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)));
        for (JsonPieces.Piece piece = pieces.next(); piece != null; piece = pieces.next()) {
            if (piece.kind() == JsonPieces.Kind.STRAY) {
                found.clear();
                break;
            }
            try {
                found.add(element(JsonText.read(piece.bytes()), piece.text(), number));
            } catch (JsonProcessingException e) {
                found.add(Found.bad(beginning(piece.text()), number, problem));
            }
        }
        boolean good = found.stream().anyMatch(one -> one.node() != null);
        return good ? found : List.of(Found.bad(beginning(line), number, problem));
    }

    /** Lines that were taken out of a list end with its commas. */
    private static String withoutComma(String line) {
        return line.endsWith("},") ? line.substring(0, line.length() - 1) : line;
    }

    private static Found element(JsonNode element, long number) {
        return element(element, element.toString(), number);
    }

    private static Found element(JsonNode element, String text, long number) {
        if (!element.isObject()) {
            return Found.bad(text, number, "Line " + number + " holds no object.");
        }
        return JsonText.holdsHalfCharacter(element, text)
                ? Found.bad(text, number, "Line " + number + " holds half a character (an unpaired surrogate).")
                : Found.good(element, text, number);
    }
}
