package dev.rebound.console.campaigns;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.Buttons;
import dev.rebound.console.kit.ChartFrame;
import dev.rebound.console.kit.ChartPane;
import dev.rebound.console.kit.CountSentence;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.Tabs;
import dev.rebound.console.kit.WrappingLine;
import dev.rebound.evidence.Audience;
import dev.rebound.insight.GapBy;
import dev.rebound.insight.GapGroup;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** One campaign (or provider, day, …): its gap, its course over time, its providers, retries and reasons. */
final class CampaignPane extends BorderPane {
    /** What is looked at. */
    enum Part {
        GAP,
        TIME,
        PROVIDERS,
        RETRIES,
        REASONS
    }

    private final CampaignsModel model;
    private final Desk desk;
    private final Label name = new Label();
    private static final double LEAST_NAME = 200;

    private final CountSentence sum;
    private final Tabs<Part> tabs;
    private final GapBlock gap;
    private final CohortTable time;
    private final ProviderShares providers;
    private final CampaignCharts charts;
    private final ChartFrame gapViews;
    private final ChartPane waterfall;
    private final ChartFrame providerViews;
    private final HBox gapChoices;
    private final HBox providerChoices;
    private final ChartPane providerChart;
    private final RetriesPane retries;
    private final ReasonTable reasons;
    private final Button compare;
    /** Stands between heading and foot from the beginning, so that Tab goes through it between them. */
    private final StackPane body = new StackPane();

    private Part part = Part.GAP;

    CampaignPane(CampaignsModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
        sum = new CountSentence(desk);
        gap = new GapBlock(desk);
        time = new CohortTable(desk);
        providers = new ProviderShares(desk);
        retries = new RetriesPane(desk);
        reasons = new ReasonTable(desk);
        charts = new CampaignCharts(desk);
        gapViews = new ChartFrame(desk, "gap-view");
        gapViews.add("lines", "mdi2f-format-list-numbered", desk.text("chart.lines"), gap);
        waterfall = gapViews.chart("waterfall", "mdi2c-chart-waterfall", desk.text("chart.waterfall"));
        providerViews = new ChartFrame(desk, "providers");
        providerViews.add("table", "mdi2t-table", desk.text("chart.table"), providers);
        providerChart = providerViews.chart("chart", "mdi2c-chart-bar", desk.text("chart.chart"));
        tabs = new Tabs<>(
                List.of(Part.values()),
                p -> desk.text("campaigns.part." + p.name().toLowerCase(Locale.ROOT)),
                p -> {
                    part = p;
                    show();
                });
        tabs.show(part);
        name.getStyleClass().addAll(Styles.TITLE_4);
        name.setWrapText(true);
        name.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        name.setMinWidth(LEAST_NAME);
        compare = Buttons.of("mdi2s-scale-balance", desk.text("campaigns.compare"), this::compare);
        compare.setId("gap-compare");
        Button resend = Buttons.of("mdi2e-email-multiple-outline", desk.text("campaigns.resend"), this::resend);
        resend.setId("gap-resend");
        Button evidence = Buttons.of("mdi2f-file-certificate-outline", desk.text("evidence.open"), this::makeEvidence);
        evidence.setId("gap-evidence");
        evidence.setMinWidth(USE_PREF_SIZE);
        compare.setMinWidth(USE_PREF_SIZE);
        resend.setMinWidth(USE_PREF_SIZE);
        gapChoices = gapViews.buttonsElsewhere();
        providerChoices = providerViews.buttonsElsewhere();
        for (HBox choices : new HBox[] {gapChoices, providerChoices}) {
            choices.managedProperty().bind(choices.visibleProperty());
            choices.setMinWidth(USE_PREF_SIZE);
        }
        WrappingLine top = new WrappingLine(12, name, gapChoices, providerChoices, tabs);
        top.setPadding(new Insets(4, 0, 6, 0));
        setTop(top);
        setCenter(body);
        sum.setId("adds-up");
        sum.setMinWidth(USE_PREF_SIZE);
        WrappingLine foot = new WrappingLine(8, sum, WrappingLine.spring(), compare, evidence, resend);
        foot.setPadding(new Insets(6, 0, 0, 6));
        setBottom(foot);
        setId("campaign");
        model.accountProperty().addListener((o, before, now) -> show());
    }

    private @Nullable GapGroup group() {
        CampaignsModel.Account account = model.accountProperty().get();
        return account == null ? null : account.group();
    }

    private void compare() {
        GapGroup g = group();
        if (g != null) {
            desk.navigator().go(new Place.Compare(g.key()));
        }
    }

    private void makeEvidence() {
        GapGroup g = group();
        if (g != null) {
            desk.navigator().go(evidence(g));
        }
    }

    /** A pack about the sends of a group, for the customer who asks. */
    Place.Evidence evidence(GapGroup g) {
        return new Place.Evidence(words(g), g.rows(), Audience.CUSTOMER);
    }

    private void resend() {
        GapGroup g = group();
        if (g != null) {
            desk.navigator().go(new Place.Resend(words(g), GapBlock.missing(g)));
        }
    }

    private String words(GapGroup g) {
        return g.key().isEmpty() ? desk.text("campaigns.noname") : g.key();
    }

    private void show() {
        CampaignsModel.Account account = model.accountProperty().get();
        if (account == null) {
            name.setText("");
            sum.clear();
            body(new Region());
            return;
        }
        GapGroup g = account.group();
        gapChoices.setVisible(part == Part.GAP);
        providerChoices.setVisible(part == Part.PROVIDERS);
        sum(g);
        compare.setDisable(model.byProperty().get() != GapBy.CAMPAIGN || g.key().isEmpty());
        name.setText(
                g.firstSend() == null
                        ? words(g)
                        : desk.text(
                                "campaigns.heading", words(g), desk.formats().minute(g.firstSend())));
        switch (part) {
            case GAP -> {
                gap.show(account);
                waterfall.show(charts.waterfall(g));
                body(gapViews);
            }
            case TIME -> {
                model.overTime(g, time::show);
                body(time);
            }
            case PROVIDERS -> {
                model.providers(g, lines -> {
                    providers.show(lines);
                    providerChart.show(charts.providers(g, lines));
                });
                body(providerViews);
            }
            case RETRIES -> {
                model.retries(account, retries::show);
                body(retries);
            }
            case REASONS -> {
                model.reasons(g, reasons::show);
                body(reasons);
            }
        }
    }

    private void body(Node part) {
        body.getChildren().setAll(part);
    }

    private void sum(GapGroup g) {
        sum.show(
                g.addsUp()
                        ? desk.text(
                                "campaigns.addsup",
                                desk.formats().count(g.deliveries()),
                                desk.formats().count(g.gap()),
                                desk.formats().count(g.sends()))
                        : desk.text("campaigns.addsnot", difference(g)),
                Place.Activity.of(GapBlock.delivered(g)),
                Place.Activity.of(GapBlock.missing(g)),
                Place.Activity.of(g.rows()));
        FontIcon sign = new FontIcon(g.addsUp() ? "mdi2c-check-bold" : "mdi2a-alert");
        sign.getStyleClass().add(g.addsUp() ? "good" : "bad");
        sum.getChildren().addFirst(sign);
        sum.getStyleClass().setAll("count-sentence", "gap-sum", g.addsUp() ? Styles.SUCCESS : Styles.DANGER);
    }

    private static long difference(GapGroup g) {
        return g.sends()
                - g.states().values().stream().mapToLong(Long::longValue).sum();
    }

    /** Puts the cursor on the first number of the gap. */
    void focusFirst() {
        part = Part.GAP;
        tabs.show(part);
        show();
        gap.focusFirst();
    }
}
