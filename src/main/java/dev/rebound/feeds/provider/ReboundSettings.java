package dev.rebound.feeds.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.feeds.FeedInfo;
import dev.rebound.feeds.RecordContext;
import dev.rebound.feeds.RecordFeed;
import java.util.Set;

/**
 * Settings of reading that colleagues share as a file: {@code {"rebound": "settings", "retryWindow": {"ESP": "PT12H"},
 * "providers": {"domain": "Provider"}}}.
 */
final class ReboundSettings implements RecordFeed {
    @Override
    public FeedInfo info() {
        return new FeedInfo("rebound-settings", "Rebound settings", Set.of());
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.shape() == Shape.JSON && "settings".equals(RecordContext.text(sample.record(), "rebound"));
    }

    @Override
    public void read(JsonNode record, RecordContext context) {
        record.path("retryWindow").properties().forEach(e -> {
            try {
                java.time.Duration.parse(e.getValue().asText());
                context.setting("retry-window." + e.getKey(), e.getValue().asText());
            } catch (java.time.format.DateTimeParseException bad) {
                context.reject("The retry window of " + e.getKey() + " is no duration such as PT12H.");
            }
        });
        record.path("providers")
                .properties()
                .forEach(e ->
                        context.setting("provider." + e.getKey(), e.getValue().asText()));
        context.nothing();
    }
}
