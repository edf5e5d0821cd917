package dev.rebound.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of a user export: this address had this status.
 *
 * @param address the address as the source wrote it
 * @param status what the source says
 * @param since when the status began, if the source says so
 * @param userId the source's id of the person, if any; two users may share an address
 * @param cause the source's own word on why the status changed, if any
 * @param record where it stands
 * @param importId the import that told it; 0 before it is stored
 */
public record SubscriptionFact(
        EmailAddress address,
        SubscriptionStatus status,
        @Nullable Instant since,
        @Nullable String userId,
        @Nullable String cause,
        RawRecord record,
        long importId) {
    /** One that is not stored yet. */
    public SubscriptionFact(
            EmailAddress address,
            SubscriptionStatus status,
            @Nullable Instant since,
            @Nullable String userId,
            @Nullable String cause,
            RawRecord record) {
        this(address, status, since, userId, cause, record, 0);
    }
}
