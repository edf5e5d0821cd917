package dev.rebound.console.campaigns;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.Buttons;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.StateLook;
import dev.rebound.domain.MessageState;
import dev.rebound.evidence.Audience;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.index.Questions.FacetValue;
import dev.rebound.insight.GapGroup;
import dev.rebound.insight.RetryAccount;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** The account of one group: sends, deliveries, and every state of the gap; each line is a button that opens its rows. */
final class GapBlock extends ScrollPane {
    /** The gap's states as they are read: the large ones of practice first, what we do not know last. */
    private static final List<MessageState> ORDER = List.of(
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

    private static final double BAR = 170;

    private final Desk desk;
    private final VBox content = new VBox(1);

    GapBlock(CampaignsModel model, Desk desk) {
        this.desk = desk;
        content.getStyleClass().add("gap-block");
        setContent(content);
        setFitToWidth(true);
        getStyleClass().add("details");
        setId("gap-block");
        model.accountProperty().addListener((o, before, now) -> show(now));
    }

    private void show(CampaignsModel.@Nullable Account account) {
        content.getChildren().clear();
        if (account == null) {
            return;
        }
        GapGroup g = account.group();
        content.getChildren().add(heading(g));
        long sends = g.sends();
        line(null, desk.text("campaigns.sends"), sends, sends, sends, "", g.rows(), "bar-sends");
        line(
                MessageState.DELIVERED,
                desk.text("campaigns.delivered"),
                g.deliveries(),
                sends,
                sends,
                "",
                Filter.and(
                        new Filter.Or(List.of(Filter.is(Field.FLAG, "delivered"), Filter.is(Field.FLAG, "returned"))),
                        g.rows()),
                "");
        line(
                MessageState.RETURNED,
                desk.text("campaigns.returned"),
                g.count(MessageState.RETURNED),
                sends,
                sends,
                "",
                g.rows(MessageState.RETURNED),
                "");
        content.getChildren().add(new Separator());
        Filter gap = Filter.and(
                g.rows(),
                new Filter.Not(
                        new Filter.Or(List.of(Filter.is(Field.FLAG, "delivered"), Filter.is(Field.FLAG, "returned")))));
        line(null, desk.text("campaigns.gap"), g.gap(), sends, g.gap(), "", gap, "bar-gap");
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
        content.getChildren().addAll(new Separator(), sumAndActs(g), beside(g), retries(account.retries()));
    }

    private Label heading(GapGroup g) {
        String name = g.key().isEmpty() ? desk.text("campaigns.noname") : g.key();
        Label label = new Label(
                g.firstSend() == null
                        ? name
                        : desk.text("campaigns.heading", name, desk.formats().minute(g.firstSend())));
        label.getStyleClass().addAll(Styles.TITLE_4, "gap-heading");
        return label;
    }

    /** What a line says beyond its number: its main reasons, or when it will be known. */
    private String remark(CampaignsModel.Account account, MessageState state) {
        GapGroup g = account.group();
        if (g.count(state) == 0) {
            return "";
        }
        if (state == MessageState.OPEN && g.open() != null) {
            return desk.text("campaigns.knownat", desk.formats().full(Objects.requireNonNull(g.open())));
        }
        if (state == MessageState.HARD_BOUNCED) {
            return desk.text("campaigns.marked");
        }
        List<FacetValue> causes = account.causes().getOrDefault(state, List.of());
        return causes.stream()
                .map(c ->
                        desk.text("reason." + c.value()) + " " + desk.formats().count(c.count()))
                .collect(Collectors.joining(" · "));
    }

    private void line(
            @Nullable MessageState state,
            String name,
            long count,
            long sends,
            long scale,
            String remark,
            Filter rows,
            String barStyle) {
        Label what = new Label(name, state == null ? new Region() : StateLook.icon(state));
        what.getStyleClass().add("gap-name");
        what.setMinWidth(262);
        what.setPrefWidth(262);
        Label number = new Label(desk.formats().count(count));
        number.getStyleClass().add("gap-count");
        number.setMinWidth(72);
        number.setAlignment(Pos.CENTER_RIGHT);
        Label share = new Label(desk.formats().percent(count, sends));
        share.getStyleClass().addAll(Styles.TEXT_MUTED, "gap-share");
        share.setMinWidth(76);
        share.setAlignment(Pos.CENTER_RIGHT);
        Region bar = new Region();
        double width = scale <= 0 || count <= 0 ? 0 : Math.max(2, BAR * count / scale);
        bar.setMinWidth(width);
        bar.setPrefWidth(width);
        bar.setMaxWidth(width);
        bar.getStyleClass().addAll("gap-bar", barStyle.isEmpty() ? StateLook.style(state) : barStyle);
        HBox track = new HBox(bar);
        track.setAlignment(Pos.CENTER_LEFT);
        track.setMinWidth(BAR);
        track.setMaxWidth(BAR);
        Label words = new Label(remark);
        words.getStyleClass().addAll(Styles.TEXT_MUTED, Styles.TEXT_SMALL);
        words.setMinWidth(0);
        words.getStyleClass().add("gap-remark");
        HBox line = new HBox(10, what, number, share, track, words);
        line.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button button = new Button();
        button.setGraphic(line);
        button.setId("gap-" + (state == null ? barStyle : state.code()));
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        button.getStyleClass().addAll(Styles.FLAT, "gap-line");
        button.setAccessibleText(name + " " + number.getText() + " " + share.getText());
        button.setTooltip(new Tooltip(desk.text("campaigns.open", rows.toText())));
        button.setOnAction(e -> desk.navigator().go(Place.Activity.of(rows)));
        button.setFocusTraversable(true);
        content.getChildren().add(button);
    }

    private HBox sumAndActs(GapGroup g) {
        Button evidence = Buttons.of(
                "mdi2f-file-certificate-outline",
                desk.text("evidence.open"),
                () -> desk.navigator().go(evidence(g)));
        evidence.setId("gap-evidence");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(10, sum(g), gap, evidence);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    /** A pack about the sends of a group, for the customer who asks. */
    Place.Evidence evidence(GapGroup g) {
        return new Place.Evidence(
                g.key().isEmpty() ? desk.text("campaigns.noname") : g.key(),
                g.rows().toText(),
                Audience.CUSTOMER);
    }

    private Label sum(GapGroup g) {
        Label label = new Label(
                g.addsUp()
                        ? desk.text(
                                "campaigns.addsup",
                                desk.formats().count(g.deliveries()),
                                desk.formats().count(g.gap()),
                                desk.formats().count(g.sends()))
                        : desk.text("campaigns.addsnot", difference(g)),
                new FontIcon(g.addsUp() ? "mdi2c-check-bold" : "mdi2a-alert"));
        label.setId("adds-up");
        label.getStyleClass().addAll("gap-sum", g.addsUp() ? Styles.SUCCESS : Styles.DANGER);
        return label;
    }

    private String difference(GapGroup g) {
        return desk.formats()
                .count(g.sends()
                        - g.states().values().stream()
                                .mapToLong(Long::longValue)
                                .sum());
    }

    private Label retries(RetryAccount r) {
        String tries = desk.text(
                "campaigns.retries",
                desk.formats().count(r.deliveredAtTry().get(0)),
                desk.formats().count(r.deliveredAtTry().get(1)),
                desk.formats().count(r.deliveredAtTry().get(2)));
        Label label = new Label(
                r.medianWait() == null
                        ? tries
                        : tries + " · "
                                + desk.text("campaigns.wait", desk.formats().span(r.medianWait())));
        label.setId("gap-retries");
        label.getStyleClass().addAll(Styles.TEXT_MUTED, "gap-beside");
        label.setWrapText(true);
        return label;
    }

    private Label beside(GapGroup g) {
        Label label = new Label(desk.text(
                "campaigns.beside",
                desk.formats().count(g.notSent()),
                desk.formats().count(g.orphanDeliveries()),
                desk.formats().count(g.duplicates()),
                desk.formats().count(g.testSends())));
        label.getStyleClass().addAll(Styles.TEXT_MUTED, "gap-beside");
        label.setWrapText(true);
        return label;
    }

    /** Puts the cursor on the first line. */
    void focusFirst() {
        content.getChildren().stream()
                .filter(Button.class::isInstance)
                .findFirst()
                .ifPresent(javafx.scene.Node::requestFocus);
    }
}
