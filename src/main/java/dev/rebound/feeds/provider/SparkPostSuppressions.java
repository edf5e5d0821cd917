package dev.rebound.feeds.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.feeds.FeedInfo;
import dev.rebound.feeds.RecordContext;
import dev.rebound.feeds.RecordFeed;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * SparkPost's suppression list: pages of its API, one entry a line, or CSV with the API's names as columns (its page
 * "Suppression List"). Only an entry made by the bounce rule marks the address; what people or a compliance team put on
 * the list is kept and says nothing of it.
 */
final class SparkPostSuppressions implements RecordFeed {
    private static final Set<String> TYPES = Set.of("transactional", "non_transactional");

    @Override
    public FeedInfo info() {
        return new FeedInfo(
                "sparkpost-suppressions",
                "SparkPost suppression list",
                EnumSet.of(EventKind.LISTED_INVALID, EventKind.COMPLAINT));
    }

    @Override
    public boolean recognises(Sample sample) {
        JsonNode r = sample.record();
        return switch (sample.shape()) {
            case JSON -> isEntry(r) || isEntry(r.path("results").path(0));
            case CSV -> isTable(r);
            case AVRO -> false;
        };
    }

    private static boolean isEntry(JsonNode r) {
        return r.has("recipient")
                && r.has("source")
                && (r.has("non_transactional") || TYPES.contains(String.valueOf(RecordContext.text(r, "type"))));
    }

    private static boolean isTable(JsonNode r) {
        String type = RecordContext.text(r, "type");
        boolean typed = r.has("non_transactional") || (r.has("type") && (type == null || TYPES.contains(type)));
        return r.has("recipient") && typed && (r.has("source") || r.has("description"));
    }

    @Override
    public void read(JsonNode record, RecordContext context) {
        if (record.path("results").isArray()) {
            context.each(record.path("results"), e -> entry(e, context));
        } else {
            entry(record, context);
        }
    }

    private static void entry(JsonNode entry, RecordContext context) {
        String source = RecordContext.text(entry, "source");
        if (source == null) {
            context.reject("The entry does not say why it is on the list; export the list with its column \"source\".");
            return;
        }
        EventKind kind = kind(source);
        String description = RecordContext.text(entry, "description");
        boolean bounced = kind == EventKind.LISTED_INVALID;
        context.event(kind, RecordContext.text(entry, "recipient"), time(entry, context), SparkPostEvents.SOURCE)
                .ifPresent(b -> context.accept(b.with(EventText.RAW_KIND, "suppression list")
                        .with(EventText.SOURCE_CLASS, source)
                        .with(bounced ? EventText.REPLY : EventText.DETAIL, description)
                        .with(EventText.ESP, SparkPostEvents.SOURCE)
                        .with(EventText.WORKSPACE, RecordContext.text(entry, "subaccount_id"))
                        .build()));
    }

    /** When it was put on the list; an update may be of another's making. */
    private static @Nullable Instant time(JsonNode entry, RecordContext context) {
        return context.time(entry.has("created") ? entry.get("created") : entry.get("updated"));
    }

    private static EventKind kind(String source) {
        return switch (source.toLowerCase(Locale.ROOT)) {
            case "bounce rule" -> EventKind.LISTED_INVALID;
            case "spam complaint", "fbl" -> EventKind.COMPLAINT;
            case "list unsubscribe", "unsubscribe link" -> EventKind.UNSUBSCRIBE;
            default -> EventKind.OTHER;
        };
    }
}
