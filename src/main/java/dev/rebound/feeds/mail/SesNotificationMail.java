package dev.rebound.feeds.mail;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rebound.feeds.mail.BounceMail.Kind;
import dev.rebound.feeds.mail.BounceMail.Recipient;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A notification of Amazon SES that came by mail: the topic has a mail subscription, and the notice is JSON
 * (docs.aws.amazon.com, "Amazon SNS notification contents for Amazon SES").
 */
final class SesNotificationMail {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .build();

    private SesNotificationMail() {}

    /** What it says; null when the words are no such notification. */
    static @Nullable BounceMail of(MailContent mail, String words) {
        String text = words.strip();
        JsonNode event = text.startsWith("{") ? first(text) : null;
        if (event != null && event.path("Message").isTextual()) {
            event = first(event.path("Message").asText());
        }
        if (event == null) {
            return null;
        }
        String type =
                event.path("notificationType").asText(event.path("eventType").asText(""));
        return switch (type) {
            case "Bounce" -> said(mail, event, Kind.BOUNCE, event.path("bounce"), "bouncedRecipients");
            case "Complaint" -> said(mail, event, Kind.COMPLAINT, event.path("complaint"), "complainedRecipients");
            case "Delivery" -> said(mail, event, Kind.DELIVERED, event.path("delivery"), "recipients");
            case "DeliveryDelay" -> said(mail, event, Kind.DELAY, event.path("deliveryDelay"), "delayedRecipients");
            default -> null;
        };
    }

    /** The first JSON value; what follows it is the mail's footer. */
    private static @Nullable JsonNode first(String text) {
        try (JsonParser parser = JSON.createParser(text)) {
            return parser.readValueAsTree();
        } catch (JsonProcessingException e) {
            return null;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static BounceMail said(MailContent mail, JsonNode event, Kind kind, JsonNode part, String list) {
        Instant time = StatusReport.time(part.path("timestamp").asText(null));
        List<Recipient> recipients = new ArrayList<>();
        for (JsonNode one : part.path(list)) {
            String address =
                    one.isTextual() ? one.asText() : one.path("emailAddress").asText("");
            String diagnostic =
                    one.path("diagnosticCode").asText(part.path("smtpResponse").asText(null));
            if (!address.isEmpty()) {
                recipients.add(new Recipient(
                        address,
                        null,
                        kind == Kind.DELIVERED
                                ? "delivered"
                                : one.path("action").asText(null),
                        one.path("status").asText(null),
                        diagnostic == null ? null : diagnostic.replaceFirst("^(?i)smtp;\\s*", ""),
                        part.path("remoteMtaIp").asText(null),
                        time));
            }
        }
        JsonNode headers = event.path("mail").path("commonHeaders");
        return new BounceMail(
                kind,
                StatusReport.time(mail.header("date")),
                mail.has("message-id") ? BounceMailReader.bare(mail.header("message-id")) : null,
                headers.path("messageId").isTextual()
                        ? BounceMailReader.bare(headers.path("messageId").asText())
                        : null,
                headers.path("subject").asText(null),
                null,
                recipients);
    }
}
