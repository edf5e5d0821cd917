package dev.rebound.console.activity;

import dev.rebound.console.activity.ActivityResult.Facet;
import dev.rebound.console.activity.ActivityResult.WayOut;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.filter.FlagWord;
import dev.rebound.filter.Match;
import dev.rebound.index.Bitmap;
import dev.rebound.index.Questions;
import dev.rebound.index.TimeStep;
import dev.rebound.insight.Picture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks a picture everything that the log shows for one filter. Pure; any thread. */
final class ActivityQuestion {
    /** The fields offered beside the list, in this order. */
    static final List<Field> FACETS = List.of(
            Field.STATE,
            Field.REASON,
            Field.PROVIDER,
            Field.CAMPAIGN,
            Field.ESP,
            Field.DOMAIN,
            Field.IP,
            Field.VALIDITY,
            Field.SUBSCRIPTION);

    private static final int VALUES = 200;
    private static final Duration HOURS_UP_TO = Duration.ofDays(4);

    private ActivityQuestion() {}

    static ActivityResult ask(Picture picture, Filter filter) {
        Questions questions = picture.questions();
        Bitmap rows = questions.select(filter);
        int total = rows.cardinality();
        List<Facet> facets = new ArrayList<>();
        for (Field field : FACETS) {
            Filter others = without(filter, field);
            Bitmap among = others.equals(filter) ? rows : questions.select(others);
            facets.add(new Facet(field, questions.facet(among, field, VALUES)));
        }
        TimeStep step = step(picture, rows);
        return new ActivityResult(
                picture,
                filter,
                rows,
                total,
                facets,
                step,
                total == 0 ? List.of() : questions.histogram(rows, step, Field.STATE),
                total == 0 ? wayOut(questions, filter) : null);
    }

    private static TimeStep step(Picture picture, Bitmap rows) {
        int first = rows.next(0);
        if (first < 0) {
            return TimeStep.HOUR;
        }
        int last = first;
        int after = picture.questions().page(rows, true, 0, 1)[0];
        last = Math.max(last, after);
        long span = picture.messages().timeMillis(last) - picture.messages().timeMillis(first);
        return span <= HOURS_UP_TO.toMillis() ? TimeStep.HOUR : TimeStep.DAY;
    }

    /** The filter without whatever it says of a field: a facet shows what else could be chosen. */
    static Filter without(Filter filter, Field field) {
        Filter rest = Filter.all();
        for (Filter chip : filter.chips()) {
            if (!concerns(chip, field)) {
                rest = Filter.and(rest, chip);
            }
        }
        return rest;
    }

    static boolean concerns(Filter chip, Field field) {
        return switch (chip) {
            case Filter.Term term -> term.field() == field || (field == Field.STATE && namesState(term));
            case Filter.Not not -> concerns(not.part(), field);
            case Filter.Or or -> or.parts().stream().allMatch(p -> concerns(p, field));
            default -> false;
        };
    }

    private static boolean namesState(Filter.Term term) {
        return term.field() == Field.FLAG
                && term.match() instanceof Match.Exact e
                && FlagWord.named(e.value()).map(w -> w.state() != null).orElse(false);
    }

    private static @Nullable WayOut wayOut(Questions questions, Filter filter) {
        WayOut best = null;
        for (Filter chip : filter.chips()) {
            int count = questions.select(filter.without(chip)).cardinality();
            if (count > 0 && (best == null || count > best.count())) {
                best = new WayOut(chip, count);
            }
        }
        return best;
    }
}
