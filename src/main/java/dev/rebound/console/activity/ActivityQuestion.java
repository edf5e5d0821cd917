package dev.rebound.console.activity;

import dev.rebound.console.activity.ActivityResult.Facet;
import dev.rebound.console.activity.ActivityResult.Group;
import dev.rebound.console.activity.ActivityResult.Nothing;
import dev.rebound.console.activity.ActivityResult.WayOut;
import dev.rebound.console.kit.Place.Activity.Grouping;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.filter.Match;
import dev.rebound.index.Bitmap;
import dev.rebound.index.Questions;
import dev.rebound.index.Questions.FacetValue;
import dev.rebound.index.TimeStep;
import dev.rebound.insight.Picture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks a picture everything that the log shows for one filter. Each part of a filter is looked for once, however many
 * facets leave one out. For one thread.
 */
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
    private static final int GROUPS = 1_000;
    private static final int SIMILAR = 5;
    private static final Duration HOURS_UP_TO = Duration.ofDays(4);

    private final Picture picture;
    private final Questions questions;
    private final boolean events;
    private final Map<Filter, Bitmap> found = new HashMap<>();

    ActivityQuestion(Picture picture, boolean events) {
        this.picture = picture;
        this.events = events;
        this.questions = events ? picture.eventQuestions() : picture.questions();
    }

    /** The rows of a filter, counted, over time and in groups. */
    ActivityResult ask(Filter filter, Grouping by) {
        Bitmap rows = select(filter);
        int total = rows.cardinality();
        TimeStep step = step(rows, total);
        return new ActivityResult(
                picture,
                filter,
                events,
                rows,
                total,
                step,
                total == 0 ? List.of() : questions.histogram(rows, step, Field.STATE),
                by,
                groups(filter, rows, by),
                total == 0 ? nothing(filter) : null);
    }

    /** The values that could be chosen beside each field. */
    List<Facet> facets(Filter filter) {
        List<Facet> facets = new ArrayList<>();
        if (events) {
            facets.add(facet(filter, Field.KIND));
        }
        for (Field field : FACETS) {
            facets.add(facet(filter, field));
        }
        return facets;
    }

    private Facet facet(Filter filter, Field field) {
        return new Facet(field, questions.facet(select(FilterEdits.without(filter, field)), field, VALUES));
    }

    private Bitmap select(Filter filter) {
        Bitmap rows = null;
        for (Filter chip : filter.chips()) {
            Bitmap one = found.computeIfAbsent(chip, questions::select);
            rows = rows == null ? one : rows.and(one);
        }
        return rows == null ? found.computeIfAbsent(Filter.all(), questions::select) : rows;
    }

    private TimeStep step(Bitmap rows, int total) {
        if (total == 0) {
            return TimeStep.HOUR;
        }
        long span = time(rows.nth(total - 1)) - time(rows.next(0));
        return span <= HOURS_UP_TO.toMillis() ? TimeStep.HOUR : TimeStep.DAY;
    }

    private long time(int row) {
        return events ? picture.events().timeMillis(row) : picture.messages().timeMillis(row);
    }

    private List<Group> groups(Filter filter, Bitmap rows, Grouping by) {
        return switch (by) {
            case NONE -> List.of();
            case HOUR -> spans(filter, rows, TimeStep.HOUR);
            case DAY -> spans(filter, rows, TimeStep.DAY);
            default -> values(filter, rows, field(by));
        };
    }

    /** The field whose values make the groups. */
    static Field field(Grouping by) {
        return switch (by) {
            case STATE -> Field.STATE;
            case REASON -> Field.REASON;
            case PATTERN -> Field.PATTERN;
            case PROVIDER -> Field.PROVIDER;
            case DOMAIN -> Field.DOMAIN;
            case CAMPAIGN -> Field.CAMPAIGN;
            case IP -> Field.IP;
            case NONE, HOUR, DAY -> Field.TIME;
        };
    }

    private List<Group> values(Filter filter, Bitmap rows, Field field) {
        return questions.stacks(rows, field, Field.STATE, GROUPS).stream()
                .map(s -> new Group(
                        s.value(), s.count(), s.parts(), Filter.and(filter, FilterEdits.term(field, s.value()))))
                .toList();
    }

    private List<Group> spans(Filter filter, Bitmap rows, TimeStep step) {
        List<Group> groups = new ArrayList<>();
        for (Questions.Bin bin : questions.histogram(rows, step, Field.STATE)) {
            long count =
                    bin.counts().values().stream().mapToLong(Long::longValue).sum();
            if (count > 0) {
                groups.add(new Group(
                        bin.from().toString(),
                        count,
                        bin.counts().entrySet().stream()
                                .map(e -> new FacetValue(e.getKey(), e.getValue()))
                                .toList(),
                        Filter.and(filter, FilterEdits.span(bin.from(), bin.to(), picture.zone()))));
            }
        }
        return groups.reversed();
    }

    private Nothing nothing(Filter filter) {
        Filter.Term time = null;
        String address = "";
        for (Filter chip : filter.chips()) {
            if (chip instanceof Filter.Term t && select(t).next(0) < 0) {
                if (t.field().kind() == Field.Kind.TIME) {
                    time = t;
                } else if (t.field() == Field.ADDRESS && t.match() instanceof Match.Exact e) {
                    address = e.value();
                }
            }
        }
        return new Nothing(
                wayOut(filter), time, address, address.isEmpty() ? List.of() : picture.similar(address, SIMILAR));
    }

    private @Nullable WayOut wayOut(Filter filter) {
        WayOut best = null;
        for (Filter chip : filter.chips()) {
            int count = select(filter.without(chip)).cardinality();
            if (count > 0 && (best == null || count > best.count())) {
                best = new WayOut(chip, count);
            }
        }
        return best;
    }
}
