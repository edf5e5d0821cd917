package dev.rebound.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A regular expression that is only tried on a text that holds one of the words it cannot do without. */
final class ScreenedPattern {
    private final Pattern pattern;
    private final @Nullable WordSearch words;

    private ScreenedPattern(Pattern pattern, @Nullable WordSearch words) {
        this.pattern = pattern;
        this.words = words;
    }

    static ScreenedPattern of(String regex) {
        List<Set<String>> needed = RequiredWords.of(regex);
        WordSearch words = needed.isEmpty() ? null : new WordSearch(new ArrayList<>(needed.getFirst()));
        return new ScreenedPattern(Pattern.compile(regex), words);
    }

    /** Whether the text holds a match. */
    boolean isIn(CharSequence text) {
        return mayBeIn(text) && pattern.matcher(text).find();
    }

    /** Whether a match starts with the text. */
    boolean opens(CharSequence text) {
        return mayBeIn(text) && pattern.matcher(text).lookingAt();
    }

    /** Where the first match in the start of a text starts; -1 when there is none. */
    int firstIn(String text, int end) {
        if (!mayBeIn(text)) {
            return -1;
        }
        Matcher matcher = pattern.matcher(text).region(0, end);
        return matcher.find() ? matcher.start() : -1;
    }

    private boolean mayBeIn(CharSequence text) {
        return words == null || words.findsAny(text);
    }
}
