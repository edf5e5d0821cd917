package dev.rebound.feeds.provider;

import dev.rebound.feeds.container.Head;
import dev.rebound.feeds.container.Part;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The time at the beginning of a log's lines: ISO with or without an offset, or that of old syslog, which has no year.
 * There the newest year is taken in which the first line is not later than the file itself (the date in its name, else
 * when it was last changed), and the following lines stay near the ones before them. One for each part, lines in order.
 */
final class LogClock {
    private static final int FIRST_LINES = 5;
    private static final Pattern ISO = Pattern.compile(
            "(?:<\\d{1,3}>(?:1 )?)?(\\d{4}-\\d\\d-\\d\\d)[T ](\\d\\d:\\d\\d:\\d\\d)(?:[.,](\\d{1,9}))?( ?(?:Z|[+-]\\d\\d:?\\d\\d))?\\s+");
    private static final Pattern SYSLOG =
            Pattern.compile("(?:<\\d{1,3}>)?([A-Z][a-z]{2}) {1,2}(\\d{1,2}) (?:(\\d{4}) )?(\\d\\d:\\d\\d:\\d\\d)\\s+");
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
    private static final Pattern DATE_IN_NAME = Pattern.compile("(20\\d\\d)-?(0[1-9]|1[0-2])-?(0[1-9]|[12]\\d|3[01])");

    private final ZoneId zone;
    private final @Nullable LocalDateTime latest;
    private @Nullable LocalDateTime before;
    private boolean zoneAssumed;
    private int firstYear;
    private int lastYear;

    LogClock(Part part, ZoneId zone) {
        this.zone = zone;
        this.latest = latest(part, zone);
    }

    private static @Nullable LocalDateTime latest(Part part, ZoneId zone) {
        Matcher m = DATE_IN_NAME.matcher(part.name());
        if (m.find()) {
            try {
                LocalDate day = LocalDate.of(
                        Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)));
                return day.plusDays(2).atStartOfDay();
            } catch (DateTimeException e) {
                // Digits that are no date.
            }
        }
        Instant changed = part.changed();
        return changed == null ? null : LocalDateTime.ofInstant(changed, zone).plusDays(1);
    }

    /** A line's time and where the rest of the line begins. */
    record Stamp(Instant time, int end) {}

    /** Whether the line begins with a time of one of these forms. */
    static boolean isStamped(String line) {
        return ISO.matcher(line).lookingAt() || SYSLOG.matcher(line).lookingAt();
    }

    /** Whether the part begins like a log: each of its first lines with a time. */
    static boolean begins(Head head) {
        List<String> first = head.ascii()
                .lines()
                .filter(l -> !l.isBlank())
                .limit(FIRST_LINES)
                .toList();
        return !first.isEmpty() && first.stream().allMatch(LogClock::isStamped);
    }

    /** The time of a line; null when it begins with none, or its year cannot be told. */
    @Nullable
    Stamp read(String line) {
        try {
            Matcher iso = ISO.matcher(line);
            if (iso.lookingAt()) {
                return new Stamp(iso(iso), iso.end());
            }
            Matcher syslog = SYSLOG.matcher(line);
            if (syslog.lookingAt()) {
                LocalDateTime time = syslog(syslog);
                return time == null ? null : new Stamp(local(time), syslog.end());
            }
        } catch (DateTimeException e) {
            return null;
        }
        return null;
    }

    private Instant iso(Matcher m) {
        LocalDateTime time = LocalDate.parse(m.group(1)).atTime(LocalTime.parse(m.group(2)));
        if (m.group(3) != null) {
            time = time.plus(Duration.parse("PT0." + m.group(3) + "S"));
        }
        String offset = m.group(4);
        if (offset == null) {
            return local(time);
        }
        String own = offset.strip();
        return time.toInstant(
                own.equals("Z")
                        ? ZoneOffset.UTC
                        : ZoneOffset.of(own.length() == 5 ? own.substring(0, 3) + ":" + own.substring(3) : own));
    }

    private Instant local(LocalDateTime time) {
        zoneAssumed = true;
        return time.atZone(zone).toInstant();
    }

    private @Nullable LocalDateTime syslog(Matcher m) {
        int month = MONTHS.indexOf(m.group(1)) + 1;
        int day = Integer.parseInt(m.group(2));
        LocalTime clock = LocalTime.parse(m.group(4));
        if (month == 0) {
            return null;
        }
        if (m.group(3) != null) {
            return LocalDate.of(Integer.parseInt(m.group(3)), month, day).atTime(clock);
        }
        LocalDateTime near = before;
        LocalDateTime time = near == null ? first(month, day, clock) : nearest(near, month, day, clock);
        if (time == null || (latest != null && time.isAfter(latest))) {
            return null;
        }
        before = time;
        firstYear = firstYear == 0 ? time.getYear() : Math.min(firstYear, time.getYear());
        lastYear = Math.max(lastYear, time.getYear());
        return time;
    }

    /** The newest year that is not in the file's future; 29 February needs a leap year. */
    private @Nullable LocalDateTime first(int month, int day, LocalTime clock) {
        if (latest == null) {
            return null;
        }
        for (int year = latest.getYear(); year > latest.getYear() - 9; year--) {
            LocalDateTime time = at(year, month, day, clock);
            if (time != null && !time.isAfter(latest)) {
                return time;
            }
        }
        return null;
    }

    private static @Nullable LocalDateTime nearest(LocalDateTime near, int month, int day, LocalTime clock) {
        LocalDateTime best = null;
        for (int year = near.getYear() - 1; year <= near.getYear() + 1; year++) {
            LocalDateTime time = at(year, month, day, clock);
            boolean nearer = time != null
                    && (best == null
                            || Duration.between(near, time)
                                            .abs()
                                            .compareTo(
                                                    Duration.between(near, best).abs())
                                    < 0);
            best = nearer ? time : best;
        }
        return best;
    }

    private static @Nullable LocalDateTime at(int year, int month, int day, LocalTime clock) {
        return day > java.time.YearMonth.of(year, month).lengthOfMonth() || day < 1
                ? null
                : LocalDate.of(year, month, day).atTime(clock);
    }

    boolean isZoneAssumed() {
        return zoneAssumed;
    }

    /** The sentences that say which year was taken; none where the lines have one. */
    List<String> remarks(String name) {
        List<String> said = new ArrayList<>();
        if (firstYear != 0) {
            String years = firstYear == lastYear ? String.valueOf(firstYear) : firstYear + " to " + lastYear;
            said.add("The lines of " + name + " carry no year: " + years + " was taken, from the date of the file."
                    + " Put the day into its name if that is wrong, for example mail.log-20260211.");
        }
        return said;
    }
}
