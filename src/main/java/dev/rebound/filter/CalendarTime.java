package dev.rebound.filter;

import dev.rebound.filter.FilterValues.Span;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Days and times as people write them: ISO, {@code 14 mars 2026}, {@code 14 Mar 09:00}, {@code March 14}, {@code
 * 14/03/2026} (the day first), {@code 2026-03} for a month. Without a year the latest such day that is not ahead of
 * {@code now} by more than a day is meant.
 */
final class CalendarTime {
    private static final String CLOCK = "(?:(?:,|\\s|T|à|at)+(\\d{1,2})[:hH](\\d{2})(?::(\\d{2}))?)?";
    private static final Pattern DAY_FIRST =
            Pattern.compile("(\\d{1,2})(?:er)?\\s+(\\p{L}{3,})\\.?(?:\\s+(\\d{4}))?" + CLOCK);
    private static final Pattern MONTH_FIRST =
            Pattern.compile("(\\p{L}{3,})\\.?\\s+(\\d{1,2})(?:,?\\s+(\\d{4}))?" + CLOCK);
    private static final Pattern SLASHES = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})" + CLOCK);
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");

    private CalendarTime() {}

    static Optional<Span> read(String text, Instant now, ZoneId zone) {
        try {
            if (MONTH.matcher(text).matches()) {
                YearMonth month = YearMonth.parse(text);
                return Optional.of(new Span(
                        start(month.atDay(1), zone), start(month.plusMonths(1).atDay(1), zone)));
            }
            Matcher m = DAY_FIRST.matcher(text);
            if (m.matches()) {
                return written(m, m.group(2), m.group(1), now, zone);
            }
            m = MONTH_FIRST.matcher(text);
            if (m.matches()) {
                return written(m, m.group(1), m.group(2), now, zone);
            }
            m = SLASHES.matcher(text);
            if (m.matches()) {
                return Optional.of(at(
                        LocalDate.of(
                                Integer.parseInt(m.group(3)),
                                Integer.parseInt(m.group(2)),
                                Integer.parseInt(m.group(1))),
                        m,
                        zone));
            }
            return iso(text, zone);
        } catch (DateTimeException e) {
            // A day that no calendar has, such as 31 February.
            return Optional.empty();
        }
    }

    private static Optional<Span> written(Matcher m, String monthWord, String day, Instant now, ZoneId zone) {
        Month month = month(monthWord);
        if (month == null) {
            return Optional.empty();
        }
        int dayOfMonth = Integer.parseInt(day);
        if (m.group(3) != null) {
            return Optional.of(at(LocalDate.of(Integer.parseInt(m.group(3)), month, dayOfMonth), m, zone));
        }
        LocalDate latest = now.atZone(zone).toLocalDate().plusDays(1);
        LocalDate date = LocalDate.of(latest.getYear(), month, dayOfMonth);
        return Optional.of(at(date.isAfter(latest) ? date.minusYears(1) : date, m, zone));
    }

    /** The month that one of the two languages begins so; null when none or several are meant. */
    private static @Nullable Month month(String word) {
        String wanted = FilterValues.folded(word);
        Set<Month> meant = EnumSet.noneOf(Month.class);
        for (Month month : Month.values()) {
            for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH)) {
                if (FilterValues.folded(month.getDisplayName(TextStyle.FULL, language))
                        .startsWith(wanted)) {
                    meant.add(month);
                }
            }
        }
        return meant.size() == 1 ? meant.iterator().next() : null;
    }

    private static Span at(LocalDate date, Matcher m, ZoneId zone) {
        if (m.group(4) == null) {
            return day(date, zone);
        }
        boolean second = m.group(6) != null;
        LocalTime time = LocalTime.of(
                Integer.parseInt(m.group(4)), Integer.parseInt(m.group(5)), second ? Integer.parseInt(m.group(6)) : 0);
        Instant at = date.atTime(time).atZone(zone).toInstant();
        return new Span(at, at.plusSeconds(second ? 1 : 60));
    }

    private static Optional<Span> iso(String text, ZoneId zone) {
        String iso = text.replace(' ', 'T');
        try {
            return Optional.of(day(LocalDate.parse(iso), zone));
        } catch (DateTimeParseException e) {
            return instant(iso, zone);
        }
    }

    private static Optional<Span> instant(String iso, ZoneId zone) {
        try {
            Instant at = Instant.parse(iso);
            return Optional.of(new Span(at, at.plusSeconds(1)));
        } catch (DateTimeParseException e) {
            return local(iso, zone);
        }
    }

    private static Optional<Span> local(String iso, ZoneId zone) {
        try {
            Instant at = LocalDateTime.parse(iso).atZone(zone).toInstant();
            return Optional.of(new Span(at, at.plusSeconds(iso.length() <= 16 ? 60 : 1)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static Span day(LocalDate day, ZoneId zone) {
        return new Span(start(day, zone), start(day.plusDays(1), zone));
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
