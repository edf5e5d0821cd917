package dev.rebound.feeds.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.feeds.FeedInfo;
import dev.rebound.feeds.RecordContext;
import dev.rebound.feeds.RecordFeed;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Settings of reading that colleagues share as a file: {@code {"rebound": "settings", "retryWindow": {"ESP": "PT12H"},
 * "providers": {"domain": "Provider"}, "replies": {"pattern": "soft mailbox_full"}}}.
 */
final class ReboundSettings implements RecordFeed {
    private static final Pattern VERDICT = Pattern.compile("(hard|soft|block|undetermined) [a-z_]+");

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
        record.path("replies").properties().forEach(e -> {
            if (VERDICT.matcher(e.getValue().asText()).matches()) {
                context.setting("reply." + e.getKey(), e.getValue().asText());
            } else {
                context.reject(
                        "The verdict on \"" + e.getKey() + "\" is no class and reason such as soft mailbox_full.");
            }
        });
        context.nothing();
    }
}
