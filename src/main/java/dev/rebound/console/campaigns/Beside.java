package dev.rebound.console.campaigns;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.CountLink;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Place;
import dev.rebound.domain.MessageState;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.filter.FlagWord;
import dev.rebound.insight.GapGroup;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/** What stands beside an account and is never subtracted; each number that is not 0 opens its messages. */
final class Beside extends FlowPane {
    private final Desk desk;
    private final Filter all;

    Beside(Desk desk, CampaignsModel.Account account) {
        super(14, 2);
        this.desk = desk;
        GapGroup g = account.group();
        all = everything(g);
        getStyleClass().add("gap-beside");
        add(desk.text("campaigns.beside"));
        add("notsent", g.notSent(), Filter.is(Field.FLAG, FlagWord.ABORTED.word()));
        add(
                "orphans",
                g.orphanDeliveries(),
                Filter.and(Filter.is(Field.FLAG, FlagWord.ORPHAN.word()), GapBlock.ARRIVED));
        add(desk.text("campaigns.beside.duplicates", g.duplicates()));
        if (account.repeated() > 0) {
            link(desk.text("campaigns.beside.repeated", account.repeated()), repeated(g));
        }
        add("tests", g.testSends(), Filter.is(Field.FLAG, FlagWord.TEST.word()));
        if (g.count(MessageState.UNCOVERED) > 0
                && !desk.picture().getValue().coverage().requests().isEmpty()) {
            askFor();
        }
    }

    /** Whoever lacks an answer wants to know which file to ask for. */
    private void askFor() {
        Hyperlink link = new Hyperlink(desk.text("campaigns.askfor"));
        link.setId("gap-askfor");
        link.setOnAction(e -> desk.navigator().go(new Place.Data(Place.Data.Part.COVERAGE)));
        getChildren().add(link);
    }

    /** The messages of a group of which an event was told more than once. */
    static Filter repeated(GapGroup g) {
        return Filter.and(everything(g), Filter.is(Field.FLAG, FlagWord.DUPLICATE.word()));
    }

    /** The messages of a group, those that are no sends among them. */
    private static Filter everything(GapGroup g) {
        return g.rows().without(Filter.is(Field.FLAG, FlagWord.SENT.word()));
    }

    private void add(String key, long count, Filter which) {
        String words = desk.text("campaigns.beside." + key, count);
        if (count > 0) {
            link(words, Filter.and(all, which));
        } else {
            add(words);
        }
    }

    private void add(String words) {
        Label label = new Label(words);
        label.getStyleClass().add(Styles.TEXT_MUTED);
        getChildren().add(label);
    }

    private void link(String words, Filter rows) {
        getChildren().add(new CountLink(desk).show(words, Place.Activity.of(rows)));
    }
}
