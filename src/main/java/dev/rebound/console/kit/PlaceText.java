package dev.rebound.console.kit;

import java.util.Optional;

/** Places as texts, to be found again at the next start. Places that depend on what is loaded are not kept. */
public final class PlaceText {
    private PlaceText() {}

    /** The text of a place; empty for one that is not kept. */
    public static Optional<String> of(Place place) {
        return Optional.ofNullable(
                switch (place) {
                    case Place.Start s -> "start:";
                    case Place.Settings s -> "settings:";
                    case Place.Cases c -> "cases:" + c.id();
                    case Place.Data d -> "data:" + d.part().name();
                    case Place.Compare c -> "compare:" + c.campaign();
                    case Place.Activity a -> "activity:" + a.filter();
                    case Place.Campaigns c -> "campaigns:" + c.campaign();
                    case Place.Incidents i -> "incidents:";
                    case Place.Invalid i -> "invalid:" + i.tab().name();
                    // What is one row's, or a sheet over a view, is not come back to.
                    case Place.Message m -> null;
                    case Place.Address a -> null;
                    case Place.Evidence e -> null;
                    case Place.Export e -> null;
                    case Place.Pin p -> null;
                    case Place.Resend r -> null;
                });
    }

    /** The place of a text; empty for a text that says none. */
    public static Optional<Place> read(String text) {
        int colon = text.indexOf(':');
        String rest = text.substring(colon + 1);
        try {
            return Optional.ofNullable(
                    switch (colon < 0 ? "" : text.substring(0, colon)) {
                        case "start" -> new Place.Start();
                        case "settings" -> new Place.Settings();
                        case "cases" -> new Place.Cases(rest);
                        case "data" -> new Place.Data(Place.Data.Part.valueOf(rest));
                        case "compare" -> new Place.Compare(rest);
                        case "activity" -> new Place.Activity(rest);
                        case "campaigns" -> new Place.Campaigns(rest);
                        case "incidents" -> new Place.Incidents();
                        case "invalid" -> new Place.Invalid(Place.Invalid.Tab.valueOf(rest));
                        default -> null;
                    });
        } catch (IllegalArgumentException e) {
            // A tab of another version.
            return Optional.empty();
        }
    }
}
