package dev.rebound.feeds.provider;

import org.jspecify.annotations.Nullable;

/** The sender as exports write it: a bare address, or a name before one in angle brackets (RFC 5322 section 3.4). */
final class FromHeader {
    private FromHeader() {}

    /** The domain of the sender's address; null when the text holds no address. */
    static @Nullable String domain(@Nullable String from) {
        return from == null || from.indexOf('@') < 0
                ? null
                : from.substring(from.lastIndexOf('@') + 1).replace(">", "");
    }
}
