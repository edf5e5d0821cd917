package dev.rebound.feeds.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.rebound.feeds.container.Fields;
import dev.rebound.feeds.container.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a value stands in a record: names joined by dots. A list on the way stands for all of its elements; {@code 0} and
 * {@code -1} are its first and last, {@code *} all members of an object, {@code ~campaign} the members whose name holds
 * the word. A text that is itself JSON is looked into. {@code ^} before a path is the record around this one, {@code =}
 * a fixed text; {@code @path}, {@code @file}, {@code @stem}, {@code @folder} and {@code @date} (a date written as
 * {@code 2026-03-13}) are parts of the file's path. Of a list of named values {@code ?name=Email} is the one of that name.
 * {@code a|b} is the first that has a value, {@code a + b} both joined by a slash, nothing where {@code a} is missing.
 *
 * <p>Case, blanks, hyphens and underscores of a name do not matter where no field has exactly that name.
 */
final class FieldPath {
    private static final Pattern DATE = Pattern.compile("(?<!\\d)(\\d{4})[-_]?(\\d{2})[-_]?(\\d{2})(?!\\d)");

    private final String text;
    private final List<FieldPath> either;
    private final List<FieldPath> joined;
    private final int climbs;
    private final String whole;
    private final String[] steps;

    private FieldPath(String text) {
        this.text = text;
        boolean fixed = text.startsWith("=");
        this.either = !fixed && text.contains("|") ? of(List.of(text.split("\\|", -1))) : List.of();
        this.joined =
                !fixed && either.isEmpty() && text.contains(" + ") ? of(List.of(text.split(" \\+ ", -1))) : List.of();
        int up = 0;
        while (up < text.length() && text.charAt(up) == '^') {
            up++;
        }
        this.climbs = up;
        this.whole = text.substring(up);
        this.steps = whole.split("\\.", -1);
    }

    static FieldPath of(String text) {
        return new FieldPath(text);
    }

    static List<FieldPath> of(List<String> texts) {
        return texts.stream().map(FieldPath::of).toList();
    }

    /** Every value, in order; lists at the end are taken apart. */
    List<JsonNode> all(Scope scope) {
        List<JsonNode> found = new ArrayList<>();
        visit(scope, found::add);
        return found;
    }

    /** The first value as text; null when there is none. */
    @Nullable
    String text(Scope scope) {
        for (JsonNode value : all(scope)) {
            String one = Fields.text(value);
            if (one != null) {
                return one.strip();
            }
        }
        return null;
    }

    /** The first text of several paths. */
    static @Nullable String text(List<FieldPath> paths, Scope scope) {
        for (FieldPath path : paths) {
            String one = path.text(scope);
            if (one != null) {
                return one;
            }
        }
        return null;
    }

    /** Whether the record has the field, with or without a value. */
    boolean isThere(Scope scope) {
        if (!either.isEmpty()) {
            return either.stream().anyMatch(p -> p.isThere(scope));
        }
        Scope from = climbed(scope);
        if (from == null) {
            return false;
        }
        JsonNode node = from.node();
        if (member(node, whole) != null) {
            return true;
        }
        for (int i = 0; i < steps.length - 1; i++) {
            JsonNode next = step(node, steps[i]);
            while (next != null && next.isArray()) {
                next = next.get(0);
            }
            if (next == null) {
                return false;
            }
            node = next;
        }
        return step(node, steps[steps.length - 1]) != null;
    }

    private static @Nullable JsonNode step(JsonNode node, String name) {
        if (name.equals("*")) {
            return node.isObject() && !node.isEmpty() ? node.iterator().next() : null;
        }
        if (name.startsWith("~")) {
            String word = name.substring(1).toLowerCase(Locale.ROOT);
            return node.properties().stream()
                    .filter(m -> m.getKey().toLowerCase(Locale.ROOT).contains(word))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(null);
        }
        return member(inside(node), name);
    }

    private @Nullable Scope climbed(Scope scope) {
        Scope from = scope;
        for (int i = 0; i < climbs && from != null; i++) {
            from = from.outer();
        }
        return from;
    }

    private void visit(Scope scope, Consumer<JsonNode> out) {
        if (!either.isEmpty()) {
            for (FieldPath path : either) {
                List<JsonNode> found = path.all(scope);
                if (found.stream().anyMatch(v -> Fields.text(v) != null)) {
                    found.forEach(out);
                    return;
                }
            }
            return;
        }
        if (!joined.isEmpty()) {
            if (joined.getFirst().text(scope) != null) {
                StringJoiner both = new StringJoiner("/");
                joined.stream().map(p -> p.text(scope)).filter(Objects::nonNull).forEach(both::add);
                out.accept(TextNode.valueOf(both.toString()));
            }
            return;
        }
        Scope from = climbed(scope);
        if (from == null) {
            return;
        }
        if (whole.startsWith("=")) {
            out.accept(TextNode.valueOf(whole.substring(1)));
        } else if (whole.startsWith("@")) {
            out.accept(TextNode.valueOf(ofFile(from)));
        } else {
            JsonNode direct = steps.length > 1 ? member(from.node(), whole) : null;
            if (direct != null) {
                leaves(direct, out);
            } else {
                descend(from.node(), 0, out);
            }
        }
    }

    private String ofFile(Scope scope) {
        return switch (whole) {
            case "@path" -> scope.path();
            case "@file" -> scope.fileName();
            case "@stem" -> scope.stem();
            case "@folder" -> scope.folder();
            case "@date" -> {
                Matcher m = DATE.matcher(scope.path());
                String last = "";
                while (m.find()) {
                    last = m.group(1) + "-" + m.group(2) + "-" + m.group(3);
                }
                yield last;
            }
            default -> throw new IllegalArgumentException("\"" + text + "\" is no part of a file's path");
        };
    }

    private void descend(JsonNode at, int index, Consumer<JsonNode> out) {
        JsonNode node = Fields.plain(at);
        if (node == null) {
            return;
        }
        if (index == steps.length) {
            leaves(node, out);
            return;
        }
        String step = steps[index];
        node = inside(node);
        if (node.isArray()) {
            list(node, index, out);
        } else if (step.equals("*")) {
            node.forEach(member -> descend(member, index + 1, out));
        } else if (step.startsWith("~")) {
            String word = step.substring(1).toLowerCase(Locale.ROOT);
            for (var member : node.properties()) {
                if (member.getKey().toLowerCase(Locale.ROOT).contains(word)) {
                    descend(member.getValue(), index + 1, out);
                }
            }
        } else {
            JsonNode next = member(node, step);
            if (next != null) {
                descend(next, index + 1, out);
            }
        }
    }

    private void list(JsonNode node, int index, Consumer<JsonNode> out) {
        String step = steps[index];
        if (step.equals("0") || step.equals("-1")) {
            JsonNode one = node.get(step.equals("0") ? 0 : node.size() - 1);
            if (one != null) {
                descend(one, index + 1, out);
            }
            return;
        }
        if (step.startsWith("?")) {
            int equals = step.indexOf('=');
            String key = step.substring(1, equals);
            String wanted = step.substring(equals + 1);
            for (JsonNode element : node) {
                String found = Fields.text(member(element, key));
                if (found != null && sameName(found, wanted)) {
                    descend(element, index + 1, out);
                }
            }
            return;
        }
        node.forEach(element -> descend(element, index, out));
    }

    private static void leaves(JsonNode node, Consumer<JsonNode> out) {
        JsonNode found = Fields.plain(node);
        JsonNode plain =
                found != null && found.isTextual() && found.textValue().startsWith("[") ? inside(found) : found;
        if (plain != null && plain.isArray()) {
            plain.forEach(element -> leaves(element, out));
        } else if (plain != null) {
            out.accept(plain);
        }
    }

    /** The JSON that a text holds, else the value itself. */
    static JsonNode inside(JsonNode node) {
        if (!node.isTextual()) {
            return node;
        }
        String text = node.textValue().strip();
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return node;
        }
        try {
            return JsonText.read(text);
        } catch (JsonProcessingException e) {
            return node;
        }
    }

    /** A member by its name, else by its name written otherwise. */
    static @Nullable JsonNode member(JsonNode node, String name) {
        JsonNode exact = node.get(name);
        if (exact != null || !node.isObject()) {
            return exact;
        }
        for (var member : node.properties()) {
            if (sameName(member.getKey(), name)) {
                return member.getValue();
            }
        }
        return null;
    }

    /** Whether two names differ in case, blanks, hyphens and underscores only. */
    static boolean sameName(String a, String b) {
        int i = 0;
        int j = 0;
        while (true) {
            while (i < a.length() && isFiller(a.charAt(i))) {
                i++;
            }
            while (j < b.length() && isFiller(b.charAt(j))) {
                j++;
            }
            if (i == a.length() || j == b.length()) {
                return i == a.length() && j == b.length();
            }
            if (Character.toLowerCase(a.charAt(i++)) != Character.toLowerCase(b.charAt(j++))) {
                return false;
            }
        }
    }

    private static boolean isFiller(char c) {
        return c == ' ' || c == '_' || c == '-' || c == '\u00a0';
    }

    @Override
    public String toString() {
        return text;
    }
}
