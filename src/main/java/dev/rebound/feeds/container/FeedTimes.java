package dev.rebound.feeds.container;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The time forms that exports use: epoch seconds (whole, fractional, as text) and milliseconds, ISO 8601 with up to nine
 * decimals and with or without a zone, a space before the offset, {@code UTC} behind, RFC 5322. A number above 1e11
 * counts milliseconds. Times outside 1995 to 2100 are refused rather than believed.
 */
public final class FeedTimes {
    private static final Pattern ISO = Pattern.compile(
            "(\\d{4}-\\d{2}-\\d{2})(?:[T ](\\d{2}:\\d{2}(?::\\d{2})?)(?:[.,](\\d{1,12}))?)?\\s*(Z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)?");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,19}(\\.\\d{1,12})?");
    private static final BigDecimal MILLIS_FROM = new BigDecimal("100000000000");
    private static final Instant EARLIEST = Instant.parse("1995-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    /** A time, and whether its zone had to be assumed. */
    public record Read(Instant time, boolean zoneAssumed) {}

    private FeedTimes() {}

    /** The time of a value; null when absent or in no known form. */
    public static @Nullable Read read(@Nullable JsonNode value, ZoneId zone) {
        String text = Fields.text(value);
        return text == null ? null : read(text.strip(), zone);
    }

    /** The time of a text; null when it is in no known form. */
    public static @Nullable Read read(String text, ZoneId zone) {
        try {
            Read read =
                    NUMBER.matcher(text).matches() ? new Read(epoch(new BigDecimal(text)), false) : dated(text, zone);
            boolean believable = read != null
                    && !read.time().isBefore(EARLIEST)
                    && read.time().isBefore(LATEST);
            return believable ? read : null;
        } catch (DateTimeException | ArithmeticException e) {
            return null;
        }
    }

    private static Instant epoch(BigDecimal number) {
        BigDecimal millis = number.abs().compareTo(MILLIS_FROM) >= 0 ? number : number.movePointRight(3);
        return Instant.ofEpochMilli(millis.setScale(0, RoundingMode.FLOOR).longValueExact());
    }

    private static @Nullable Read dated(String text, ZoneId zone) {
        Matcher m = ISO.matcher(text);
        if (!m.matches()) {
            return rfc5322(text);
        }
        String clock = m.group(2) == null ? "00:00:00" : m.group(2).length() == 5 ? m.group(2) + ":00" : m.group(2);
        String fraction = m.group(3) == null
                ? ""
                : "." + m.group(3).substring(0, Math.min(9, m.group(3).length()));
        LocalDateTime local = LocalDate.parse(m.group(1)).atTime(java.time.LocalTime.parse(clock + fraction));
        String offset = m.group(4);
        if (offset == null) {
            return new Read(local.atZone(zone).toInstant(), true);
        }
        if (!offset.startsWith("+") && !offset.startsWith("-")) {
            return new Read(local.toInstant(java.time.ZoneOffset.UTC), false);
        }
        String colon = offset.length() == 5 ? offset.substring(0, 3) + ":" + offset.substring(3) : offset;
        return new Read(OffsetDateTime.of(local, java.time.ZoneOffset.of(colon)).toInstant(), false);
    }

    /** RFC 5322 section 3.3, with the comment that some programs put behind it, e.g. {@code (UTC)}. */
    private static @Nullable Read rfc5322(String text) {
        int comment = text.indexOf('(');
        String bare = (comment > 0 ? text.substring(0, comment) : text).strip().replaceAll("\\s+", " ");
        if (bare.isEmpty() || !Character.isLetterOrDigit(bare.charAt(0)) || bare.length() > 60) {
            return null;
        }
        String noDay =
                bare.indexOf(',') > 0 ? bare.substring(bare.indexOf(',') + 1).strip() : bare;
        DateTimeFormatter form = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm[:ss] [Z][z]", Locale.ENGLISH);
        return new Read(ZonedDateTime.parse(noDay, form).toInstant(), false);
    }
}
