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
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Sentences that fade, floating at the lower edge of the window: nothing moves when one comes or goes, and beside them the
 * pointer reaches what is beneath. The list of all of them stays for the menu. Troubles stay until they are put away.
 */
final class Toasts extends VBox implements Notices {
    private static final Duration SHOWN = Duration.seconds(8);

    private static final PseudoClass SAYING = PseudoClass.getPseudoClass("saying");
    private static final int TROUBLES_AT_ONCE = 3;
    private static final int OFFERS_AT_ONCE = 3;
    private static final String OFFERING = "offering";

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

    Toasts(Words words, Journal journal) {
        super(8);
        this.words = words;
        this.journal = journal;
        setAlignment(Pos.BOTTOM_CENTER);
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
            getChildren().remove(toast);
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
            button.setMinWidth(Region.USE_PREF_SIZE);
            // Looking at what was done is no reason to lose the way to take it back.
            boolean last = act.once() || acts.stream().noneMatch(Offer::once);
            button.setOnAction(e -> {
                if (last) {
                    getChildren().remove(toast);
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
        report.setMinWidth(Region.USE_PREF_SIZE);
        toast.getChildren().add(1, report);
        List<Node> all = troubles().toList();
        getChildren().removeAll(all.subList(0, Math.max(0, all.size() - TROUBLES_AT_ONCE)));
    }

    /** Takes away what was told, but for troubles and offers: who opens something has read it, and the list keeps it. */
    void putAway() {
        getChildren()
                .removeIf(t -> !t.getStyleClass().contains(Styles.DANGER)
                        && !t.getStyleClass().contains(OFFERING));
    }

    /** One sentence at a time keeps the view in sight; but what can still be taken back stays in reach, the last few of it. */
    private void makeRoom() {
        List<Node> offering = getChildren().stream()
                .filter(t -> t.getStyleClass().contains(OFFERING))
                .toList();
        Set<Node> kept =
                Set.copyOf(offering.subList(Math.max(0, offering.size() - OFFERS_AT_ONCE + 1), offering.size()));
        getChildren().removeIf(t -> !kept.contains(t) && !t.getStyleClass().contains(Styles.DANGER));
    }

    private Stream<Node> troubles() {
        return getChildren().stream().filter(t -> t.getStyleClass().contains(Styles.DANGER));
    }

    /** Puts what support needs on the clipboard. */
    void copyReport(@Nullable Trouble trouble) {
        Clip.copy(SupportReport.of(journal, trouble));
        tell(words.of("trouble.copied"));
    }

    /**
     * Gives back the room of what faded. Called once something was pressed: were it given back by itself, what else is told
     * would move under a pointer that is about to press.
     */
    void sweep() {
        getChildren().removeIf(t -> !t.isVisible());
    }

    private HBox show(String sentence, boolean bad) {
        sweep();
        said.add(new Said(sentence, new ArrayList<>()));
        Label text = new Label(sentence);
        text.setWrapText(true);
        text.setMaxWidth(900);
        HBox toast = new HBox(12, text);
        toast.getChildren()
                .add(Buttons.icon(
                        "mdi2c-close",
                        words.of("shell.dismiss"),
                        () -> getChildren().remove(toast)));
        toast.setAlignment(Pos.CENTER_LEFT);
        toast.setMaxWidth(Region.USE_PREF_SIZE);
        toast.getStyleClass().add("toast");
        if (bad) {
            toast.getStyleClass().add(Styles.DANGER);
        }
        if (!bad) {
            makeRoom();
        }
        getChildren().add(toast);
        if (!bad) {
            PauseTransition fade = new PauseTransition(SHOWN);
            fade.setOnFinished(e -> toast.setVisible(false));
            fade.play();
        }
        return toast;
    }
}
