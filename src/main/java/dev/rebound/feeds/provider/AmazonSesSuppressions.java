package dev.rebound.feeds.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.feeds.FeedInfo;
import dev.rebound.feeds.RecordContext;
import dev.rebound.feeds.RecordFeed;
import java.util.EnumSet;

/** The account's suppression list: bounces mark the address, complaints do not. One object a page or one an address. */
final class AmazonSesSuppressions implements RecordFeed {
    @Override
    public FeedInfo info() {
        return new FeedInfo(
                "amazon-ses-suppressions",
                "Amazon SES suppression list",
                EnumSet.of(EventKind.LISTED_INVALID, EventKind.COMPLAINT));
    }

    @Override
    public boolean recognises(Sample sample) {
        JsonNode r = sample.record();
        return sample.shape() == Shape.JSON
                && (r.path("SuppressedDestinationSummaries").isArray()
                        || (r.has("EmailAddress") && r.has("Reason") && r.has("LastUpdateTime")));
    }

    @Override
    public void read(JsonNode record, RecordContext context) {
        context.nothing();
        JsonNode list = record.get("SuppressedDestinationSummaries");
        if (list == null) {
            entry(record, context);
        } else {
            list.forEach(e -> entry(e, context));
        }
    }

    private static void entry(JsonNode entry, RecordContext context) {
        boolean bounce = "BOUNCE".equals(RecordContext.text(entry, "Reason"));
        String address = RecordContext.text(entry, "EmailAddress");
        context.event(
                        bounce ? EventKind.LISTED_INVALID : EventKind.COMPLAINT,
                        address,
                        context.time(entry.get("LastUpdateTime")),
                        AmazonSesEvents.SOURCE)
                .ifPresent(b -> context.accept(b.with(EventText.RAW_KIND, "suppression list")
                        .with(EventText.ESP, AmazonSesEvents.SOURCE)
                        .build()));
    }
}
