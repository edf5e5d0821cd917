package dev.rebound.feeds.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rebound.feeds.FeedInfo;
import dev.rebound.feeds.NearMiss;
import dev.rebound.feeds.RecordContext;
import dev.rebound.feeds.RecordFeed;
import dev.rebound.feeds.container.StructText;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Amazon SES events as a query engine's table prints them: one column for each part of an event, whose cells hold
 * structures that are no JSON and whose names have lost their capitals. A row becomes the event it was.
 */
final class AmazonSesTable implements RecordFeed {
    private static final Map<String, String> NAMES = Stream.of(
                    "eventType",
                    "notificationType",
                    "messageId",
                    "sendingAccountId",
                    "sourceArn",
                    "commonHeaders",
                    "headersTruncated",
                    "returnPath",
                    "bounceType",
                    "bounceSubType",
                    "bouncedRecipients",
                    "emailAddress",
                    "diagnosticCode",
                    "feedbackId",
                    "reportingMTA",
                    "remoteMtaIp",
                    "complainedRecipients",
                    "complaintFeedbackType",
                    "complaintSubType",
                    "userAgent",
                    "arrivalDate",
                    "smtpResponse",
                    "processingTimeMillis",
                    "errorMessage",
                    "templateName",
                    "delayType",
                    "delayedRecipients",
                    "expirationTime",
                    "deliveryDelay",
                    "ipAddress",
                    "linkTags",
                    "contactList",
                    "renderingFailure")
            .collect(Collectors.toUnmodifiableMap(n -> n.toLowerCase(Locale.ROOT), Function.identity()));

    @Override
    public FeedInfo info() {
        return new FeedInfo(
                "amazon-ses-table",
                "Amazon SES events (Athena)",
                new AmazonSesEvents().info().answers());
    }

    @Override
    public boolean recognises(Sample sample) {
        JsonNode r = sample.record();
        return sample.shape() == Shape.CSV
                && (r.has("eventtype") || r.has("notificationtype"))
                && r.has("mail")
                && (r.has("bounce") || r.has("delivery") || r.has("complaint") || r.has("send"));
    }

    @Override
    public Optional<NearMiss> nearMiss(Sample sample) {
        return sample.shape() == Shape.CSV
                ? NearMiss.by(
                        info(), sample.record(), "eventtype|notificationtype", "mail", "bounce|delivery|complaint|send")
                : Optional.empty();
    }

    @Override
    public void read(JsonNode row, RecordContext context) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        for (var cell : row.properties()) {
            String text = cell.getValue().asText().strip();
            JsonNode struct = StructText.read(text, AmazonSesTable::name);
            String column = name(cell.getKey());
            if (struct != null) {
                event.set(column.equals("renderingFailure") ? "failure" : column, struct);
            } else if (!text.isEmpty() && !text.equals("null")) {
                event.put(column, text);
            }
        }
        if (event.path("mail").isObject()) {
            AmazonSesEvents.event(event, context);
        } else {
            context.reject("The column \"mail\" holds no structure such as {timestamp=…, messageid=…}.");
        }
    }

    private static String name(String lower) {
        return NAMES.getOrDefault(lower.toLowerCase(Locale.ROOT), lower);
    }
}
