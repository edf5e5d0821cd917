package dev.rebound.feeds.profile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.feeds.RecordFeed.Shape;
import dev.rebound.feeds.profile.FeedProfile.Recognition;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;

/** One way in which a profile tells a record. */
final class Recogniser {
    /** A repeated column's name is numbered. */
    private static final Pattern REPEATED = Pattern.compile("#\\d+$");

    private final Recognition told;
    private final List<List<FieldPath>> has;
    private final List<FieldPath> lacks;
    private final List<Condition> when;

    Recogniser(Recognition told) {
        this.told = told;
        this.has = told.has().stream()
                .map(either -> FieldPath.of(List.of(either.split("\\|", -1))))
                .toList();
        this.lacks = FieldPath.of(told.lacks());
        this.when = Condition.of(told.when());
    }

    /** Whether files of this shape can be told this way. */
    boolean isOf(Shape shape) {
        return told.shape() == null
                ? shape != Shape.AVRO
                : Shape.valueOf(told.shape().toUpperCase(java.util.Locale.ROOT)) == shape;
    }

    boolean knows(Scope scope) {
        return missing(scope).isEmpty()
                && lacks.stream().noneMatch(p -> p.isThere(scope))
                && hasNothingElse(scope.node())
                && Condition.all(when, scope);
    }

    /** The fields that are not there. */
    List<String> missing(Scope scope) {
        List<String> missing = new ArrayList<>();
        for (List<FieldPath> either : has) {
            if (either.stream().noneMatch(p -> p.isThere(scope))) {
                missing.add(either.getFirst().toString());
            }
        }
        return missing;
    }

    /** The fields that are there, by the name that each has here. */
    List<String> found(Scope scope) {
        List<String> found = new ArrayList<>();
        for (List<FieldPath> either : has) {
            either.stream().filter(p -> p.isThere(scope)).findFirst().ifPresent(p -> found.add(p.toString()));
        }
        return found;
    }

    int wanted() {
        return has.size();
    }

    private boolean hasNothingElse(JsonNode node) {
        if (told.only().isEmpty()) {
            return true;
        }
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = REPEATED.matcher(names.next()).replaceFirst("");
            if (told.only().stream().noneMatch(o -> FieldPath.sameName(o, name))) {
                return false;
            }
        }
        return true;
    }
}
