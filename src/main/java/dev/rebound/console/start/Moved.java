package dev.rebound.console.start;

import dev.rebound.domain.MessageState;
import dev.rebound.insight.Incident;
import dev.rebound.store.ImportRun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is different from the last visit.
 *
 * @param since when that was
 * @param imports the files imported since
 * @param events events they added
 * @param figures states whose number changed, those that can still move first
 * @param incidents refusals that were not known
 */
record Moved(Instant since, List<Long> imports, long events, List<Figure> figures, List<Incident> incidents) {
    private static final List<MessageState> TOLD =
            List.of(MessageState.OPEN, MessageState.UNEXPLAINED, MessageState.UNCOVERED, MessageState.UNRECOGNISED);

    /** A state's number then and now. */
    record Figure(MessageState state, long before, long now) {}

    Moved {
        imports = List.copyOf(imports);
        figures = List.copyOf(figures);
        incidents = List.copyOf(incidents);
    }

    /** What moved from one visit to another. */
    static Moved between(Visit before, Visit now, List<ImportRun> imports, List<Incident> refusals) {
        List<ImportRun> fresh = imports.stream()
                .filter(run -> run.finishedAt().isAfter(before.at()))
                .toList();
        List<Figure> figures = new ArrayList<>();
        for (MessageState state : TOLD) {
            long was = before.states().getOrDefault(state, 0L);
            long is = now.states().getOrDefault(state, 0L);
            if (was != is) {
                figures.add(new Figure(state, was, is));
            }
        }
        return new Moved(
                before.at(),
                fresh.stream().map(ImportRun::id).toList(),
                fresh.stream().mapToLong(ImportRun::added).sum(),
                figures,
                refusals.stream()
                        .filter(i -> !before.incidents().contains(Visit.key(i)))
                        .toList());
    }

    /** Whether there is nothing to tell. */
    boolean isNothing() {
        return imports.isEmpty() && figures.isEmpty() && incidents.isEmpty();
    }
}
