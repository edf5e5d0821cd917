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
        return bare.isEmpty() ? Optional.empty() : Figure.named(bare);
    }
}
