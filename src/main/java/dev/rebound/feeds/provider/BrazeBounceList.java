package dev.rebound.feeds.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.domain.SubscriptionStatus;
import dev.rebound.feeds.FeedInfo;
import dev.rebound.feeds.NearMiss;
import dev.rebound.feeds.RecordContext;
import dev.rebound.feeds.RecordFeed;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * Answers of {@code /email/hard_bounces} (addresses the platform marked invalid, without reason or message) and of
 * {@code /email/unsubscribes} (a subscription status, nothing else). Each saved page is one object.
 */
final class BrazeBounceList implements RecordFeed {
    @Override
    public FeedInfo info() {
        return new FeedInfo("braze-bounce-list", "Braze bounce list", EnumSet.of(EventKind.LISTED_INVALID));
    }

    @Override
    public boolean recognises(Sample sample) {
        JsonNode emails = sample.record().get("emails");
        return sample.shape() == Shape.JSON
                && emails != null
                && emails.isArray()
                && (emails.isEmpty()
                        || emails.get(0).has("hard_bounced_at")
                        || emails.get(0).has("unsubscribed_at"));
    }

    @Override
    public Optional<NearMiss> nearMiss(Sample sample) {
        JsonNode first = sample.record().path("emails").path(0);
        return sample.shape() == Shape.JSON && first.has("email")
                ? Optional.of(new NearMiss(info().name(), List.of("emails", "email"), List.of("hard_bounced_at")))
                : Optional.empty();
    }

    @Override
    public void read(JsonNode record, RecordContext context) {
        context.each(record.path("emails"), entry -> {
            String address = RecordContext.text(entry, "email");
            if (entry.has("hard_bounced_at")) {
                Instant time = context.time(entry.get("hard_bounced_at"));
                context.event(EventKind.LISTED_INVALID, address, time, BrazeEvents.SOURCE)
                        .ifPresent(b -> context.accept(b.eventId("hard-bounced " + address + " " + time)
                                .with(EventText.RAW_KIND, "hard_bounced_at")
                                .build()));
            } else if (!entry.has("unsubscribed_at")) {
                context.reject("An entry with neither hard_bounced_at nor unsubscribed_at.");
            } else if (address != null) {
                context.subscription(
                        address,
                        SubscriptionStatus.UNSUBSCRIBED,
                        context.time(entry.get("unsubscribed_at")),
                        null,
                        null);
            } else {
                context.reject("An entry without an address.");
            }
        });
    }
}
