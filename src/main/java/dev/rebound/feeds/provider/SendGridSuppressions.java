package dev.rebound.feeds.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.domain.EventKind;
import dev.rebound.domain.EventText;
import dev.rebound.feeds.FeedInfo;
import dev.rebound.feeds.NearMiss;
import dev.rebound.feeds.RecordContext;
import dev.rebound.feeds.RecordFeed;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * SendGrid's suppression lists, CSV or JSON. Bounces, blocks and invalid addresses have the same columns and opposite
 * meanings: a blocked address is fine and will be tried again. Which list it is stands in the file's name only; where it
 * does not, nothing of the file is believed to be a bounce. Spam reports carry an IP address in place of a reason.
 */
final class SendGridSuppressions implements RecordFeed {
    private static final Set<String> FIELDS = Set.of("created", "email", "reason", "status", "ip");
    /** Behind the name of a column whose name stood there before. */
    private static final Pattern SECOND = Pattern.compile("#\\d+$");

    @Override
    public FeedInfo info() {
        return new FeedInfo(
                "sendgrid-suppressions",
                "SendGrid suppression list",
                EnumSet.of(EventKind.LISTED_INVALID, EventKind.BLOCK, EventKind.COMPLAINT));
    }

    @Override
    public boolean recognises(Sample sample) {
        JsonNode r = sample.record();
        return sample.shape() != Shape.AVRO
                && beyond(r).isEmpty()
                && r.has("created")
                && r.has("email")
                && (r.has("reason") || r.has("ip"));
    }

    /** The columns that no such list has; one that is there twice is no other. */
    private static List<String> beyond(JsonNode record) {
        List<String> names = new ArrayList<>();
        record.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(SECOND.matcher(name).replaceFirst(""))) {
                names.add(name);
            }
        });
        return names;
    }

    @Override
    public Optional<NearMiss> nearMiss(Sample sample) {
        return sample.shape() == Shape.AVRO
                ? Optional.empty()
                : NearMiss.by(info(), sample.record(), "created", "email", "reason|ip")
                        .map(miss -> miss.with(beyond(sample.record())));
    }

    @Override
    public void read(JsonNode record, RecordContext context) {
        if (!record.has("reason")) {
            event(EventKind.COMPLAINT, "spam report list", record, context);
            return;
        }
        String name = context.sample().path().toLowerCase(Locale.ROOT);
        name = name.substring(name.lastIndexOf('/') + 1);
        EventKind kind = name.contains("block")
                ? EventKind.BLOCK
                : name.contains("bounce") || name.contains("invalid") ? EventKind.LISTED_INVALID : EventKind.OTHER;
        if (kind == EventKind.OTHER) {
            context.reject(
                    "Bounces and blocks have the same columns. Name the file after its list (bounces, blocks, invalid).");
            return;
        }
        event(kind, kind == EventKind.BLOCK ? "block list" : "bounce list", record, context);
    }

    private static void event(EventKind kind, String list, JsonNode record, RecordContext context) {
        String status = RecordContext.text(record, "status");
        context.event(
                        kind,
                        RecordContext.text(record, "email"),
                        context.time(record.get("created")),
                        SendGridWebhook.SOURCE)
                .ifPresent(b -> context.accept(b.with(EventText.REPLY, RecordContext.text(record, "reason"))
                        .smtpCode(SendGridWebhook.smtpCode(status))
                        .with(EventText.ENHANCED_CODE, SendGridWebhook.enhanced(status))
                        .with(EventText.RAW_KIND, list)
                        .with(EventText.ESP, SendGridWebhook.SOURCE)
                        .build()));
    }
}
