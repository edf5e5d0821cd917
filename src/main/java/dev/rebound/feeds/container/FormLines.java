package dev.rebound.feeds.container;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Bodies of web forms, one a line, as older webhooks post them: {@code event=bounced&recipient=anna%40example.com}. */
final class FormLines implements Records {
    private static final Pattern FORM =
            Pattern.compile("[\\w.%+\\-]+(?:%5[BbDd]|\\[\\w*])?=[^\\s&]*(?:&[\\w.%+\\-\\[\\]]+=[^\\s&]*)*");
    private static final int LEAST = 16;

    private final Lines lines;

    FormLines(Lines lines) {
        this.lines = lines;
    }

    /** Whether a text's first line is a form: several fields, or one whose value is escaped. */
    static boolean begins(String text) {
        int end = text.indexOf('\n');
        String line = (end < 0 ? text : text.substring(0, end)).strip();
        boolean enough = line.indexOf('&') > 0 || line.contains("=%7B") || line.contains("=%5B");
        // A form of megabytes is told by its beginning.
        String beginning = line.substring(0, Math.min(line.length(), 2_000));
        int last = beginning.lastIndexOf('&');
        return enough
                && line.length() >= LEAST
                && FORM.matcher(
                                last > 0 && beginning.length() < line.length()
                                        ? beginning.substring(0, last)
                                        : beginning)
                        .matches();
    }

    @Override
    public @Nullable Found next() throws IOException {
        String line = lines.next();
        while (line != null && line.isBlank()) {
            line = lines.next();
        }
        if (line == null) {
            return null;
        }
        String problem = lines.problem();
        if (problem != null) {
            return Found.bad(
                    line.substring(0, Math.min(line.length(), 10_000)),
                    lines.number(),
                    "Line " + lines.number() + " " + problem + ".");
        }
        try {
            return Found.good(fields(line.strip()), line, lines.number());
        } catch (IllegalArgumentException e) {
            return Found.bad(
                    line,
                    lines.number(),
                    "Line " + lines.number()
                            + " is no body of a web form: a percent sign is not followed by two digits.");
        }
    }

    private static JsonNode fields(String line) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (String pair : line.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            JsonNode value = TextNode.valueOf(equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            JsonNode before = node.get(name);
            if (before == null) {
                node.set(name, value);
            } else if (before instanceof ArrayNode list) {
                list.add(value);
            } else {
                node.putArray(name).add(before).add(value);
            }
        }
        return node;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
