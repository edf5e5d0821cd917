package dev.rebound.feeds.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.domain.SubscriptionStatus;
import dev.rebound.feeds.FeedInfo;
import dev.rebound.feeds.NearMiss;
import dev.rebound.feeds.RecordContext;
import dev.rebound.feeds.RecordFeed;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * User exports: segment CSV (status follows from its two times) and {@code /users/export} JSON ({@code email_subscribe}).
 * They say what a person agreed to and nothing about deliveries.
 */
final class BrazeUsers implements RecordFeed {
    @Override
    public FeedInfo info() {
        return new FeedInfo("braze-users", "Braze users", Set.of());
    }

    @Override
    public boolean recognises(Sample sample) {
        JsonNode r = sample.record();
        return switch (sample.shape()) {
            case CSV -> r.has("email") && r.has("unsubscribed_from_emails_at");
            case JSON -> r.has("email_subscribe") || (r.has("braze_id") && r.has("email"));
            case AVRO -> false;
        };
    }

    @Override
    public Optional<NearMiss> nearMiss(Sample sample) {
        return switch (sample.shape()) {
            case CSV ->
                NearMiss.by(
                        info(),
                        sample.record(),
                        "email",
                        "user_id|external_id|braze_id",
                        "unsubscribed_from_emails_at");
            case JSON -> NearMiss.by(info(), sample.record(), "email", "external_id|braze_id", "email_subscribe");
            case AVRO -> Optional.empty();
        };
    }

    @Override
    public void read(JsonNode record, RecordContext context) {
        String address = RecordContext.text(record, "email");
        if (address == null) {
            // People without an e-mail address are in these exports too.
            context.nothing();
            return;
        }
        String user = RecordContext.text(record, record.has("user_id") ? "user_id" : "external_id");
        if (context.sample().shape() == Shape.JSON) {
            SubscriptionStatus status = BrazeEvents.status(RecordContext.text(record, "email_subscribe"));
            context.subscription(address, status == null ? SubscriptionStatus.SUBSCRIBED : status, null, user, null);
            return;
        }
        Instant left = context.time(record.get("unsubscribed_from_emails_at"));
        Instant optedIn = context.time(record.get("opted_in_to_emails_at"));
        if (left != null && (optedIn == null || left.isAfter(optedIn))) {
            context.subscription(address, SubscriptionStatus.UNSUBSCRIBED, left, user, null);
        } else if (optedIn != null) {
            context.subscription(address, SubscriptionStatus.OPTED_IN, optedIn, user, null);
        } else {
            context.subscription(address, SubscriptionStatus.SUBSCRIBED, null, user, null);
        }
    }
}
