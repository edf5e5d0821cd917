package dev.rebound.console.data;

import dev.rebound.console.kit.Blank;
import dev.rebound.console.kit.CountSentence;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.Sheet;
import dev.rebound.console.kit.Tabs;
import dev.rebound.console.kit.story.RepeatedTable;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.filter.FlagWord;
import dev.rebound.insight.Picture;
import dev.rebound.insight.RepeatedEvents.Repeated;
import dev.rebound.store.ImportRun;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Events of all imports that came again and were left out: which are only probably the same, and of which messages. */
final class DuplicatesView extends BorderPane {
    /** More of them say nothing more. */
    private static final int MOST = 1_000;

    private final Desk desk;
    private final CountSentence messages;
    private final Tabs<Which> tabs;
    private final RepeatedTable table;
    private final Label more = Sheet.sentence("");
    /** Whoever chose a tab stays on it, whatever data comes. */
    private boolean asked;

    private Which shown = Which.PROBABLE;

    private Answer answer = new Answer(List.of(), Map.of(), 0, 0);

    /** Which of them are listed. */
    private enum Which {
        PROBABLE,
        ALL
    }

    private record Answer(List<Repeated> repeated, Map<Long, ImportRun> imports, long messages, long probable) {
        List<Repeated> of(Which which) {
            return which == Which.ALL
                    ? repeated
                    : repeated.stream().filter(Repeated::isProbable).toList();
        }

        long events(Which which) {
            return of(which).stream().mapToLong(Repeated::count).sum();
        }
    }

    DuplicatesView(Desk desk) {
        this.desk = desk;
        messages = new CountSentence(desk);
        messages.setId("duplicates-messages");
        table = new RepeatedTable(desk, Map.of());
        table.setId("duplicates");
        table.setPlaceholder(new Blank(
                "mdi2c-content-duplicate", desk.text("duplicates.none"), desk.text("duplicates.none.sentence")));
        tabs = new Tabs<>(List.of(Which.values()), this::title, this::list);
        more.managedProperty().bind(more.visibleProperty());
        Label words = Sheet.sentence(desk.text("duplicates.words"));
        words.getStyleClass().add(atlantafx.base.theme.Styles.TEXT_MUTED);
        VBox.setVgrow(table, Priority.ALWAYS);
        setCenter(new VBox(8, words, tabs, messages, table, more));
        desk.picture().addListener((o, before, now) -> ask(now));
        list(Which.PROBABLE);
        ask(desk.picture().getValue());
    }

    private String title(Which which) {
        return desk.text(
                "repeated.tab." + which.name().toLowerCase(Locale.ROOT),
                desk.formats().count(answer.events(which)));
    }

    private void ask(Picture picture) {
        desk.background()
                .latest(
                        "duplicates",
                        () -> {
                            Map<Long, ImportRun> imports = new HashMap<>();
                            desk.session().imports().forEach(run -> imports.put(run.id(), run));
                            return new Answer(
                                    desk.session().repeats(picture),
                                    imports,
                                    count(picture, FlagWord.DUPLICATE),
                                    count(picture, FlagWord.PROBABLE_DUPLICATE));
                        },
                        this::show);
    }

    private static long count(Picture picture, FlagWord flag) {
        return picture.questions().select(Filter.is(Field.FLAG, flag.word())).cardinality();
    }

    private void show(Answer found) {
        answer = found;
        for (Which which : Which.values()) {
            tabs.text(which, title(which));
        }
        list(asked ? shown : found.events(Which.PROBABLE) > 0 ? Which.PROBABLE : Which.ALL);
        asked = true;
    }

    private void list(Which which) {
        shown = which;
        tabs.show(which);
        List<Repeated> events = answer.of(which);
        table.list(events.stream().limit(MOST).toList(), answer.imports());
        more.setText(desk.text("repeated.more", events.size() - MOST));
        more.setVisible(events.size() > MOST);
        boolean all = which == Which.ALL;
        long told = all ? answer.messages() : answer.probable();
        FlagWord flag = all ? FlagWord.DUPLICATE : FlagWord.PROBABLE_DUPLICATE;
        messages.show(
                desk.text(
                        all || answer.events(which) > 0 ? "duplicates.messages" : "duplicates.messages.probable", told),
                told == 0 ? null : Place.Activity.of(Filter.is(Field.FLAG, flag.word())));
    }
}
