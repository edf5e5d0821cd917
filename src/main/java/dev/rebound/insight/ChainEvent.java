package dev.rebound.insight;

import dev.rebound.domain.BounceClass;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event in the life of a message.
 *
 * @param rule the id of the rule that decided, {@code none} where nothing had to be decided
 * @param matched the words it decided by
 * @param machine the source's words for that no person opened or clicked; null where it does not say so
 * @param importId with {@code rawIndex} the raw record
 */
public record ChainEvent(
        Instant time,
        EventKind kind,
        String source,
        @Nullable String rawKind,
        @Nullable String reply,
        int smtpCode,
        @Nullable String enhancedCode,
        Reason reason,
        BounceClass bounceClass,
        String rule,
        String matched,
        @Nullable String detail,
        @Nullable String machine,
        String file,
        long importId,
        int rawIndex) {
    /** Whether there was a failure to judge: of a send or a delivery "undetermined" is no finding. */
    public boolean isJudged() {
        return reason != Reason.UNDETERMINED || kind.isFailure() || kind == EventKind.DEFERRAL;
    }
}
