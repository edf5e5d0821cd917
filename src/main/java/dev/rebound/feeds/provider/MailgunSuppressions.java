package dev.rebound.feeds.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.feeds.FeedInfo;
import dev.rebound.feeds.RecordContext;
import dev.rebound.feeds.RecordFeed;
import dev.rebound.feeds.container.Fields;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Mailgun's lists of bounces, complaints and unsubscribes: pages of the API, one entry a line, or CSV with the API's
 * names as columns (its page "Suppressions"). The columns tell the lists apart. Only hard bounces are put on the first
 * ("soft bounces and other failures are not added").
 */
final class MailgunSuppressions implements RecordFeed {
    /** All that a complaint or an unsubscribe may have. */
    private static final Set<String> FIELDS = Set.of("address", "created_at", "count", "tag", "tags");

    /** A complaint has nothing but an address and a time; the time's form is then what tells the list. */
    private static final Pattern RFC_2822 = Pattern.compile("[A-Z][a-z]{2}, \\d{1,2} [A-Z][a-z]{2} \\d{4} .+");

    @Override
    public FeedInfo info() {
        return new FeedInfo(
                "mailgun-suppressions",
                "Mailgun suppression list",
                EnumSet.of(EventKind.LISTED_INVALID, EventKind.COMPLAINT));
    }

    /** A page is told by its first entry, so an empty one is not. */
    @Override
    public boolean recognises(Sample sample) {
        JsonNode r = sample.record();
        return switch (sample.shape()) {
            case JSON -> isEntry(r) || isEntry(r.path("items").path(0));
            case CSV -> isEntry(r);
            case AVRO -> false;
        };
    }

    private static boolean isEntry(JsonNode r) {
        if (!r.has("address") || !r.has("created_at")) {
            return false;
        }
        return (r.has("code") && r.has("error")) || (hasNothingElse(r) && (hasTag(r) || isTimedLikeAList(r)));
    }

    private static boolean hasNothingElse(JsonNode r) {
        for (var names = r.fieldNames(); names.hasNext(); ) {
            if (!FIELDS.contains(names.next())) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasTag(JsonNode r) {
        return r.has("tag") || r.has("tags");
    }

    private static boolean isTimedLikeAList(JsonNode r) {
        String time = RecordContext.text(r, "created_at");
        return time != null && RFC_2822.matcher(time).matches();
    }

    @Override
    public void read(JsonNode record, RecordContext context) {
        if (record.path("items").isArray()) {
            context.each(record.path("items"), e -> entry(e, context));
        } else {
            entry(record, context);
        }
    }

    private static void entry(JsonNode entry, RecordContext context) {
        boolean bounce = entry.has("code") || entry.has("error");
        boolean unsubscribe = hasTag(entry);
        EventKind kind = bounce ? EventKind.LISTED_INVALID : unsubscribe ? EventKind.UNSUBSCRIBE : EventKind.COMPLAINT;
        String list = bounce ? "bounce list" : unsubscribe ? "unsubscribe list" : "complaint list";
        context.event(
                        kind,
                        RecordContext.text(entry, "address"),
                        context.time(entry.get("created_at")),
                        MailgunEvents.SOURCE)
                .ifPresent(b -> context.accept(b.with(EventText.RAW_KIND, list)
                        .with(EventText.REPLY, RecordContext.text(entry, "error"))
                        .smtpCode(MailgunWords.smtpCode(Fields.number(entry.get("code"), 0)))
                        .with(EventText.DETAIL, RecordContext.text(entry, entry.has("tags") ? "tags" : "tag"))
                        .with(EventText.ESP, MailgunEvents.SOURCE)
                        .build()));
    }
}
