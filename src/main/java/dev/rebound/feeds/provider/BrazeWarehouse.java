package dev.rebound.feeds.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.domain.EventKind;
import dev.rebound.feeds.FeedInfo;
import dev.rebound.feeds.FlatPlan;
import dev.rebound.feeds.NearMiss;
import dev.rebound.feeds.RecordContext;
import dev.rebound.feeds.RecordFeed;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * CSV of the Query Builder or of the Snowflake tables {@code USERS_MESSAGES_EMAIL_*}: columns named as in the tables, in
 * any order and case. The event type stands in a column {@code EVENT_TYPE}, or follows from the columns that only one
 * table has, or from the table's name in the path.
 */
final class BrazeWarehouse implements RecordFeed {
    private static final Pattern TABLE = Pattern.compile(
            "users_messages_email_(send|delivery|bounce|softbounce|deferral|retry|abort|open|click|markasspam|unsubscribe)");

    @Override
    public FeedInfo info() {
        return new FeedInfo(
                "braze-query-builder",
                "Braze Query Builder",
                EnumSet.of(
                        EventKind.SEND,
                        EventKind.DELIVERY,
                        EventKind.HARD_BOUNCE,
                        EventKind.SOFT_BOUNCE,
                        EventKind.DEFERRAL,
                        EventKind.DROP));
    }

    /** The warehouse has a table for each event type. */
    @Override
    public String requestName(String word) {
        return "USERS_MESSAGES_EMAIL_" + word.toUpperCase(Locale.ROOT) + "_SHARED";
    }

    @Override
    public boolean recognises(Sample sample) {
        JsonNode r = sample.record();
        return sample.shape() == Shape.CSV
                && r.has("email_address")
                && r.has("time")
                && (r.has("dispatch_id")
                        || r.has("campaign_id")
                        || r.has("campaign_api_id")
                        || r.has("bounce_reason")
                        || r.has("event_type"))
                && (type(sample) != null || r.has("bounce_reason"));
    }

    @Override
    public Optional<NearMiss> nearMiss(Sample sample) {
        if (sample.shape() != Shape.CSV) {
            return Optional.empty();
        }
        NearMiss columns = NearMiss.by(
                        info(),
                        sample.record(),
                        "email_address",
                        "time",
                        "dispatch_id|campaign_id|campaign_api_id|bounce_reason|event_type")
                .orElseThrow();
        // Without a type a row of sends and one of deliveries look alike.
        return Optional.of(
                columns.missing().isEmpty()
                        ? new NearMiss(info().name(), columns.found(), List.of("event_type"))
                        : columns);
    }

    @Override
    public void read(JsonNode record, RecordContext context) {
        String type =
                type(new Sample(context.sample().shape(), "", context.sample().path(), record));
        if (type == null) {
            context.reject("The row does not say which event it is; add a column EVENT_TYPE to the query.");
            return;
        }
        BrazeEvents.read(
                type,
                name -> name.equals("campaign_name") && record.has("campaign name")
                        ? record.get("campaign name")
                        : record.get(name),
                context);
    }

    @Override
    public FlatPlan flatPlan(Sample sample) {
        return BrazeEvents.flatPlan(sample.record().has("campaign name") ? "campaign name" : "campaign_name");
    }

    private static @Nullable String type(Sample sample) {
        JsonNode r = sample.record();
        String named = RecordContext.text(r, "event_type");
        if (named != null) {
            return BrazeEvents.word(named);
        }
        if (r.has("deferral_reason")) {
            return "Deferral";
        }
        if (r.has("is_drop")) {
            return "Bounce";
        }
        Matcher table = TABLE.matcher(sample.path().toLowerCase(java.util.Locale.ROOT));
        if (table.find()) {
            return table.group(1);
        }
        return r.has("abort_type") ? "Abort" : null;
    }
}
