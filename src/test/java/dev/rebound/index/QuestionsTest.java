package dev.rebound.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.filter.FilterParser;
import dev.rebound.filter.FilterSyntaxException;
import dev.rebound.filter.FlagWord;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** Answers over columns are the answers of a plain loop over the rows. */
class QuestionsTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant NOW = Instant.parse("2026-03-14T11:00:00Z");
    private static final List<String> ADDRESSES =
            List.of("anna@example.com", "bruno@example.org", "chloé@example.com", "Dora@mail.example.net");
    private static final List<String> REASONS = List.of("mailbox_full", "rate_limited", "invalid_recipient");
    private static final List<String> ENHANCED =
            List.of("5.0.9", "5.1.0", "5.1.10", "5.2.2", "5.3.0", "5.7.1", "5.7.9", "5.7.10", "5.7.26", "x");
    private static final List<String> IPS = List.of("192.0.2.7", "192.0.2.200", "198.51.100.1");

    /** One row as plain values. */
    private record Row(
            long time,
            String address,
            @Nullable String reason,
            @Nullable String ip,
            int tries,
            boolean soft) {}

    private static List<Row> rows(long seed) {
        Random random = new Random(seed);
        return rows(random, random.nextInt(80));
    }

    private static List<Row> rows(Random random, int n) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            rows.add(new Row(
                    NOW.toEpochMilli() - random.nextInt(12 * 24 * 3600) * 1000L,
                    ADDRESSES.get(random.nextInt(4)),
                    random.nextInt(3) == 0 ? null : REASONS.get(random.nextInt(3)),
                    random.nextInt(4) == 0 ? null : IPS.get(random.nextInt(3)),
                    random.nextInt(6),
                    random.nextBoolean()));
        }
        rows.sort(Comparator.comparingLong(Row::time));
        return rows;
    }

    private static Table table(List<Row> rows) {
        return new Table() {
            @Override
            public int size() {
                return rows.size();
            }

            @Override
            public long timeMillis(int row) {
                return rows.get(row).time();
            }

            @Override
            public @Nullable Codes codes(Field field) {
                return switch (field) {
                    case ADDRESS -> of(ADDRESSES, r -> r.address());
                    case REASON -> of(REASONS, r -> r.reason());
                    case ENHANCED_CODE -> of(ENHANCED, QuestionsTest::enhanced);
                    case IP -> of(IPS, r -> r.ip());
                    default -> null;
                };
            }

            private Codes of(List<String> values, java.util.function.Function<Row, @Nullable String> value) {
                int[] codes = rows.stream()
                        .mapToInt(r -> position(values, value.apply(r)))
                        .toArray();
                return Table.codes(codes, values.size(), values::get);
            }

            @Override
            public @Nullable Numbers numbers(Field field) {
                return field == Field.TRIES ? row -> rows.get(row).tries() : null;
            }

            @Override
            public @Nullable Bitmap flagged(FlagWord word, boolean has) {
                if (word != FlagWord.SOFT) {
                    return null;
                }
                Bitmap soft = Bitmap.none(rows.size());
                for (int i = 0; i < rows.size(); i++) {
                    if (rows.get(i).soft()) {
                        soft.set(i);
                    }
                }
                return soft;
            }
        };
    }

    private static String enhanced(Row row) {
        return ENHANCED.get((int) (row.time() / 1000 % ENHANCED.size()));
    }

    private static int position(List<String> values, @Nullable String value) {
        return value == null ? -1 : values.indexOf(value);
    }

    private static void answers(List<Row> rows, String filter, Predicate<Row> plain) {
        try {
            Bitmap found = new Questions(table(rows), NOW, PARIS).select(FilterParser.parse(filter));
            for (int i = 0; i < rows.size(); i++) {
                assertThat(found.get(i)).as("%s for %s", filter, rows.get(i)).isEqualTo(plain.test(rows.get(i)));
            }
        } catch (FilterSyntaxException e) {
            throw new AssertionError(filter, e);
        }
    }

    @Property(tries = 150, seed = "2026")
    void filtersAcceptWhatAPlainLoopAccepts(@ForAll long seed) {
        List<Row> rows = rows(seed);
        answers(rows, "", r -> true);
        answers(rows, "to:ANNA@example.com", r -> r.address().startsWith("anna"));
        answers(rows, "to:*@example.com", r -> r.address().endsWith("@example.com"));
        answers(rows, "to:chloe@example.com", r -> r.address().startsWith("chloé"));
        answers(
                rows,
                "to:(anna@example.com, bruno@example.org)",
                r -> r.address().matches("anna.*|bruno.*"));
        answers(rows, "to:/^[ab]/", r -> r.address().matches("[ab].*"));
        answers(rows, "reason:\"mailbox full\"", r -> "mailbox_full".equals(r.reason()));
        answers(rows, "reason:*", r -> r.reason() != null);
        answers(rows, "-reason:*", r -> r.reason() == null);
        answers(rows, "ip:192.0.2.0/24", r -> r.ip() != null && r.ip().startsWith("192.0.2."));
        answers(rows, "*", r -> true);
        answers(rows, "to:/CHLOÉ/", r -> r.address().startsWith("chloé"));
        answers(rows, "tries:?", r -> true);
        answers(rows, "tries:5*", r -> r.tries() == 5);
        answers(rows, "-tries:/^[12]$/", r -> r.tries() != 1 && r.tries() != 2);
        answers(rows, "enhanced:5.1..5.2", r -> enhanced(r).matches("5[.][12][.].*"));
        answers(rows, "enhanced:5.7.1..5.7.26", r -> enhanced(r).startsWith("5.7."));
        answers(rows, "enhanced>=5.7.10", r -> List.of("5.7.10", "5.7.26").contains(enhanced(r)));
        answers(rows, "enhanced<5.1.10", r -> List.of("5.0.9", "5.1.0").contains(enhanced(r)));
        answers(rows, "enhanced>5.2", r -> enhanced(r).matches("5[.][37][.].*"));
        answers(rows, "tries>3", r -> r.tries() > 3);
        answers(rows, "tries:2..4", r -> r.tries() >= 2 && r.tries() <= 4);
        answers(rows, "is:soft tries:<=1", r -> r.soft() && r.tries() <= 1);
        answers(rows, "is:soft OR tries:5", r -> r.soft() || r.tries() == 5);
        answers(rows, "-(is:soft OR tries:5)", r -> !r.soft() && r.tries() != 5);
        answers(rows, "since:-7d", r -> r.time() >= NOW.minusSeconds(7 * 86_400).toEpochMilli());
        answers(rows, "dora", r -> r.address().toLowerCase(Locale.ROOT).contains("dora"));
        answers(
                rows,
                "on:2026-03-12",
                r -> Instant.ofEpochMilli(r.time())
                        .atZone(PARIS)
                        .toLocalDate()
                        .toString()
                        .equals("2026-03-12"));
    }

    /** What one condition leaves is asked row by row by the others; in which order they are written says nothing. */
    @Property(tries = 20, seed = "2026")
    void fewOfManyRowsAreNarrowedDown(@ForAll long seed) {
        List<Row> rows = rows(new Random(seed), 1_500);
        Predicate<Row> day = r -> Instant.ofEpochMilli(r.time())
                .atZone(PARIS)
                .toLocalDate()
                .toString()
                .equals("2026-03-12");
        Predicate<Row> anna = r -> r.address().startsWith("anna");
        answers(
                rows,
                "on:2026-03-12 enhanced:5.1.0 to:anna@example.com",
                day.and(anna).and(r -> enhanced(r).equals("5.1.0")));
        answers(
                rows,
                "tries:2..4 to:*anna* is:soft on:2026-03-12",
                day.and(anna).and(r -> r.soft() && r.tries() >= 2 && r.tries() <= 4));
        answers(
                rows,
                "on:2026-03-12 enhanced:5.1.0 (to:anna@example.com OR -tries:3*) -reason:*",
                day.and(r -> enhanced(r).equals("5.1.0") && r.reason() == null).and(anna.or(r -> r.tries() != 3)));
        answers(
                rows,
                "on:2026-03-12 enhanced:5.1.0 dora",
                day.and(r -> enhanced(r).equals("5.1.0")).and(r -> r.address().startsWith("Dora")));
    }

    /** Answers about everything are kept; they are those that were given first, and of these rows alone. */
    @Property(tries = 20, seed = "2026")
    void theWholeIsCountedTheSameAgain(@ForAll long seed) {
        List<Row> rows = rows(seed);
        Questions questions = new Questions(table(rows), NOW, PARIS);
        Questions soft = questions.within(questions.select(Filter.is(Field.FLAG, "soft")));
        for (Questions asked : List.of(questions, soft)) {
            Bitmap all = asked.select(Filter.all());
            Bitmap copy = all.and(all);
            for (int again = 0; again < 2; again++) {
                assertThat(asked.facet(all, Field.REASON, 2)).isEqualTo(asked.facet(copy, Field.REASON, 2));
                assertThat(asked.facet(all, Field.IP, 9)).isEqualTo(asked.facet(copy, Field.IP, 9));
                assertThat(asked.histogram(all, TimeStep.DAY, Field.IP))
                        .isEqualTo(asked.histogram(copy, TimeStep.DAY, Field.IP));
            }
        }
    }

    @Property(tries = 150, seed = "2026")
    void pagesFacetsAndBarsTellOfTheSameRows(@ForAll long seed) {
        List<Row> rows = rows(seed);
        Questions questions = new Questions(table(rows), NOW, PARIS);
        Bitmap soft = questions.select(Filter.is(Field.FLAG, "soft"));
        List<Integer> paged = new ArrayList<>();
        for (int offset = 0; offset < soft.cardinality(); offset += 7) {
            for (int row : questions.page(soft, true, offset, 7)) {
                paged.add(row);
            }
        }
        List<Integer> plain = new ArrayList<>();
        for (int i = rows.size() - 1; i >= 0; i--) {
            if (rows.get(i).soft()) {
                plain.add(i);
            }
        }
        assertThat(paged).isEqualTo(plain);
        assertThat(questions.facet(soft, Field.REASON, 10).stream()
                        .mapToLong(Questions.FacetValue::count)
                        .sum())
                .isEqualTo(rows.stream()
                        .filter(r -> r.soft() && r.reason() != null)
                        .count());
        for (TimeStep step : TimeStep.values()) {
            List<Questions.Bin> bins = questions.histogram(soft, step, Field.REASON);
            assertThat(bins.stream()
                            .flatMap(b -> b.counts().values().stream())
                            .mapToLong(Long::longValue)
                            .sum())
                    .isEqualTo(soft.cardinality());
            for (int i = 1; i < bins.size(); i++) {
                assertThat(bins.get(i).from()).isEqualTo(bins.get(i - 1).to());
            }
        }
    }
}
