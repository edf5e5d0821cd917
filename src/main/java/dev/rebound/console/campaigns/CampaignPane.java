package dev.rebound.console.campaigns;

import atlantafx.base.theme.Styles;
import dev.rebound.console.kit.Buttons;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Place;
import dev.rebound.console.kit.Tabs;
import dev.rebound.insight.GapBy;
import dev.rebound.insight.GapGroup;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

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
    private final Tabs<Part> tabs;
    private final GapBlock gap;
    private final CohortTable time;
    private final ProviderShares providers;
    private final RetriesPane retries;
    private final ReasonTable reasons;
    private final Button compare;
    private Part part = Part.GAP;

    CampaignPane(CampaignsModel model, Desk desk) {
        this.model = model;
        this.desk = desk;
        gap = new GapBlock(desk);
        time = new CohortTable(desk);
        providers = new ProviderShares(desk);
        retries = new RetriesPane(desk);
        reasons = new ReasonTable(desk);
        tabs = new Tabs<>(
                List.of(Part.values()),
                p -> desk.text("campaigns.part." + p.name().toLowerCase(Locale.ROOT)),
                p -> {
                    part = p;
                    show();
                });
        tabs.show(part);
        name.getStyleClass().addAll(Styles.TITLE_4);
        name.setMinWidth(0);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        compare = Buttons.of("mdi2s-scale-balance", desk.text("campaigns.compare"), this::compare);
        compare.setId("gap-compare");
        Button resend = Buttons.of("mdi2e-email-multiple-outline", desk.text("campaigns.resend"), this::resend);
        resend.setId("gap-resend");
        compare.setMinWidth(USE_PREF_SIZE);
        resend.setMinWidth(USE_PREF_SIZE);
        HBox top = new HBox(8, name, compare, resend);
        top.setAlignment(Pos.CENTER_LEFT);
        HBox row = new HBox(12, tabs);
        row.setAlignment(Pos.CENTER_LEFT);
        VBox heading = new VBox(6, top, row);
        heading.setPadding(new javafx.geometry.Insets(2, 0, 6, 0));
        setTop(heading);
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
            setCenter(new Region());
            return;
        }
        GapGroup g = account.group();
        compare.setDisable(model.byProperty().get() != GapBy.CAMPAIGN || g.key().isEmpty());
        name.setText(
                g.firstSend() == null
                        ? words(g)
                        : desk.text(
                                "campaigns.heading", words(g), desk.formats().minute(g.firstSend())));
        switch (part) {
            case GAP -> {
                gap.show(account);
                setCenter(gap);
            }
            case TIME -> {
                model.overTime(g, time::show);
                setCenter(time);
            }
            case PROVIDERS -> {
                model.providers(g, providers::show);
                setCenter(providers);
            }
            case RETRIES -> {
                model.retries(account, retries::show);
                setCenter(retries);
            }
            case REASONS -> {
                model.reasons(g, reasons::show);
                setCenter(reasons);
            }
        }
    }

    /** Puts the cursor on the first number of the gap. */
    void focusFirst() {
        part = Part.GAP;
        tabs.show(part);
        show();
        gap.focusFirst();
    }
}
