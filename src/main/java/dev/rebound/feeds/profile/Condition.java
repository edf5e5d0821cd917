package dev.rebound.feeds.profile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.feeds.container.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a field's value must be: one of the words ({@code *} any value, {@code -} none, {@code ?} a field that is there, with
 * or without a value, {@code true} and {@code false} in any spelling of a flag, {@code /…/} a pattern found in it) and none
 * of those behind a {@code !}. Case does not matter.
 */
final class Condition {
    private final FieldPath path;
    private final boolean there;
    private final List<Test> wanted = new ArrayList<>();
    private final List<Test> unwanted = new ArrayList<>();

    private interface Test {
        boolean fits(List<JsonNode> values);
    }

    private Condition(String path, List<String> words) {
        this.path = FieldPath.of(path);
        this.there = words.contains("?");
        for (String word : words) {
            if (word.startsWith("!")) {
                unwanted.add(test(word.substring(1)));
            } else if (!word.equals("?")) {
                wanted.add(test(word));
            }
        }
    }

    static List<Condition> of(Map<String, List<String>> conditions) {
        return conditions.entrySet().stream()
                .map(e -> new Condition(e.getKey(), e.getValue()))
                .toList();
    }

    static boolean all(List<Condition> conditions, Scope scope) {
        for (Condition condition : conditions) {
            if (!condition.holds(scope)) {
                return false;
            }
        }
        return true;
    }

    private static Test test(String word) {
        return switch (word) {
            case "*" -> Condition::hasValue;
            case "-" -> values -> !hasValue(values);
            case "true" -> values -> values.stream().anyMatch(Fields::isTrue);
            case "false" -> values -> values.stream().noneMatch(Fields::isTrue);
            default -> {
                if (word.length() > 2 && word.startsWith("/") && word.endsWith("/")) {
                    Pattern pattern = Pattern.compile(word.substring(1, word.length() - 1), Pattern.CASE_INSENSITIVE);
                    yield values -> values.stream().anyMatch(v -> found(pattern, v));
                }
                yield values -> values.stream().anyMatch(v -> same(word, v));
            }
        };
    }

    private static boolean hasValue(List<JsonNode> values) {
        return values.stream().anyMatch(v -> Fields.text(v) != null);
    }

    private static boolean found(Pattern pattern, JsonNode value) {
        String text = Fields.text(value);
        return text != null && pattern.matcher(text).find();
    }

    private static boolean same(String word, JsonNode value) {
        String text = Fields.text(value);
        return text != null && FieldPath.sameName(text.strip(), word);
    }

    boolean holds(Scope scope) {
        List<JsonNode> values = path.all(scope);
        boolean isAny = there ? path.isThere(scope) : wanted.isEmpty();
        return (isAny || wanted.stream().anyMatch(t -> t.fits(values)))
                && unwanted.stream().noneMatch(t -> t.fits(values));
    }
}
