package dev.rebound.sample;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rebound.sample.SampleMail.Step;
import dev.rebound.sample.SampleMail.StepKind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Writes the event publishing stream of the other sending service: one JSON object a line, gzipped. */
final class SampleSes {
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Line(Instant time, ObjectNode json) {}

    private SampleSes() {}

    static void write(SampleTraffic traffic, Path file) throws IOException {
        List<Line> lines = new ArrayList<>();
        for (SampleMail mail : traffic.mails) {
            if (mail.viaSes) {
                add(lines, mail);
            }
        }
        lines.sort(Comparator.comparing(Line::time));
        Files.createDirectories(file.getParent());
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            for (Line line : lines) {
                out.write(JSON.writeValueAsBytes(line.json()));
                out.write("\n".getBytes(StandardCharsets.US_ASCII));
            }
        }
    }

    private static void add(List<Line> lines, SampleMail mail) {
        ObjectNode send = event(mail, "Send");
        send.putObject("send");
        lines.add(new Line(mail.acceptedAt(), send));
        int n = 0;
        for (Step step : mail.steps) {
            lines.add(new Line(step.time(), step(mail, step, n++)));
        }
    }

    private static ObjectNode step(SampleMail mail, Step step, int n) {
        return switch (step.kind()) {
            case DELIVERED -> delivery(mail, step);
            case DEFERRED -> delay(mail, step);
            case SOFT, BLOCKED, RETURNED -> bounce(mail, step, n, "Transient", subType(step.reply()));
            case HARD -> bounce(mail, step, n, "Permanent", "NoEmail");
            case BLOCKED_FILED_AS_HARD -> bounce(mail, step, n, "Permanent", "General");
            case DROPPED -> bounce(mail, step, n, "Permanent", "OnAccountSuppressionList");
            case OPENED -> open(mail, step);
        };
    }

    private static String subType(String reply) {
        return reply.contains("quota") ? "MailboxFull" : reply.contains("Message size") ? "MessageTooLarge" : "General";
    }

    private static ObjectNode event(SampleMail mail, String type) {
        ObjectNode event = JSON.createObjectNode();
        event.put("eventType", type);
        ObjectNode m = event.putObject("mail");
        m.put("timestamp", mail.acceptedAt().toString());
        m.put("source", "hello@" + mail.senderDomain());
        m.put("messageId", mail.espMessageId());
        m.putArray("destination").add(mail.address);
        m.putObject("commonHeaders").put("subject", mail.subject);
        ObjectNode tags = m.putObject("tags");
        tags.putArray("ses:configuration-set").add(mail.pool);
        tags.putArray("ses:outgoing-ip").add(mail.sendingIp());
        tags.putArray("campaign").add(mail.campaign.title);
        return event;
    }

    private static ObjectNode delivery(SampleMail mail, Step step) {
        ObjectNode event = event(mail, "Delivery");
        ObjectNode delivery = event.putObject("delivery");
        delivery.put("timestamp", step.time().toString());
        delivery.put("processingTimeMillis", 1_000);
        delivery.putArray("recipients").add(mail.address);
        delivery.put("smtpResponse", step.reply());
        return event;
    }

    private static ObjectNode delay(SampleMail mail, Step step) {
        ObjectNode event = event(mail, "DeliveryDelay");
        ObjectNode delay = event.putObject("deliveryDelay");
        delay.put("timestamp", step.time().toString());
        delay.put("delayType", step.reply().contains("full") ? "MailboxFull" : "TransientCommunicationFailure");
        recipient(delay.putArray("delayedRecipients").addObject(), mail, step);
        return event;
    }

    private static ObjectNode bounce(SampleMail mail, Step step, int n, String type, String subType) {
        ObjectNode event = event(mail, "Bounce");
        ObjectNode bounce = event.putObject("bounce");
        bounce.put("bounceType", type);
        bounce.put("bounceSubType", subType);
        bounce.put("timestamp", step.time().toString());
        bounce.put("feedbackId", "0102018d-%06d-%d".formatted(mail.number, n));
        ObjectNode recipient = bounce.putArray("bouncedRecipients").addObject();
        recipient.put("action", "failed");
        recipient(recipient, mail, step);
        return event;
    }

    private static void recipient(ObjectNode node, SampleMail mail, Step step) {
        node.put("emailAddress", mail.address);
        if (step.kind() != StepKind.DROPPED) {
            node.put("diagnosticCode", "smtp; " + step.reply());
            node.put("status", enhancedCode(step.reply()));
        }
    }

    /** The second word of a reply. */
    private static String enhancedCode(String reply) {
        return reply.substring(4, reply.indexOf(' ', 4));
    }

    private static ObjectNode open(SampleMail mail, Step step) {
        ObjectNode event = event(mail, "Open");
        event.putObject("open").put("timestamp", step.time().toString());
        return event;
    }
}
