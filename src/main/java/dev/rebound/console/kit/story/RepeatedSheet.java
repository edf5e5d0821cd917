package dev.rebound.console.kit.story;

import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Sheet;
import dev.rebound.console.kit.Tabs;
import dev.rebound.insight.RepeatedEvents.Repeated;
import dev.rebound.store.ImportRun;
import dev.rebound.store.StoreException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** Lists events that were known already and left out: what they told, of whom, and which file told it again. */
public final class RepeatedSheet {
    /** More of them say nothing more. */
    private static final int MOST = 1_000;

    private final Desk desk;

    /** Which of them are listed. */
    private enum Which {
        ALL,
        PROBABLE
    }

    /** What a list shows: the events and the imports that told them. */
    private record Answer(List<Repeated> repeated, Map<Long, ImportRun> imports) {
        List<Repeated> of(Which which) {
            return which == Which.ALL
                    ? repeated
                    : repeated.stream().filter(Repeated::isProbable).toList();
        }
    }

    /** A sheet of a desk. */
    public RepeatedSheet(Desk desk) {
        this.desk = desk;
    }

    /** Lists those of a message. */
    public void ofMessage(Story story) {
        int message = story.details().row().message();
        ask(() -> desk.session().repeatsOf(story.picture(), message));
    }

    /** Lists those of an import. */
    public void ofImport(ImportRun run) {
        ask(() -> desk.session().repeatsOf(run.id()));
    }

    private void ask(Callable<List<Repeated>> question) {
        desk.background().latest("repeated", () -> new Answer(question.call(), imports()), this::show);
    }

    private Map<Long, ImportRun> imports() throws StoreException {
        Map<Long, ImportRun> imports = new HashMap<>();
        desk.session().imports().forEach(run -> imports.put(run.id(), run));
        return imports;
    }

    private void show(Answer answer) {
        RepeatedTable table = new RepeatedTable(desk, answer.imports());
        table.setPrefHeight(Math.clamp(60 + 28.0 * answer.repeated().size(), 120, 360));
        Label more = Sheet.sentence("");
        more.managedProperty().bind(more.visibleProperty());
        Consumer<Which> list = which -> {
            List<Repeated> shown = answer.of(which);
            table.getItems().setAll(shown.stream().limit(MOST).toList());
            more.setText(desk.text("repeated.more", shown.size() - MOST));
            more.setVisible(shown.size() > MOST);
        };
        Tabs<Which> tabs = new Tabs<>(
                List.of(Which.values()),
                w -> desk.text(
                        "repeated.tab." + w.name().toLowerCase(Locale.ROOT),
                        desk.formats().count(count(answer.of(w)))),
                list);
        tabs.show(Which.ALL);
        list.accept(Which.ALL);
        boolean parted = !answer.of(Which.PROBABLE).isEmpty();
        Label probable = Sheet.sentence(desk.text("repeated.probable", count(answer.of(Which.PROBABLE))));
        for (Node part : List.of(tabs, probable)) {
            part.setVisible(parted);
            part.setManaged(parted);
        }
        new Sheet(
                        desk,
                        desk.text("repeated.title", count(answer.repeated())),
                        860,
                        Sheet.sentence(desk.text("repeated.words")),
                        probable,
                        tabs,
                        table,
                        more)
                .open(table);
    }

    private static long count(List<Repeated> repeated) {
        return repeated.stream().mapToLong(Repeated::count).sum();
    }
}
