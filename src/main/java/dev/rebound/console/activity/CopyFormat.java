package dev.rebound.console.activity;

import java.util.Locale;

/** As what rows leave the list for the clipboard. */
enum CopyFormat {
    CELL,
    TEXT,
    CSV,
    JSON,
    MARKDOWN,
    ADDRESSES,
    TICKET;

    /** Part of the key of its text. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
