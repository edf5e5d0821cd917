package dev.rebound.console.cases;

import dev.rebound.cases.CaseFile;
import dev.rebound.console.kit.Place;
import dev.rebound.evidence.Audience;
import dev.rebound.evidence.CaseSubject;
import dev.rebound.filter.Filter;
import dev.rebound.filter.FilterParser;
import dev.rebound.filter.FilterSyntaxException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The evidence of a case: of what was put into it, or else of the messages of its filter. */
final class CaseEvidence {
    private CaseEvidence() {}

    /** The pack's beginning; null where the case is about nothing yet. */
    static Place.@Nullable Evidence of(CaseFile c) {
        Set<Filter> views = new LinkedHashSet<>();
        Stream.concat(Stream.of(c.filter()), c.views().stream())
                .filter(text -> !text.isBlank())
                .forEach(text -> read(text).ifPresent(views::add));
        Optional<Filter> rows = c.rows();
        Filter chosen = rows.or(() -> views.stream().findFirst()).orElse(null);
        if (chosen == null) {
            return null;
        }
        CaseSubject subject = new CaseSubject(
                c.question(), c.pins().size(), c.kept().addresses().size());
        return new Place.Evidence(
                c.name(),
                chosen,
                Audience.INTERNAL,
                new Place.Evidence.OfCase(c.id(), subject, views.stream().toList()),
                null);
    }

    /** A filter that can no longer be read is told by the case; evidence does without it. */
    private static Optional<Filter> read(String text) {
        try {
            return Optional.of(FilterParser.parse(text));
        } catch (FilterSyntaxException e) {
            return Optional.empty();
        }
    }
}
