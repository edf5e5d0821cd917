package dev.rebound.feeds.container;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Structures as query engines print them into a cell: {@code {name=Anna, to=[a@example.com, b@example.com]}}. Nothing is
 * quoted, so a comma ends a value only where a name and an equals sign follow it, or where the list or structure ends.
 */
public final class StructText {
    private static final Pattern NEXT_MEMBER = Pattern.compile(",\\s*[A-Za-z0-9_:.\\-]+=");
    private static final Pattern NAME = Pattern.compile("\\s*([A-Za-z0-9_:.\\-]+)=");
    private static final int DEEPEST = 32;

    private final String text;
    private final UnaryOperator<String> names;
    private int at;

    private StructText(String text, UnaryOperator<String> names) {
        this.text = text;
        this.names = names;
    }

    /** The structure of a text, its members named by the function; null when it is none. */
    public static @Nullable JsonNode read(String text, UnaryOperator<String> names) {
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return null;
        }
        StructText reader = new StructText(text, names);
        JsonNode read = reader.value(0, false);
        return read != null && reader.at == text.length() ? read : null;
    }

    private @Nullable JsonNode value(int depth, boolean inList) {
        if (depth > DEEPEST || at >= text.length()) {
            return null;
        }
        return switch (text.charAt(at)) {
            case '{' -> struct(depth);
            case '[' -> list(depth);
            default -> scalar(inList);
        };
    }

    private @Nullable JsonNode struct(int depth) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        at++;
        Matcher name = NAME.matcher(text);
        while (at < text.length() && text.charAt(at) != '}') {
            if (!name.region(at, text.length()).lookingAt()) {
                return null;
            }
            at = name.end();
            JsonNode value = value(depth + 1, false);
            if (value == null) {
                return null;
            }
            node.set(names.apply(name.group(1)), value);
            if (at < text.length() && text.charAt(at) == ',') {
                at++;
            }
        }
        return closed() ? node : null;
    }

    private @Nullable JsonNode list(int depth) {
        ArrayNode node = JsonNodeFactory.instance.arrayNode();
        at++;
        while (at < text.length() && text.charAt(at) != ']') {
            int before = at;
            JsonNode value = value(depth + 1, true);
            boolean stands = at == before && text.charAt(at) != ',' && text.charAt(at) != ' ';
            if (value == null || stands) {
                return null;
            }
            node.add(value);
            while (at < text.length() && (text.charAt(at) == ',' || text.charAt(at) == ' ')) {
                at++;
            }
        }
        return closed() ? node : null;
    }

    private boolean closed() {
        return at++ < text.length();
    }

    private JsonNode scalar(boolean inList) {
        int start = at;
        Matcher next = NEXT_MEMBER.matcher(text);
        while (at < text.length()) {
            char c = text.charAt(at);
            boolean ends = (c == '}' || c == ']')
                    ? ends(at)
                    : c == ',' && (inList || next.region(at, text.length()).lookingAt());
            if (ends) {
                break;
            }
            at++;
        }
        String value = text.substring(start, at).strip();
        return value.isEmpty() || value.equals("null") ? NullNode.getInstance() : TextNode.valueOf(value);
    }

    /** Whether a bracket closes something, and is not a part of a value such as {@code [internal]}. */
    private boolean ends(int bracket) {
        int next = bracket + 1;
        while (next < text.length() && (text.charAt(next) == '}' || text.charAt(next) == ']')) {
            next++;
        }
        return next == text.length() || text.charAt(next) == ',';
    }
}
