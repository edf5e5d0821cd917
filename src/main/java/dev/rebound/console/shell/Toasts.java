package dev.rebound.console.shell;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.Buttons;
import dev.rebound.console.kit.Clip;
import dev.rebound.console.kit.Notices;
import dev.rebound.journal.Journal;
import dev.rebound.journal.SupportReport;
import dev.rebound.journal.Trouble;
import dev.rebound.store.StoreException;
import dev.rebound.words.Sentences;
import dev.rebound.words.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Sentences that fade, beside the menus: that place is theirs, so that they lie over nothing that was just made or is about
 * to be pressed, and nothing moves when one comes or goes. One is seen at a time, the newest; what can still be taken back
 * waits behind it, and the list of all of them stays for the menu. Troubles stay until they are put away.
 */
final class Toasts extends VBox implements Notices {
    private static final Duration SHOWN = Duration.seconds(8);

    private static final PseudoClass SAYING = PseudoClass.getPseudoClass("saying");
    private static final int TROUBLES_AT_ONCE = 3;
    private static final int OFFERS_AT_ONCE = 3;
    private static final String OFFERING = "offering";
    private static final double WIDEST = 900;

    /**
     * What was told in this window.
     *
     * @param offers what can still be done about it; emptied once that was done
     */
    record Said(String sentence, List<Offer> offers) {}

    private final Words words;
    private final Journal journal;
    private String lastTrouble = "";
    private final List<Said> said = new ArrayList<>();
    /** What is seen, and before it what comes again when that goes. */
    private final List<HBox> waiting = new ArrayList<>();

    Toasts(Words words, Journal journal) {
        this.words = words;
        this.journal = journal;
        setAlignment(Pos.TOP_RIGHT);
        getStyleClass().add("toasts");
        setPickOnBounds(false);
        setMaxHeight(USE_PREF_SIZE);
        getChildren().addListener((ListChangeListener<Node>)
                c -> pseudoClassStateChanged(SAYING, !getChildren().isEmpty()));
    }

    /** Everything that was told, oldest first. */
    List<Said> said() {
        return List.copyOf(said);
    }

    @Override
    public void tell(String sentence) {
        show(sentence, false);
    }

    @Override
    public Runnable offer(String sentence, List<Offer> acts) {
        HBox toast = show(sentence, false);
        toast.getStyleClass().add(OFFERING);
        Said told = said.getLast();
        Runnable withdraw = () -> {
            told.offers().clear();
            remove(toast);
        };
        for (Offer act : acts) {
            Offer offered = new Offer(act.name(), act.once(), () -> {
                if (act.once()) {
                    withdraw.run();
                }
                act.run().run();
            });
            told.offers().add(offered);
            Button button = new Button(act.name());
            button.getStyleClass().add(Styles.SMALL);
            button.setMinWidth(Region.USE_PREF_SIZE);
            // Looking at what was done is no reason to lose the way to take it back.
            boolean last = act.once() || acts.stream().noneMatch(Offer::once);
            button.setOnAction(e -> {
                if (last) {
                    remove(toast);
                }
                offered.run().run();
            });
            toast.getChildren().add(toast.getChildren().size() - 1, button);
        }
        return withdraw;
    }

    @Override
    public void trouble(Throwable seen) {
        Throwable thrown = StoreException.foreseen(seen);
        Trouble trouble = journal.trouble(thrown);
        String sentence = switch (thrown) {
            case StoreException s ->
                Sentences.in(words.locale()).of(String.valueOf(s.getMessage())) + " (" + trouble.code() + ")";
            case IOException io -> words.of("trouble.file", Trouble.about(io), trouble.code());
            default -> words.of("trouble.unexpected", trouble.code());
        };
        if (sentence.equals(lastTrouble) && troubles().findAny().isPresent()) {
            return;
        }
        lastTrouble = sentence;
        HBox toast = show(sentence, true);
        Button report = Buttons.of("mdi2c-content-copy", words.of("trouble.copy"), () -> copyReport(trouble));
        report.setId("trouble-report");
        report.getStyleClass().add(Styles.SMALL);
        report.setMinWidth(Region.USE_PREF_SIZE);
        toast.getChildren().add(1, report);
        List<HBox> all = troubles().toList();
        waiting.removeAll(all.subList(0, Math.max(0, all.size() - TROUBLES_AT_ONCE)));
        showNewest();
    }

    /** Takes away what was told, but for troubles and offers: who opens something has read it, and the list keeps it. */
    void putAway() {
        waiting.removeIf(t -> !isTrouble(t) && !t.getStyleClass().contains(OFFERING));
        showNewest();
    }

    /** What can still be taken back stays in reach, the last few of it; what was only said has been read. */
    private void makeRoom() {
        List<HBox> offering = waiting.stream()
                .filter(t -> t.getStyleClass().contains(OFFERING))
                .toList();
        Set<HBox> kept =
                Set.copyOf(offering.subList(Math.max(0, offering.size() - OFFERS_AT_ONCE + 1), offering.size()));
        waiting.removeIf(t -> !kept.contains(t) && !isTrouble(t));
    }

    private static boolean isTrouble(Node toast) {
        return toast.getStyleClass().contains(Styles.DANGER);
    }

    private Stream<HBox> troubles() {
        return waiting.stream().filter(Toasts::isTrouble);
    }

    private void remove(HBox toast) {
        waiting.remove(toast);
        showNewest();
    }

    private void showNewest() {
        if (waiting.isEmpty()) {
            getChildren().clear();
        } else if (!getChildren().equals(List.of(waiting.getLast()))) {
            getChildren().setAll(waiting.getLast());
        }
    }

    /** Puts what support needs on the clipboard. */
    void copyReport(@Nullable Trouble trouble) {
        Clip.copy(SupportReport.of(journal, trouble));
        tell(words.of("trouble.copied"));
    }

    /**
     * Takes away what faded. Called once something was pressed: were it done by itself, what waited behind it would stand
     * under a pointer that is about to press. Only a trouble does not wait for that.
     */
    void sweep() {
        if (waiting.removeIf(t -> !t.isVisible())) {
            showNewest();
        }
    }

    private HBox show(String sentence, boolean bad) {
        sweep();
        said.add(new Said(sentence, new ArrayList<>()));
        Label text = new Label(sentence);
        text.setWrapText(true);
        text.setMaxWidth(WIDEST);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox toast = new HBox(10, text);
        Button away = Buttons.icon("mdi2c-close", words.of("shell.dismiss"), () -> remove(toast));
        away.getStyleClass().add(Styles.SMALL);
        toast.getChildren().add(away);
        toast.setAlignment(Pos.CENTER_LEFT);
        toast.setMaxWidth(Region.USE_PREF_SIZE);
        toast.getStyleClass().add("toast");
        if (bad) {
            toast.getStyleClass().add(Styles.DANGER);
        }
        if (!bad) {
            makeRoom();
        }
        waiting.add(toast);
        showNewest();
        if (!bad) {
            PauseTransition fade = new PauseTransition(SHOWN);
            fade.setOnFinished(e -> {
                toast.setVisible(false);
                if (troubles().findAny().isPresent()) {
                    sweep();
                }
            });
            fade.play();
        }
        return toast;
    }
}
