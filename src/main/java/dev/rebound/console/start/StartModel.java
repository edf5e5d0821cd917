package dev.rebound.console.start;

import dev.rebound.console.kit.Desk;
import dev.rebound.index.EventTable;
import dev.rebound.insight.Coverage;
import dev.rebound.insight.Picture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What data there is, without a node. The screen's thread only. */
public final class StartModel {
    /** A source and its last event. */
    record Source(String name, Instant last) {}

    /** What there is: nothing at all, or sources and holes in their coverage. */
    record Holdings(boolean empty, List<Source> sources, List<Coverage.Hole> holes) {}

    private final ReadOnlyObjectWrapper<@Nullable Holdings> holdings = new ReadOnlyObjectWrapper<>();

    /** The holdings of the desk's pictures. */
    public StartModel(Desk desk) {
        desk.picture().addListener((o, before, now) -> ask(desk, now));
        ask(desk, desk.picture().getValue());
    }

    private void ask(Desk desk, Picture picture) {
        desk.background().latest("start", () -> holdings(picture), holdings::set);
    }

    private static Holdings holdings(Picture picture) {
        EventTable events = picture.events();
        int sources = events.dictionaries().sources().size();
        boolean[] seen = new boolean[sources];
        List<Source> found = new ArrayList<>();
        for (int row = events.size() - 1; row >= 0 && found.size() < sources; row--) {
            int source = events.source(row);
            if (!seen[source]) {
                seen[source] = true;
                found.add(new Source(
                        events.dictionaries().sources().value(source), Instant.ofEpochMilli(events.timeMillis(row))));
            }
        }
        found.sort(Comparator.comparing(Source::name));
        return new Holdings(events.size() == 0, found, picture.coverage().requests());
    }

    /** The holdings; null before the first answer. */
    ReadOnlyObjectProperty<@Nullable Holdings> holdingsProperty() {
        return holdings.getReadOnlyProperty();
    }
}
