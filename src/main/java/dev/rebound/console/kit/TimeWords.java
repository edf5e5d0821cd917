package dev.rebound.console.kit;

import dev.rebound.words.Words;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times of a filter as people say them: {@code -7d} is seven days ago, or the last seven days. What is neither stays as typed. */
final class TimeWords {
    private static final Pattern AGO = Pattern.compile("-(\\d{1,6})(min|m|h|d|j|w)");

    private static final Map<String, String> UNITS =
            Map.of("m", "minutes", "min", "minutes", "h", "hours", "d", "days", "j", "days", "w", "weeks");

    private final Words words;
    private final @Nullable Formats formats;

    TimeWords(Words words, @Nullable Formats formats) {
        this.words = words;
        this.formats = formats;
    }

    /** From such a time on until now, e.g. the last seven days; empty where the time is not told by its distance. */
    Optional<String> last(String typed) {
        return ago(typed, "activity.chip.last.");
    }

    /** A moment or a day, in the zone of the window. */
    String moment(@Nullable String typed) {
        if (typed == null) {
            return "…";
        }
        Optional<String> distance = ago(typed, "activity.chip.ago.");
        if (distance.isPresent()) {
            return distance.get();
        }
        return switch (typed.toLowerCase(Locale.ROOT)) {
            case "today", "aujourd'hui" -> words.of("activity.chip.today");
            case "yesterday", "hier" -> words.of("activity.chip.yesterday");
            case "now", "maintenant" -> words.of("activity.chip.now");
            default -> formats == null ? typed : dated(typed, formats);
        };
    }

    private static String dated(String typed, Formats formats) {
        try {
            return typed.length() == "2026-03-14".length()
                    ? formats.day(LocalDate.parse(typed))
                    : formats.minute(Instant.parse(typed));
        } catch (DateTimeException e) {
            return typed;
        }
    }

    private Optional<String> ago(String typed, String key) {
        Matcher m = AGO.matcher(typed.toLowerCase(Locale.ROOT));
        return m.matches()
                ? Optional.of(words.of(key + UNITS.get(m.group(2)), Integer.parseInt(m.group(1))))
                : Optional.empty();
    }
}
