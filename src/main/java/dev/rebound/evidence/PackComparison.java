package dev.rebound.evidence;

import dev.rebound.insight.compare.Cause;
import dev.rebound.insight.compare.Claim;
import dev.rebound.insight.compare.Comparison;
import dev.rebound.report.Rows;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The claimed figures of a pack against its rows: a part of the summary, and a table of its own. */
final class PackComparison {
    private final Comparison comparison;
    private final Telling tell;
    private final Concealment conceal;
    private final boolean plain;

    PackComparison(Facts facts, ClaimedFigures claimed, Audience audience, Telling tell, Concealment conceal) {
        comparison = Comparison.of(facts.picture, claimed.about(), claimed.claims(), claimed.days());
        this.tell = tell;
        this.conceal = conceal;
        plain = !audience.isTechnical();
    }

    /** The figures in words. */
    void onto(Page page) {
        page.heading(2, tell.of("comparison"));
        page.paragraph(tell.of("comparison.claimed")
                + (comparison.lines().stream().allMatch(l -> l.claim().from() == null)
                        ? ""
                        : " " + tell.of("comparison.days", Telling.zoneName(comparison.zone()))));
        List<List<String>> rows = new ArrayList<>();
        for (Comparison.Line l : comparison.lines()) {
            String causes = l.causes().stream().map(this::words).collect(Collectors.joining(" · "));
            rows.add(List.of(
                    name(l.claim()),
                    tell.count(l.claim().value()),
                    tell.count(l.ours()),
                    signed(l.difference()),
                    causes.isEmpty() ? "–" : causes,
                    tell.count(Math.abs(l.rest()))));
        }
        page.table(
                List.of(
                        tell.of("column.figure"),
                        tell.of("column.claimed"),
                        tell.of("column.ours"),
                        tell.of("column.difference"),
                        tell.of("column.causes"),
                        tell.of("column.rest")),
                rows,
                1,
                2,
                3,
                5);
        page.strong(
                comparison.isExplained()
                        ? tell.of("comparison.explained")
                        : tell.of(
                                "comparison.rest",
                                comparison.lines().stream()
                                        .mapToLong(l -> Math.abs(l.rest()))
                                        .sum()));
    }

    /** The figures as a table, each with the filter that opens what it counts: words for a customer, codes for whoever is technical. */
    Rows rows() {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Comparison.Line l : comparison.lines()) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(
                    plain
                            ? tell.of("figure." + l.claim().figure().code())
                            : l.claim().figure().code());
            row.add(conceal.text(l.claim().claimant()));
            row.add(text(l.claim().from()));
            row.add(text(l.claim().to()));
            row.add(l.claim().value());
            row.add(l.ours());
            row.add(l.difference());
            row.add(l.causes().stream()
                    .map(c -> plain ? words(c) : c.kind().code() + "=" + c.count())
                    .collect(Collectors.joining(plain ? " · " : " ")));
            row.add(l.rest());
            row.add(conceal.asked(l.rows().toText()));
            rows.add(row);
        }
        return new Rows(
                Stream.of(
                                "figure",
                                "claimant",
                                "from_day",
                                "to_day",
                                "claimed",
                                "ours",
                                "difference",
                                "causes",
                                "not_explained",
                                "filter")
                        .map(name -> tell.of("heading." + name))
                        .toList(),
                rows);
    }

    private String name(Claim claim) {
        String figure = tell.of("figure." + claim.figure().code());
        String who = claim.claimant().isEmpty() ? figure : conceal.text(claim.claimant()) + ", " + figure;
        LocalDate from = claim.from();
        LocalDate to = claim.to();
        if (from == null || to == null) {
            return who;
        }
        return who + ", " + day(from) + (from.equals(to) ? "" : " – " + day(to));
    }

    private String day(LocalDate day) {
        return tell.utcDay(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private static @Nullable String text(@Nullable LocalDate day) {
        return day == null ? null : day.toString();
    }

    private String words(Cause cause) {
        return tell.of("cause." + cause.kind().code(), Math.abs(cause.count()));
    }

    private String signed(long n) {
        return (n > 0 ? "+" : n < 0 ? "\u2212" : "") + tell.count(Math.abs(n));
    }
}
