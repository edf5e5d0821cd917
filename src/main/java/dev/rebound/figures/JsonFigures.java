package dev.rebound.figures;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.insight.compare.Claim;
import dev.rebound.insight.compare.Figure;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Statistics as JSON: Braze {@code /campaigns/data_series} and {@code /sends/data_series}, SendGrid {@code /v3/stats},
 * SES {@code GetSendStatistics}, SparkPost metrics, Mailgun stats. A number is told by the end of its path; the day is the
 * nearest one around it. Several variants, mailboxes or moments of a day are added up.
 */
final class JsonFigures {
    /** End of a number's path, in lower case, to the figure; a service that gives two forms of one has only one here. */
    private static final Map<String, Figure> BY_PATH = new LinkedHashMap<>();

    /** End of a path by which a service is told from the others. */
    private static final Map<String, String> CLAIMANTS = new LinkedHashMap<>();

    private static final Set<String> DAYS = Set.of("time", "date", "timestamp", "ts", "start");

    static {
        put(Figure.SENDS, "email.sent", "metrics.requests", "deliveryattempts", "accepted.total", "count_injected");
        put(Figure.DELIVERIES, "email.delivered", "metrics.delivered", "delivered.total", "count_delivered");
        put(Figure.BOUNCES, "email.bounces", "metrics.bounces", "senddatapoints.bounces", "count_hard_bounce");
        put(Figure.BOUNCES, "permanent.bounce");
        put(Figure.SOFT_BOUNCES, "count_soft_bounce");
        put(Figure.BLOCKS, "metrics.blocks", "count_block_bounce");
        put(Figure.DEFERRALS, "metrics.deferred");
        put(Figure.DROPS, "metrics.bounce_drops", "metrics.spam_report_drops", "metrics.invalid_emails");
        put(Figure.DROPS, "metrics.unsubscribe_drops", "permanent.suppress-bounce", "permanent.suppress-unsubscribe");
        put(Figure.DROPS, "permanent.suppress-complaint");
        put(Figure.REJECTIONS, "rejects", "count_policy_rejection", "count_generation_failed");
        put(Figure.REJECTIONS, "count_generation_rejection");
        put(Figure.COMPLAINTS, "email.reported_spam", "metrics.spam_reports", "complaints", "complained.total");
        put(Figure.COMPLAINTS, "count_spam_complaint");
        put(Figure.UNSUBSCRIBES, "email.unsubscribes", "metrics.unsubscribes", "unsubscribed.total");
        put(Figure.OPENS, "email.unique_opens", "metrics.unique_opens");
        put(Figure.CLICKS, "email.unique_clicks", "metrics.unique_clicks");
        CLAIMANTS.put("messages.email.sent", "Braze");
        CLAIMANTS.put("metrics.requests", "SendGrid");
        CLAIMANTS.put("deliveryattempts", "Amazon SES");
        CLAIMANTS.put("count_injected", "SparkPost");
        CLAIMANTS.put("accepted.total", "Mailgun");
    }

    private final ZoneId zone;
    private final FigureSums sums = new FigureSums();
    private final Set<String> open = new LinkedHashSet<>();
    private String claimant = "";

    private JsonFigures(ZoneId zone) {
        this.zone = zone;
    }

    private static void put(Figure figure, String... paths) {
        for (String path : paths) {
            BY_PATH.put(path, figure);
        }
    }

    static ReadFigures read(JsonNode root, ZoneId zone) {
        JsonFigures figures = new JsonFigures(zone);
        figures.walk(root, "", null);
        List<Claim> claims = figures.sums.claims(figures.claimant);
        return new ReadFigures(claims, claims.isEmpty() ? List.copyOf(figures.open) : List.of());
    }

    private void walk(JsonNode node, String path, @Nullable LocalDate around) {
        if (node.isObject()) {
            LocalDate day = around;
            for (var e : node.properties()) {
                LocalDate own = DAYS.contains(e.getKey().toLowerCase(Locale.ROOT)) ? day(e.getValue()) : null;
                day = own == null ? day : own;
            }
            for (var e : node.properties()) {
                walk(e.getValue(), path + "." + e.getKey().toLowerCase(Locale.ROOT), day);
            }
        } else if (node.isArray()) {
            for (JsonNode element : node) {
                walk(element, path, around);
            }
        } else if (node.isIntegralNumber()) {
            number(path, node.asLong(), around);
        }
    }

    private void number(String path, long n, @Nullable LocalDate day) {
        CLAIMANTS.forEach((end, name) -> claimant = ends(path, end) ? name : claimant);
        for (Map.Entry<String, Figure> e : BY_PATH.entrySet()) {
            if (ends(path, e.getKey())) {
                sums.add(e.getValue(), n, day);
                return;
            }
        }
        open.add(path.substring(1));
    }

    private static boolean ends(String path, String end) {
        return path.endsWith("." + end);
    }

    /** A calendar day as it stands, or the day of a moment in the zone; null for anything else. */
    private @Nullable LocalDate day(JsonNode node) {
        String text = node.asText();
        try {
            if (node.isNumber()) {
                return LocalDate.ofInstant(Instant.ofEpochSecond(node.asLong()), zone);
            }
            if (text.length() == 10) {
                return LocalDate.parse(text);
            }
            return LocalDate.ofInstant(OffsetDateTime.parse(text).toInstant(), zone);
        } catch (DateTimeException e) {
            return rfc1123(text);
        }
    }

    /** Mailgun writes its times like mail headers. */
    private @Nullable LocalDate rfc1123(String text) {
        try {
            return LocalDate.ofInstant(
                    Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text.replace("UTC", "GMT"))), zone);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
