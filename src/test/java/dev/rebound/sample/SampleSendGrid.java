package dev.rebound.sample;

import de.siegmar.fastcsv.writer.CsvWriter;
import dev.rebound.sample.SampleMail.Step;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Writes the activity export of one sending service: a CSV with one row an event and no event id. */
final class SampleSendGrid {
    private static final List<String> HEADER = List.of(
            "processed",
            "message_id",
            "event",
            "api_key_id",
            "recv_message_id",
            "credential_id",
            "subject",
            "from",
            "email",
            "asm_group_id",
            "template_id",
            "originating_ip",
            "reason",
            "outbound_ip",
            "outbound_ip_type",
            "mx",
            "url",
            "attempt",
            "user_agent",
            "type",
            "is_unique",
            "username",
            "categories",
            "marketing_campaign_id",
            "marketing_campaign_name",
            "marketing_campaign_split_id",
            "marketing_campaign_version",
            "unique_args");

    private record Row(Instant time, List<String> cells) {}

    private SampleSendGrid() {}

    static void write(SampleTraffic traffic, Path file) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (SampleMail mail : traffic.mails) {
            if (!mail.viaSes) {
                add(rows, mail);
            }
        }
        rows.sort(Comparator.comparing(Row::time));
        Files.createDirectories(file.getParent());
        try (CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(de.siegmar.fastcsv.writer.LineDelimiter.LF)
                .build(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            csv.writeRecord(HEADER);
            rows.forEach(r -> csv.writeRecord(r.cells()));
        }
    }

    private static void add(List<Row> rows, SampleMail mail) {
        rows.add(row(mail, mail.acceptedAt(), "processed", "", "", ""));
        for (Step step : mail.steps) {
            String attempt = step.attempt() > 1 ? String.valueOf(step.attempt()) : "1";
            rows.add(
                    switch (step.kind()) {
                        case DELIVERED -> row(mail, step.time(), "delivered", step.reply(), "", attempt);
                        case DEFERRED -> row(mail, step.time(), "deferred", step.reply(), "", attempt);
                        case SOFT, BLOCKED, RETURNED ->
                            row(mail, step.time(), "bounced", step.reply(), "blocked", attempt);
                        case HARD, BLOCKED_FILED_AS_HARD ->
                            row(mail, step.time(), "bounced", step.reply(), "bounce", attempt);
                        case DROPPED -> row(mail, step.time(), "dropped", step.reply(), "", "");
                        case OPENED -> row(mail, step.time(), "opened", "", "", "");
                    });
        }
    }

    private static Row row(SampleMail mail, Instant time, String event, String reason, String type, String attempt) {
        List<String> cells = new ArrayList<>();
        for (String column : HEADER) {
            cells.add(
                    switch (column) {
                        case "processed" -> time.toString();
                        case "message_id" -> mail.espMessageId();
                        case "event" -> event;
                        case "subject" -> mail.subject;
                        case "from" -> "hello@" + mail.senderDomain();
                        case "email" -> mail.address;
                        case "reason" -> reason;
                        case "outbound_ip" ->
                            event.equals("processed") || event.equals("dropped") ? "" : mail.sendingIp();
                        case "mx" -> event.equals("delivered") ? "mx." + mail.domain() : "";
                        case "attempt" -> attempt;
                        case "type" -> type;
                        case "categories" -> "[\"" + mail.campaign.title + "\"]";
                        default -> "";
                    });
        }
        return new Row(time, cells);
    }
}
