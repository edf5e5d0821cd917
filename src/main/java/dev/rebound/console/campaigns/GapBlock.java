package dev.rebound.console.campaigns;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.CountSentence;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.StateLook;
import dev.rebound.domain.MessageState;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.index.Questions.FacetValue;
import dev.rebound.insight.GapGroup;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The account of one group: sends, deliveries, and every state of the gap; each line is a button that opens its rows. */
final class GapBlock extends ScrollPane {
    /** The gap's states as they are read: the large ones of practice first, what we do not know last. */
    static final List<MessageState> ORDER = List.of(
            MessageState.SOFT_BOUNCED,
            MessageState.BLOCKED,
            MessageState.DROPPED,
            MessageState.OPEN,
            MessageState.TIMED_OUT,
            MessageState.HARD_BOUNCED,
            MessageState.REJECTED,
            MessageState.UNRECOGNISED,
            MessageState.UNCOVERED,
            MessageState.UNEXPLAINED);

    static final Filter ARRIVED =
            new Filter.Or(List.of(Filter.is(Field.FLAG, "delivered"), Filter.is(Field.FLAG, "returned")));

    private final Desk desk;
    private final VBox content = new VBox();

    GapBlock(Desk desk) {
        this.desk = desk;
        content.getStyleClass().add("gap-block");
        setContent(content);
        setFitToWidth(true);
        getStyleClass().add("details");
        setId("gap-block");
    }

    void show(CampaignsModel.Account account) {
        Node had = content.lookupAll(".gap-line").stream()
                .filter(Node::isFocused)
                .findFirst()
                .orElse(null);
        content.getChildren().clear();
        GapGroup g = account.group();
        long sends = g.sends();
        line(null, desk.text("campaigns.sends"), sends, sends, sends, none(), g.rows(), "bar-sends");
        line(
                MessageState.DELIVERED,
                desk.text("campaigns.delivered"),
                g.deliveries(),
                sends,
                sends,
                arrived(g),
                delivered(g),
                "");
        line(
                MessageState.RETURNED,
                desk.text("campaigns.returned"),
                g.count(MessageState.RETURNED),
                sends,
                sends,
                none(),
                g.rows(MessageState.RETURNED),
                "");
        content.getChildren().addAll(new Separator(), scale());
        line(null, desk.text("campaigns.gap"), g.gap(), sends, g.gap(), none(), missing(g), "bar-gap");
        for (MessageState state : ORDER) {
            line(
                    state,
                    desk.text("state." + state.code()),
                    g.count(state),
                    sends,
                    g.gap(),
                    remark(account, state),
                    g.rows(state),
                    "");
        }
        content.getChildren().addAll(new Separator(), new Beside(desk, account));
        Node again = had == null ? null : content.lookup("#" + had.getId());
        if (again != null) {
            again.requestFocus();
        }
    }

    /** The bars above are parts of the sends, those below of the gap: two scales that must not be taken for one. */
    private Label scale() {
        Label told = new Label(desk.text("campaigns.scale"));
        told.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL, "gap-scale");
        return told;
    }

    /** The messages of a group that were delivered, returned ones among them. */
    static Filter delivered(GapGroup g) {
        return Filter.and(ARRIVED, g.rows());
    }

    /** The messages of a group that were not. */
    static Filter missing(GapGroup g) {
        return Filter.and(g.rows(), new Filter.Not(ARRIVED));
    }

    /** What a line says beyond its number: its main reasons, or when it will be known. */
    private CountSentence remark(CampaignsModel.Account account, MessageState state) {
        GapGroup g = account.group();
        if (g.count(state) == 0) {
            return none();
        }
        if (state == MessageState.OPEN && g.open() != null) {
            return none().show(desk.text("campaigns.knownat", desk.formats().full(Objects.requireNonNull(g.open()))));
        }
        if (state == MessageState.HARD_BOUNCED) {
            return none().show(desk.text("campaigns.marked"));
        }
        if (state == MessageState.UNCOVERED) {
            return none().show(desk.text("campaigns.filemissing"));
        }
        List<FacetValue> causes = account.causes().getOrDefault(state, List.of());
        return none().show(
                        causes.stream()
                                .map(c -> desk.text("reason." + c.value()) + " ["
                                        + desk.formats().count(c.count()) + "]")
                                .collect(Collectors.joining(" · ")),
                        causes.stream()
                                .map(c -> Place.Activity.of(
                                        Filter.and(g.rows(state), Filter.is(Field.REASON, c.value()))))
                                .toList());
    }

    /** The log has a state of its own for what came back: its count of delivered ones is smaller. */
    private CountSentence arrived(GapGroup g) {
        long returned = g.count(MessageState.RETURNED);
        return returned == 0
                ? none()
                : none().show(
                                desk.text(
                                        "campaigns.delivered.states",
                                        desk.formats().count(g.count(MessageState.DELIVERED)),
                                        desk.formats().count(returned)),
                                Place.Activity.of(g.rows(MessageState.DELIVERED)),
                                Place.Activity.of(g.rows(MessageState.RETURNED)));
    }

    private CountSentence none() {
        return new CountSentence(desk);
    }

    private void line(
            @Nullable MessageState state,
            String name,
            long count,
            long sends,
            long scale,
            CountSentence remark,
            Filter rows,
            String barStyle) {
        CountLine line = new CountLine(
                desk,
                state == null ? new Region() : StateLook.icon(state),
                name,
                count,
                sends,
                scale,
                rows,
                barStyle.isEmpty() ? StateLook.style(state) : barStyle);
        line.setId("gap-" + (state == null ? barStyle : state.code()));
        content.getChildren().add(line.with(remark));
    }

    /** Puts the cursor on the first line. */
    void focusFirst() {
        Node first = content.lookup(".gap-line");
        if (first != null) {
            first.requestFocus();
        }
    }
}
