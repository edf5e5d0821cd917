package dev.rebound.console.start;

import dev.rebound.cases.CaseFile;
import dev.rebound.cases.CaseText;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Remembered;
import dev.rebound.filter.FilterParser;
import dev.rebound.filter.FilterSyntaxException;
import dev.rebound.index.EventTable;
import dev.rebound.insight.Coverage;
import dev.rebound.insight.Incident;
import dev.rebound.insight.Picture;
import dev.rebound.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What data there is, without a node. The screen's thread only. */
public final class StartModel {
    /** So long after the last event of a source the others still tell something: its newest export is probably missing. */
    private static final Duration SILENCE = Duration.ofDays(1);

    /**
     * A source and its last event.
     *
     * @param silent whether the others go on for a day and more after it
     */
    record Source(String name, Instant last, boolean silent) {}

    /**
     * What there is: nothing at all, or sources and holes in their coverage.
     *
     * @param going refusals of a provider that may go on
     * @param moved what is different from the last visit; null on the first
     */
    record Holdings(
            boolean empty,
            List<Source> sources,
            List<Coverage.Hole> holes,
            List<Incident> going,
            Visit visit,
            @Nullable Moved moved) {}

    private static final String VISIT = "lastvisit";

    private final Desk desk;
    private final @Nullable Visit lastVisit;
    private final ReadOnlyObjectWrapper<@Nullable Holdings> holdings = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<List<CaseFile>> cases = new ReadOnlyObjectWrapper<>(List.of());

    /** The holdings of the desk's pictures. */
    public StartModel(Desk desk) {
        this.desk = desk;
        this.lastVisit = desk.remembered().get(VISIT).flatMap(Visit::parse).orElse(null);
        desk.picture().addListener((o, before, now) -> ask(now));
        ask(desk.picture().getValue());
    }

    private void ask(Picture picture) {
        desk.background().latest("start", () -> holdings(picture), this::show);
    }

    private void show(Holdings found) {
        if (!found.empty()) {
            desk.remembered().put(VISIT, found.visit().text());
        }
        holdings.set(found);
    }

    /** Reads which cases were worked on last. */
    void askCases() {
        desk.background()
                .latest("start-cases", () -> CaseText.all(desk.session().ownSettings()), cases::set);
    }

    /** The cases, the one that was worked on last first. */
    ReadOnlyObjectProperty<List<CaseFile>> recentCases() {
        return cases.getReadOnlyProperty();
    }

    /** The last searches of the log, newest first. */
    List<String> recentSearches() {
        return desk.remembered().get(Remembered.SEARCHES).stream()
                .flatMap(String::lines)
                .filter(StartModel::isFilter)
                .toList()
                .reversed();
    }

    private static boolean isFilter(String text) {
        try {
            FilterParser.parse(text);
            return true;
        } catch (FilterSyntaxException e) {
            return false;
        }
    }

    private Holdings holdings(Picture picture) throws StoreException {
        EventTable events = picture.events();
        int sources = events.dictionaries().sources().size();
        boolean[] seen = new boolean[sources];
        List<Source> found = new ArrayList<>();
        for (int row = events.size() - 1; row >= 0 && found.size() < sources; row--) {
            int source = events.source(row);
            if (!seen[source]) {
                seen[source] = true;
                Instant last = Instant.ofEpochMilli(events.timeMillis(row));
                boolean silent = last.plus(SILENCE)
                        .isBefore(found.isEmpty() ? last : found.getFirst().last());
                found.add(new Source(events.dictionaries().sources().value(source), last, silent));
            }
        }
        found.sort(Comparator.comparing(Source::name));
        List<Incident> refusals = picture.incidents().stream()
                .filter(i -> i.kind() == Incident.Kind.REFUSED)
                .toList();
        Visit visit = Visit.of(picture, refusals, desk.session().clock().instant());
        Moved moved = lastVisit == null
                ? null
                : Moved.between(lastVisit, visit, desk.session().imports(), refusals);
        List<Incident> going =
                refusals.stream().filter(i -> i.mayGoOn(picture.now())).toList();
        return new Holdings(events.size() == 0, found, picture.coverage().requests(), going, visit, moved);
    }

    /** The holdings; null before the first answer. */
    ReadOnlyObjectProperty<@Nullable Holdings> holdingsProperty() {
        return holdings.getReadOnlyProperty();
    }
}
