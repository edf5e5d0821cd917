package dev.rebound.insight;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything known of one message.
 *
 * @param sentAt when it was handed over; null when its send is in no file
 * @param deliveredAt when it was accepted; null when it was not
 * @param openUntil when the retry window ends; null without a send
 * @param chain all its events in order, both sides of a joined message
 * @param deciding index in the chain of the event that decided
 */
public record MessageDetails(
        MessageRow row,
        MessageKind kind,
        @Nullable Instant sentAt,
        @Nullable Instant deliveredAt,
        @Nullable Instant openUntil,
        List<ChainEvent> chain,
        int deciding) {
    public MessageDetails {
        chain = List.copyOf(chain);
    }

    /** The event that decided. */
    public ChainEvent decidingEvent() {
        return chain.get(deciding);
    }
}
