package dev.rebound.feeds.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The records of a list inside a record, e.g. of a page; each knows what stands around it. {@code &} before a path says that
 * the record tells something itself too.
 */
final class Entries {
    private Entries() {}

    /** The elements of the first path that leads to a list; null when none does and the record stands for itself. */
    static @Nullable List<Scope> of(Scope whole, List<FieldPath> paths) {
        for (FieldPath path : paths) {
            List<Scope> at = List.of(whole);
            boolean list = false;
            boolean both = path.toString().startsWith("&");
            for (String step : path.toString().substring(both ? 1 : 0).split("\\.", -1)) {
                List<Scope> next = new ArrayList<>();
                list = false;
                for (Scope scope : at) {
                    JsonNode member = FieldPath.member(scope.node(), step);
                    JsonNode node = member == null ? null : FieldPath.inside(member);
                    if (node == null || node.isNull()) {
                        list |= member != null;
                    } else if (node.isArray()) {
                        list = true;
                        node.forEach(element -> next.add(new Scope(element, scope, scope.path())));
                    } else {
                        next.add(new Scope(node, scope, scope.path()));
                    }
                }
                at = next;
            }
            if (list) {
                return both ? Stream.concat(Stream.of(whole), at.stream()).toList() : at;
            }
        }
        return null;
    }
}
