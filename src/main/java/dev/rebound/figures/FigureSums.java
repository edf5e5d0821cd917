package dev.rebound.figures;

import dev.rebound.insight.compare.Claim;
import dev.rebound.insight.compare.Figure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Adds up the numbers of a statistic: each figure of each day, and in all. The total of days is a total of those days. */
final class FigureSums {
    private final Map<Figure, Long> whole = new EnumMap<>(Figure.class);
    private final TreeMap<LocalDate, Map<Figure, Long>> days = new TreeMap<>();
    private boolean undated;

    void add(Figure figure, long value, @Nullable LocalDate day) {
        whole.merge(figure, value, Long::sum);
        undated |= day == null;
        if (day != null) {
            days.computeIfAbsent(day, d -> new EnumMap<>(Figure.class)).merge(figure, value, Long::sum);
        }
    }

    void addAll(FigureSums other) {
        other.whole.forEach((figure, n) -> whole.merge(figure, n, Long::sum));
        other.days.forEach((day, figures) -> figures.forEach((figure, n) ->
                days.computeIfAbsent(day, d -> new EnumMap<>(Figure.class)).merge(figure, n, Long::sum)));
        undated |= other.undated;
    }

    /** The totals first, then day by day. */
    List<Claim> claims(String claimant) {
        List<Claim> claims = new ArrayList<>();
        whole.forEach((figure, n) -> claims.add(
                undated || days.isEmpty()
                        ? new Claim(claimant, figure, null, n)
                        : Claim.total(claimant, figure, days.firstKey(), days.lastKey(), n)));
        days.forEach((day, list) -> list.forEach((figure, n) -> claims.add(new Claim(claimant, figure, day, n))));
        return claims;
    }
}
