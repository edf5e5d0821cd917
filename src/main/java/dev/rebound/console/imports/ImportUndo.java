package dev.rebound.console.imports;

import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Notices.Offer;
import dev.rebound.intake.FileReport;
import dev.rebound.store.ImportRun;
import dev.rebound.store.StoreException;
import dev.rebound.store.UndoResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Takes imports back, from what a finished job offers or from the list, and offers to make them again. The screen's thread only. */
final class ImportUndo {
    private final Desk desk;
    private final ObservableList<ImportLine> lines;
    private final Consumer<List<Path>> again;
    /** Takes the offer to take an import back off the window, by the import's number. */
    private final Map<Long, Runnable> offers = new HashMap<>();

    /**
     * Nothing on offer yet.
     *
     * @param lines files of this window's jobs, marked when what they brought is gone again
     * @param again imports files once more
     */
    ImportUndo(Desk desk, ObservableList<ImportLine> lines, Consumer<List<Path>> again) {
        this.desk = desk;
        this.lines = lines;
        this.again = again;
    }

    /**
     * Tells what a job did, and offers to see what it brought and to take that back.
     *
     * @param before the import whose place was taken; null where taking back what was brought leads to where one was
     * @param asBefore brings that import back
     */
    void offer(String sentence, List<ImportRun> brought, @Nullable ImportRun before, Consumer<ImportRun> asBefore) {
        if (brought.isEmpty()) {
            desk.notices().tell(sentence);
            return;
        }
        List<Offer> acts = new ArrayList<>();
        if (brought.stream().anyMatch(run -> run.added() > 0)) {
            acts.add(new Offer(
                    desk.text("imports.offer.show"),
                    false,
                    () -> desk.navigator().go(ImportTable.events(brought))));
        }
        acts.add(new Offer(desk.text("changes.undo"), true, () -> {
            if (before == null) {
                takeBack(brought);
            } else {
                asBefore.accept(before);
            }
        }));
        if (before != null) {
            withdraw(before);
        }
        Runnable withdraw = desk.notices().offer(sentence, acts);
        brought.forEach(run -> offers.put(run.id(), withdraw));
    }

    /** Takes imports back, and offers to make them again where the files are still there. */
    void takeBack(List<ImportRun> runs) {
        // What a job offers is about all it brought: with one of its imports gone the rest is taken back in the list.
        runs.forEach(this::withdraw);
        desk.background().job(() -> undo(runs), results -> tell(runs, results));
    }

    private void withdraw(ImportRun run) {
        Runnable withdraw = offers.remove(run.id());
        if (withdraw != null) {
            withdraw.run();
        }
    }

    private List<UndoResult> undo(List<ImportRun> runs) throws StoreException {
        return desk.session().undo(runs.stream().map(ImportRun::id).toList());
    }

    private void tell(List<ImportRun> runs, List<UndoResult> results) {
        Set<String> gone = new HashSet<>();
        runs.forEach(run -> gone.add(run.source().path()));
        lines.stream()
                .filter(l -> gone.contains(l.path()) && hasImported(l))
                .forEach(l -> l.takenBackProperty().set(true));
        Set<String> incomplete = new LinkedHashSet<>();
        results.forEach(r -> incomplete.addAll(r.incomplete()));
        results.forEach(r -> incomplete.remove(r.name()));
        long removed = results.stream().mapToLong(UndoResult::removed).sum();
        String done = results.size() == 1
                ? desk.text("imports.undone", results.getFirst().name(), removed)
                : desk.text("imports.undone.all", results.size(), removed);
        String told = incomplete.isEmpty()
                ? done
                : done + " " + desk.text("imports.incomplete", String.join(", ", incomplete));
        List<Path> there = runs.stream()
                .filter(ImportUndo::isThere)
                .map(run -> Path.of(run.source().path()))
                .toList();
        if (there.isEmpty()) {
            desk.notices().tell(told);
        } else {
            desk.notices().offer(told, desk.text("imports.undo.again"), () -> again.accept(there));
        }
    }

    private static boolean hasImported(ImportLine line) {
        FileReport report = line.reportProperty().get();
        return report != null && report.status() == FileReport.Status.IMPORTED;
    }

    /** Whether the file of an import still lies where it was, so that it can be imported again. */
    static boolean isThere(ImportRun run) {
        try {
            return Files.isRegularFile(Path.of(run.source().path()));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
