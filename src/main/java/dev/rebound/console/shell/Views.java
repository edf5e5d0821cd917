package dev.rebound.console.shell;

import dev.rebound.console.activity.ActivityModel;
import dev.rebound.console.activity.ActivityView;
import dev.rebound.console.address.AddressModel;
import dev.rebound.console.address.AddressView;
import dev.rebound.console.campaigns.CampaignsModel;
import dev.rebound.console.campaigns.CampaignsView;
import dev.rebound.console.cases.CasesModel;
import dev.rebound.console.cases.CasesView;
import dev.rebound.console.compare.CompareModel;
import dev.rebound.console.compare.CompareView;
import dev.rebound.console.data.DataView;
import dev.rebound.console.imports.ImportsModel;
import dev.rebound.console.imports.ImportsView;
import dev.rebound.console.incidents.IncidentsModel;
import dev.rebound.console.incidents.IncidentsView;
import dev.rebound.console.invalid.InvalidModel;
import dev.rebound.console.invalid.InvalidView;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Place;
import dev.rebound.console.message.MessageModel;
import dev.rebound.console.message.MessageView;
import dev.rebound.console.settings.SettingsView;
import dev.rebound.console.start.StartModel;
import dev.rebound.console.start.StartView;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;

/** Every view of the window, made once, and which of them stands at a place. */
final class Views {
    /** A view at a place, and where its cursor goes. */
    record Staged(Node view, Runnable focus) {}

    private final ActivityModel activity;
    private final InvalidModel invalid;
    private final CampaignsModel campaigns;
    private final ImportsModel imports;
    private final CompareModel compare;
    private final MessageModel message;
    private final AddressModel address;
    private final StartView startView;
    private final SettingsView settingsView;
    private final CasesModel cases;
    private final CasesView casesView;
    private final ActivityView activityView;
    private final InvalidView invalidView;
    private final CampaignsView campaignsView;
    private final IncidentsView incidentsView;
    private final CompareView compareView;
    private final DataView dataView;
    private final ImportsView importsView;
    private final MessageView messageView;
    private final AddressView addressView;

    Views(Desk desk, Consumer<List<Path>> importFiles, ProgramActs acts, Runnable chooseZone) {
        // Questions are answered in the order in which they are asked: the first page is looked at first.
        StartModel start = new StartModel(desk);
        activity = new ActivityModel(desk);
        invalid = new InvalidModel(desk);
        campaigns = new CampaignsModel(desk);
        imports = new ImportsModel(desk);
        compare = new CompareModel(desk);
        message = new MessageModel(desk);
        address = new AddressModel(desk);
        cases = new CasesModel(desk);
        casesView = new CasesView(cases, desk);
        settingsView = new SettingsView(desk, acts, chooseZone);
        startView = new StartView(start, desk, importFiles, acts::openSample);
        activityView = new ActivityView(activity, desk);
        invalidView = new InvalidView(invalid, desk);
        campaignsView = new CampaignsView(campaigns, desk);
        compareView = new CompareView(compare, desk);
        importsView = new ImportsView(imports, desk);
        dataView = new DataView(desk, importsView, acts::replaced, acts.places(), acts.keyStore());
        incidentsView = new IncidentsView(new IncidentsModel(desk), desk);
        messageView = new MessageView(message, desk);
        addressView = new AddressView(address, desk);
    }

    /** The view of a place, showing it. Places over the views, such as sheets, have none. */
    Staged at(Place place) {
        return switch (place) {
            case Place.Start s -> new Staged(startView, () -> {});
            case Place.Cases c -> {
                cases.want(c.id());
                yield new Staged(casesView, casesView::begun);
            }
            case Place.Settings s -> new Staged(settingsView, settingsView::focusFirst);
            case Place.Data d -> {
                dataView.show(d.part());
                boolean imports = d.part() == Place.Data.Part.IMPORTS && !dataView.isWalked();
                yield new Staged(dataView, imports ? importsView::focusFirst : dataView::takeFocus);
            }
            case Place.Compare c -> {
                compare.want(c.campaign());
                yield new Staged(compareView, compareView::focusFirst);
            }
            case Place.Activity a -> {
                activity.show(a);
                yield new Staged(activityView, activityView::focusList);
            }
            case Place.Message m -> {
                message.show(m);
                yield new Staged(messageView, messageView::focusTimeline);
            }
            case Place.Address a -> {
                address.show(a.address());
                yield new Staged(addressView, addressView::focusList);
            }
            case Place.Campaigns c -> {
                campaigns.want(c.campaign());
                yield new Staged(campaignsView, campaignsView::focusList);
            }
            case Place.Incidents i -> new Staged(incidentsView, incidentsView::focusList);
            case Place.Invalid i -> {
                invalid.tabProperty().set(i.tab());
                yield new Staged(invalidView, invalidView::focusList);
            }
            case Place.Pin p -> throw new IllegalArgumentException("a sheet stands over the views");
            case Place.Export e -> throw new IllegalArgumentException("a sheet stands over the views");
            case Place.Resend r -> throw new IllegalArgumentException("a sheet stands over the views");
            case Place.Evidence e -> throw new IllegalArgumentException("a sheet stands over the views");
        };
    }

    ActivityModel activity() {
        return activity;
    }

    ActivityView activityView() {
        return activityView;
    }

    InvalidView invalidView() {
        return invalidView;
    }

    CasesModel cases() {
        return cases;
    }

    ImportsModel imports() {
        return imports;
    }
}
