package dev.rebound.figures;

import dev.rebound.filter.FilterValues;
import dev.rebound.insight.compare.Figure;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the figure behind the words of a dashboard: {@code Number of Emails Delivered by Date} is {@code delivered}. */
final class FigureWords {
    private static final Set<String> FILLING = Set.of(
            "number",
            "of",
            "total",
            "the",
            "by",
            "date",
            "emails",
            "email",
            "e",
            "mails",
            "mail",
            "messages",
            "message",
            "for",
            "each",
            "variant",
            "count",
            "as",
            "nombre",
            "de",
            "d",
            "totaux");

    private FigureWords() {}

    static Optional<Figure> of(String words) {
        String bare = Arrays.stream(FilterValues.folded(words)
                        .replaceAll("[^\\p{L}]+", " ")
                        .strip()
                        .split(" ", -1))
                .filter(w -> !FILLING.contains(w))
                .collect(Collectors.joining(" "));
        String once = bare.replaceAll("^uniques? |(?: uniques?)$", "");
        return bare.isEmpty()
                ? Optional.empty()
                : Figure.named(bare).or(() -> isOfPeople(once) ? Figure.named(once) : Optional.empty());
    }

    /** What a person can do many times, and is counted once for. */
    private static boolean isOfPeople(String words) {
        return Figure.named(words)
                .filter(f -> f == Figure.OPENS || f == Figure.CLICKS)
                .isPresent();
    }
}
