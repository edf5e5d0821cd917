package dev.rebound.insight;

import dev.rebound.domain.EventKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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

    /**
     * The first click, else the first opening that a file tells of, one that no machine did before one that a machine did;
     * null where none is told.
     */
    public @Nullable ChainEvent firstReading() {
        return first(EventKind.CLICK, false)
                .or(() -> first(EventKind.OPEN, false))
                .or(() -> first(EventKind.CLICK, true))
                .or(() -> first(EventKind.OPEN, true))
                .orElse(null);
    }

    private Optional<ChainEvent> first(EventKind kind, boolean byMachine) {
        return chain.stream()
                .filter(e -> e.kind() == kind && (e.machine() != null) == byMachine)
                .findFirst();
    }

    /** The event that decided. */
    public ChainEvent decidingEvent() {
        return chain.get(deciding);
    }
}
