package dev.rebound.console.activity;

import dev.rebound.insight.ChainEvent;
import dev.rebound.insight.InvalidAddress;
import dev.rebound.insight.MessageDetails;
import dev.rebound.insight.Picture;
import dev.rebound.session.Session;
import dev.rebound.session.Why;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The message that is looked at.
 *
 * @param why the reason in words; null where nothing failed
 * @param invalid the ledger's entry of its address; null where the address is valid
 */
record Message(
        MessageDetails details, @Nullable Why why, @Nullable InvalidAddress invalid) {
    static Message of(Picture picture, int message, Session session, Locale locale) {
        MessageDetails details = picture.message(message);
        ChainEvent deciding = details.decidingEvent();
        Why why = details.row().reason() == null
                ? null
                : session.explain(deciding.rule(), locale)
                        .or(() -> session.explain(deciding.reason().code(), locale))
                        .orElse(null);
        return new Message(
                details, why, picture.invalid(details.row().address()).orElse(null));
    }
}
