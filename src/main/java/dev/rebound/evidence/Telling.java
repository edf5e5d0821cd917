package dev.rebound.evidence;

import dev.rebound.domain.MessageState;
import dev.rebound.words.Words;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/** The words, numbers and times of one pack, as its reader knows them. Not for several threads. */
final class Telling {
    private final Words words;
    private final Audience audience;
    private final NumberFormat counts;
    private final NumberFormat decimals;
    private final DateTimeFormatter full;
    private final DateTimeFormatter day;
    private final DateTimeFormatter hour;
    private final ZoneId zone;

    Telling(Locale locale, Audience audience, ZoneId own) {
        words = new Words(locale, Telling.class);
        this.audience = audience;
        zone = named(audience.zone(own));
        counts = NumberFormat.getIntegerInstance(locale);
        decimals = NumberFormat.getNumberInstance(locale);
        decimals.setMinimumFractionDigits(2);
        decimals.setMaximumFractionDigits(2);
        full = new DateTimeFormatterBuilder()
                .appendPattern("d MMMM uuuu HH:mm:ss 'UTC'")
                .appendOffset("+HH:MM", "")
                .toFormatter(locale)
                .withZone(zone);
        day = DateTimeFormatter.ofPattern("d MMMM uuuu", locale).withZone(ZoneOffset.UTC);
        hour = DateTimeFormatter.ofPattern("HH:mm", locale).withZone(ZoneOffset.UTC);
    }

    /** A computer may call UTC by other names; a reader knows one. */
    private static ZoneId named(ZoneId zone) {
        return zone.normalized().equals(ZoneOffset.UTC) ? ZoneOffset.UTC : zone;
    }

    String of(String key, Object... values) {
        return words.of(key, values);
    }

    /** What a state is called; a customer reads plain words. */
    String state(MessageState state) {
        return words.of((audience == Audience.CUSTOMER ? "plain." : "state.") + state.code());
    }

    String meaning(MessageState state) {
        return words.of("meaning." + state.code());
    }

    String reason(String code) {
        return words.of("reason." + code);
    }

    String count(long n) {
        return counts.format(n);
    }

    /** Two decimals; what is not nothing is never shown as nothing. */
    String share(long part, long whole) {
        if (whole == 0) {
            return "–";
        }
        double share = 100.0 * part / whole;
        return part > 0 && share < 0.01
                ? words.of("share.tiny", decimals.format(0.01))
                : words.of("share", decimals.format(share));
    }

    String time(Instant at) {
        return full.format(at);
    }

    /** A day in UTC, as requests for files name it. */
    String utcDay(Instant at) {
        return day.format(at);
    }

    String utcHour(Instant at) {
        return hour.format(at);
    }

    ZoneId zone() {
        return zone;
    }

    /** What the zone of the times is called. */
    String zoneName() {
        return zoneName(zone);
    }

    /** What a zone is called; the plainest offset is called by its usual name. */
    static String zoneName(ZoneId zone) {
        return named(zone).equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }

    Locale locale() {
        return words.locale();
    }
}
