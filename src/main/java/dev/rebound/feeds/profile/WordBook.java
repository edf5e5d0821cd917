package dev.rebound.feeds.profile;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A source's words and what each means. Words are compared without case, blanks, hyphens and underscores. */
final class WordBook<T> {
    private final List<FieldPath> of;
    private final Map<String, T> mean = new HashMap<>();

    WordBook(FeedProfile.@Nullable Words words, Function<String, T> meaning) {
        this.of = words == null ? List.of() : FieldPath.of(words.of());
        if (words != null) {
            words.mean().forEach((word, text) -> mean.put(normal(word), meaning.apply(text)));
        }
    }

    private static String normal(String word) {
        return word.strip().toLowerCase(Locale.ROOT).replaceAll("[ _\\-\u00a0]", "");
    }

    /** The words of a record as found, joined by slashes; null when it has none. */
    @Nullable
    String word(Scope scope) {
        StringBuilder joined = new StringBuilder();
        for (FieldPath path : of) {
            String one = path.text(scope);
            if (one != null) {
                joined.append(joined.isEmpty() ? "" : "/").append(one);
            }
        }
        return joined.isEmpty() ? null : joined.toString();
    }

    /** What a word means; without its last parts where nobody knows all of them. */
    @Nullable
    T meaning(@Nullable String word) {
        if (word == null) {
            return null;
        }
        String rest = normal(word);
        while (true) {
            T found = mean.get(rest);
            int slash = rest.lastIndexOf('/');
            if (found != null || slash < 0) {
                return found;
            }
            rest = rest.substring(0, slash);
        }
    }

    /** All meanings. */
    Iterable<T> meanings() {
        return mean.values();
    }
}
