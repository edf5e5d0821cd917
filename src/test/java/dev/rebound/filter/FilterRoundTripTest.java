package dev.rebound.filter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The text of a filter reads back to the same filter, whatever stands in it. */
class FilterRoundTripTest {
    private static final List<Field> TEXTS =
            List.of(Field.ADDRESS, Field.CAMPAIGN, Field.REPLY, Field.SUBJECT, Field.DOMAIN, Field.FILE);

    @Provide
    Arbitrary<Filter> filters() {
        return filter(3);
    }

    private static Arbitrary<Filter> filter(int depth) {
        Arbitrary<Filter> leaf = Arbitraries.oneOf(term(), text(), number());
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<Filter> inner = filter(depth - 1);
        return Arbitraries.oneOf(
                leaf,
                inner.filter(f -> !(f instanceof Filter.Not)).map(Filter.Not::new),
                inner.filter(f -> !(f instanceof Filter.And))
                        .list()
                        .ofMinSize(2)
                        .ofMaxSize(3)
                        .map(Filter.And::new),
                inner.filter(f -> !(f instanceof Filter.Or))
                        .list()
                        .ofMinSize(2)
                        .ofMaxSize(3)
                        .map(Filter.Or::new));
    }

    private static Arbitrary<String> words() {
        return Arbitraries.strings()
                .withChars("abzé09 ._@-:\"\\()<>=*?/|&,'%")
                .ofMinLength(1)
                .ofMaxLength(12)
                .filter(w -> !w.isBlank());
    }

    private static Arbitrary<Filter> term() {
        return Combinators.combine(Arbitraries.of(TEXTS), match()).as(Filter.Term::new);
    }

    private static Arbitrary<Match> match() {
        Arbitrary<Match> exact = words().map(Match.Exact::new);
        Arbitrary<Match> wild = Arbitraries.strings()
                .withChars("ab @.")
                .ofMinLength(1)
                .ofMaxLength(6)
                .map(s -> "x" + s.strip() + "*")
                .map(Match.Wildcard::new);
        Arbitrary<Match> one = exact.list().ofMinSize(2).ofMaxSize(3).map(Match.OneOf::new);
        Arbitrary<Match> regex =
                Arbitraries.of("5\\.7\\.\\d", "a/b", "^full$", "[a-z]+ x").map(Match.Regex::new);
        return Arbitraries.oneOf(exact, wild, one, regex, Arbitraries.just(new Match.Any()));
    }

    private static Arbitrary<Filter> text() {
        return words().map(Filter.Text::new);
    }

    private static Arbitrary<Filter> number() {
        Arbitrary<String> n = Arbitraries.integers().between(0, 600).map(String::valueOf);
        Arbitrary<Match> compare =
                Combinators.combine(Arbitraries.of(Match.Operator.values()), n).as(Match.Compare::new);
        Arbitrary<Match> range = Combinators.combine(n, n)
                .filter((from, to) -> Integer.parseInt(from) <= Integer.parseInt(to))
                .as(Match.Range::new);
        return Arbitraries.oneOf(compare, range).map(m -> new Filter.Term(Field.SMTP_CODE, m));
    }

    @Property(tries = 600, seed = "2026")
    void theTextOfAFilterReadsBackToIt(@ForAll("filters") Filter filter) throws FilterSyntaxException {
        assertThat(FilterParser.parse(filter.toText())).as(filter.toText()).isEqualTo(filter);
    }
}
