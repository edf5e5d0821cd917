package dev.rebound.console.help;

import dev.rebound.console.kit.Place;
import java.util.Locale;

/** The pages, in the order in which they are read. */
public enum HelpPage {
    BEGIN,
    IMPORT,
    LOG,
    FILTER,
    MESSAGE,
    ADDRESS,
    GAP,
    INVALID,
    INCIDENTS,
    COMPARE,
    EVIDENCE,
    CASES,
    DATA,
    SETTINGS,
    /** Made from the list of keys, not from a file. */
    KEYS,
    TROUBLE;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The page that helps where a person is. */
    public static HelpPage at(Place place) {
        return switch (place) {
            case Place.Start s -> BEGIN;
            case Place.Data d -> d.part() == Place.Data.Part.IMPORTS ? IMPORT : DATA;
            case Place.Activity a -> LOG;
            case Place.Message m -> MESSAGE;
            case Place.Address a -> ADDRESS;
            case Place.Campaigns c -> GAP;
            case Place.Invalid i -> INVALID;
            case Place.Incidents i -> INCIDENTS;
            case Place.Resend r -> INCIDENTS;
            case Place.Compare c -> COMPARE;
            case Place.Evidence e -> EVIDENCE;
            case Place.Export e -> EVIDENCE;
            case Place.Cases c -> CASES;
            case Place.Pin p -> CASES;
            case Place.Settings s -> SETTINGS;
        };
    }
}
