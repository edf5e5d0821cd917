package dev.rebound.console.shell;

import dev.rebound.console.activity.ActivityModel;
import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.FilterWords;
import dev.rebound.console.kit.Place;
import dev.rebound.filter.Field;
import dev.rebound.filter.Filter;
import dev.rebound.filter.FilterParser;
import dev.rebound.filter.FilterSyntaxException;
import dev.rebound.filter.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A part of the way to where a person is, and where it leads. */
record Crumb(String name, Place place) {
    /**
     * The way to a place, widest first; the last one is the place itself.
     *
     * @param origin the view from which the person came to messages; empty where that is the log
     */
    static List<Crumb> to(Place place, Optional<Place> origin, Desk desk) {
        return switch (place) {
            case Place.Start s -> way(desk, "start.title", place);
            case Place.Settings s -> way(desk, "settings.title", place);
            case Place.Cases c -> way(desk, "cases.title", place);
            case Place.Incidents i -> way(desk, "incidents.title", place);
            case Place.Data d -> {
                List<Crumb> way = way(desk, "data.title", new Place.Data(Place.Data.Part.IMPORTS));
                String part = d.part().name().toLowerCase(Locale.ROOT);
                way.add(new Crumb(desk.text("data.tab." + part), d));
                yield way;
            }
            case Place.Invalid i -> {
                List<Crumb> way = way(desk, "invalid.title", new Place.Invalid(Place.Invalid.Tab.ALL));
                if (i.tab() != Place.Invalid.Tab.ALL) {
                    String tab = i.tab().name().toLowerCase(Locale.ROOT);
                    way.add(new Crumb(desk.text("invalid.tab." + tab, "").strip(), i));
                }
                yield way;
            }
            case Place.Campaigns c -> campaign(desk, c.campaign());
            case Place.Compare c -> {
                List<Crumb> way = way(desk, "compare.title", new Place.Compare(""));
                if (!c.campaign().isEmpty()) {
                    way.add(new Crumb(c.campaign(), c));
                }
                yield way;
            }
            case Place.Address a -> {
                List<Crumb> way = from(origin, desk);
                way.add(new Crumb(desk.address(a.address()), a));
                yield way;
            }
            case Place.Activity a -> filter(desk, origin, a);
            case Place.Message m -> {
                List<Crumb> way = filter(desk, origin, m.among());
                way.add(new Crumb(
                        desk.text(
                                "shell.crumb.message", desk.address(m.message().address())),
                        m));
                yield way;
            }
            case Place.Pin p -> List.of();
            case Place.Export e -> List.of();
            case Place.Resend r -> List.of();
            case Place.Evidence e -> List.of();
        };
    }

    private static List<Crumb> way(Desk desk, String key, Place place) {
        return new ArrayList<>(List.of(new Crumb(desk.text(key), place)));
    }

    private static List<Crumb> from(Optional<Place> origin, Desk desk) {
        return origin.map(view -> to(view, Optional.empty(), desk)).orElseGet(() -> log(desk));
    }

    private static List<Crumb> log(Desk desk) {
        return way(desk, "activity.title", new Place.Activity(ActivityModel.LATEST));
    }

    private static List<Crumb> campaign(Desk desk, String campaign) {
        List<Crumb> way = way(desk, "campaigns.title", new Place.Campaigns(""));
        if (!campaign.isEmpty()) {
            way.add(new Crumb(campaign, new Place.Campaigns(campaign)));
        }
        return way;
    }

    /** One crumb for each part of the filter; messages of one campaign are reached through it. */
    private static List<Crumb> filter(Desk desk, Optional<Place> origin, Place.Activity place) {
        List<Filter> parts = new ArrayList<>();
        try {
            Filter all = FilterParser.parse(place.filter());
            if (all instanceof Filter.And and) {
                parts.addAll(and.parts());
            } else if (!(all instanceof Filter.All)) {
                parts.add(all);
            }
        } catch (FilterSyntaxException e) {
            List<Crumb> way = from(origin, desk);
            way.add(new Crumb(desk.person(place.filter()), place));
            return way;
        }
        boolean throughCampaign = origin.isEmpty() || origin.get() instanceof Place.Campaigns;
        List<Crumb> way = from(origin, desk);
        Filter sofar = Filter.all();
        Filter campaign = null;
        for (Filter part : parts) {
            if (part instanceof Filter.Term term
                    && term.field() == Field.CAMPAIGN
                    && term.match() instanceof Match.Exact name
                    && throughCampaign
                    && campaign == null) {
                way = campaign(desk, name.value());
                sofar = part;
                campaign = part;
            }
        }
        for (Filter part : parts) {
            if (!part.equals(campaign)) {
                sofar = Filter.and(sofar, part);
                way.add(new Crumb(
                        desk.person(new FilterWords(desk.words(), desk.formats()).of(part)), Place.Activity.of(sofar)));
            }
        }
        return way;
    }
}
