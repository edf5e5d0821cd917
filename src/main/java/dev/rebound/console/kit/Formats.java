package dev.rebound.console.kit;

import dev.rebound.domain.VisibleText;
import dev.rebound.report.Mask;
import dev.rebound.words.FullTime;
import dev.rebound.words.Percent;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Numbers and times as a person of one language and zone reads them. The screen's thread only. */
public final class Formats {
    private final NumberFormat counts;
    private final Percent shares;
    private final Percent wholeShares;
    private final DateTimeFormatter second;
    private final DateTimeFormatter minute;
    private final DateTimeFormatter full;
    private final DateTimeFormatter day;
    private final DateTimeFormatter clock;
    private final DateTimeFormatter hour;
    private final DateTimeFormatter monthDay;
    private final Locale locale;
    private volatile ZoneId zone;
    private boolean masked;

    /** Formats of a language; times are shown in the zone. */
    public Formats(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.zone = zone;
        counts = NumberFormat.getIntegerInstance(locale);
        shares = Percent.exact(locale, 2);
        wholeShares = Percent.exact(locale, 0);
        second = DateTimeFormatter.ofPattern("d MMM HH:mm:ss", locale);
        minute = DateTimeFormatter.ofPattern("d MMM HH:mm", locale);
        full = FullTime.of(locale);
        day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
        hour = DateTimeFormatter.ofPattern("HH:mm", locale);
        monthDay = DateTimeFormatter.ofPattern("d MMM", locale);
        clock = DateTimeFormatter.ofPattern("HH:mm:ss", locale);
    }

    /** Tells times in another zone from now on; whoever shows times asks again when the picture changes. */
    public void tellTimesIn(ZoneId other) {
        zone = other;
    }

    /** The same with addresses masked, or not. */
    public Formats masked(boolean wanted) {
        masked = wanted;
        return this;
    }

    /** Whether addresses are masked. */
    public boolean isMasked() {
        return masked;
    }

    /** A text that may hold addresses, as it may be seen now. */
    public String person(String text) {
        String visible = VisibleText.of(text);
        return masked ? Mask.of(visible) : visible;
    }

    /** What a zone is called: UTC by that name, whatever the computer calls it. */
    public static String name(ZoneId zone) {
        return zone.normalized().equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }

    /** The zone of all times. */
    public ZoneId zone() {
        return zone;
    }

    /** A count with its thousands apart. */
    public String count(long n) {
        return counts.format(n);
    }

    /** A share with two decimals; a small share that is not nothing is never shown as nothing. */
    public String percent(long part, long whole) {
        if (whole == 0) {
            return "–";
        }
        double share = (double) part / whole;
        return part != 0 && Math.abs(share) < 0.0001 ? "< " + shares.of(0.0001) : shares.of(share);
    }

    /** A whole per cent, as on an axis. */
    public String wholePercent(int percent) {
        return wholeShares.of(percent / 100.0);
    }

    /** Hour and minute of a day. */
    public String hour(Instant at) {
        return hour.format(at.atZone(zone));
    }

    /** Day and month. */
    public String monthDay(LocalDate day) {
        return monthDay.format(day);
    }

    /** Day, month and time to the second. */
    public String time(Instant at) {
        return second.format(at.atZone(zone));
    }

    /** Day, month and time to the minute. */
    public String minute(Instant at) {
        return minute.format(at.atZone(zone));
    }

    /** Time of day. */
    public String clock(Instant at) {
        return clock.format(at.atZone(zone));
    }

    /** Everything, with the offset: for tooltips and for what leaves the screen. */
    public String full(Instant at) {
        return full.format(at.atZone(zone));
    }

    /** Everything, and the same moment in UTC: what is told of a time where one points at it. */
    public String everywhere(Instant at) {
        return full(at) + "\n" + at;
    }

    /** Everything as programs write it, with the offset: for cells that are copied. */
    public String iso(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(zone).truncatedTo(ChronoUnit.SECONDS));
    }

    /** How far the clock is ahead of UTC at a moment, e.g. {@code +01:00}. */
    public String offset(Instant at) {
        String id = zone.getRules().getOffset(at).getId();
        return id.equals("Z") ? "UTC" : id;
    }

    /** A day. */
    public String day(Instant at) {
        return day(LocalDate.ofInstant(at, zone));
    }

    /** A day of the calendar. */
    public String day(LocalDate date) {
        return day.format(date);
    }

    /** A span in its two largest units, e.g. {@code 1 h 04 min}. */
    public String span(Duration d) {
        long s = d.toSeconds();
        if (s < 60) {
            return s + " s";
        }
        if (s < 3600) {
            return s / 60 + " min" + (s % 60 == 0 ? "" : " " + s % 60 + " s");
        }
        if (s < 86_400) {
            return s / 3600 + " h" + String.format(locale, " %02d min", s % 3600 / 60);
        }
        String days = locale.getLanguage().equals("fr") ? " j " : " d ";
        return s / 86_400 + days + s % 86_400 / 3600 + " h";
    }

    /** A size in the largest fitting unit. */
    public String bytes(long bytes) {
        String[] units = locale.getLanguage().equals("fr")
                ? new String[] {"o", "ko", "Mo", "Go"}
                : new String[] {"B", "kB", "MB", "GB"};
        double value = bytes;
        int unit = 0;
        while (value >= 1000 && unit < units.length - 1) {
            value /= 1000;
            unit++;
        }
        return (unit == 0 ? counts.format(bytes) : String.format(locale, "%.1f", value)) + " " + units[unit];
    }
}
