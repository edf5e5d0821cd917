package dev.rebound.figures;

import dev.rebound.insight.compare.Claim;
import dev.rebound.insight.compare.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines of words and numbers, typed or pasted from a dashboard: {@code Deliveries: 1,816 (90.8 %)}, or the name on one
 * line and the number on the next. Percentages are no figures.
 */
final class TextFigures {
    private static final Pattern NUMBER =
            Pattern.compile("\\d{1,3}(?:[ ,.'\u00a0\u202f\u2019]\\d{3})+(?![\\d.,])|\\d+(?:[.,]\\d+)?");

    private static final Pattern SHARE = Pattern.compile("[(]?\\d+(?:[.,]\\d+)?[ \u00a0\u202f]*%[)]?");

    private TextFigures() {}

    static ReadFigures read(String text) {
        List<Claim> claims = new ArrayList<>();
        List<String> open = new ArrayList<>();
        Optional<Figure> waiting = Optional.empty();
        for (String line : text.split("[\\n;]+", -1)) {
            String rest = SHARE.matcher(line).replaceAll(" ");
            Matcher number = NUMBER.matcher(rest);
            OptionalLong value = number.find() ? whole(number.group()) : OptionalLong.empty();
            Claimant claimant = Claimant.of(NUMBER.matcher(rest).replaceAll(" "));
            Optional<Figure> named = FigureWords.of(claimant.figure());
            boolean wordless = NUMBER.matcher(rest).replaceAll("").isBlank();
            if (value.isEmpty()) {
                waiting = named.or(() -> Optional.empty());
            } else if (named.isPresent() || (wordless && waiting.isPresent())) {
                claims.add(new Claim(
                        claimant.name(), named.or(waitingFor(waiting)).orElseThrow(), null, value.getAsLong()));
                waiting = Optional.empty();
            } else {
                open.add(line.strip());
            }
        }
        return new ReadFigures(claims, open);
    }

    private static java.util.function.Supplier<Optional<Figure>> waitingFor(Optional<Figure> waiting) {
        return () -> waiting;
    }

    /** A whole number with its thousands apart or not; empty for a number with decimals. */
    static OptionalLong whole(String text) {
        String digits = text.strip().replaceAll("[ ,.'\u00a0\u202f\u2019](?=\\d{3}(\\D|$))", "");
        return digits.matches("\\d{1,15}") ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
    }
}
