package dev.rebound.feeds.profile;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rebound.feeds.RecordContext;
import dev.rebound.feeds.container.Fields;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The times of a profile's records: the forms that all exports use, then its own patterns, then day, month and year with
 * strokes, hyphens or dots in the order that the profile says, then names of months and the year first. A date that both
 * orders allow is refused where none is said.
 */
final class ProfileTimes {
    private static final Pattern STROKES = Pattern.compile(
            "(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4}|(?<!-)\\d{2})(?:[ ,T]+(\\d{1,2})[:h](\\d{2})(?::(\\d{2})(?:\\.\\d{1,9})?)?"
                    + "\\s*([AaPp])?\\.?[Mm]?\\.?(?:\\s*\\(?(Z|UTC|GMT|[+-]\\d{2}:?\\d{2})\\)?)?)?");
    private static final Pattern MONTH = Pattern.compile("\\p{L}{3}");

    private final @Nullable ZoneId zone;
    private final @Nullable String order;
    private final List<DateTimeFormatter> forms;

    private final String choice;

    ProfileTimes(FeedProfile profile) {
        this(
                profile.zone(),
                profile.dates(),
                profile.timeForms(),
                profile.askDates() ? DateOrders.of(profile.id()).asked() : "");
    }

    private ProfileTimes(@Nullable String zone, @Nullable String order, List<String> forms, String choice) {
        this.choice = choice;
        this.zone = zone == null ? null : ZoneId.of(zone);
        this.order = order;
        this.forms = forms.stream().map(f -> form(f, Locale.ENGLISH)).toList();
        if (order != null && !order.equals("dmy") && !order.equals("mdy")) {
            throw new IllegalArgumentException("\"dates\" is dmy or mdy, not \"" + order + "\"");
        }
    }

    private static DateTimeFormatter form(String pattern, Locale language) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(pattern)
                .parseDefaulting(ChronoField.SECOND_OF_MINUTE, 0)
                .toFormatter(language);
    }

    /** Why a time was not read. */
    static final class AmbiguousDateException extends Exception {
        private static final long serialVersionUID = 1L;

        AmbiguousDateException(String text, String choice) {
            super("The date " + text
                    + " is either of two days: the file does not say whether the day or the month comes" + " first."
                    + choice);
        }
    }

    /** The time of a value; null when there is none in a form that is known. */
    @Nullable
    Instant read(JsonNode value, RecordContext context) throws AmbiguousDateException {
        Instant known = context.time(value, zone);
        String text = Fields.text(value);
        if (known != null || text == null) {
            return known;
        }
        try {
            String plain = text.strip().replaceAll("[\\s\u00a0\u202f]+", " ");
            Instant own = read(forms, plain, context);
            Instant strokes = own == null ? strokes(plain, context) : own;
            return strokes == null && isUsual(plain) ? read(Usual.FORMS, plain, context) : strokes;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Made when the first time asks for them. */
    private static final class Usual {
        private static final List<DateTimeFormatter> FORMS = usual();
    }

    private static boolean isUsual(String text) {
        return text.length() < 60 && (MONTH.matcher(text).find() || text.matches("\\d{4}[-/.]\\d.*"));
    }

    /** How people's own programs write times: with the month's name, or the year first and single digits. */
    private static List<DateTimeFormatter> usual() {
        List<DateTimeFormatter> forms = new ArrayList<>();
        String clock = "[[','] H:mm[:ss]]";
        for (Locale language : List.of(Locale.ENGLISH, Locale.FRENCH, Locale.GERMAN)) {
            for (String month : List.of("MMM", "MMMM")) {
                forms.add(form("[EEE[','] ]" + month + " d[','] uuuu[','] h:mm[:ss][ ]a", language));
                forms.add(form("[EEE[','] ]" + month + " d[','] uuuu" + clock, language));
                forms.add(form("[EEE[','] ]d['.'] " + month + " uuuu" + clock, language));
            }
        }
        for (String date : List.of("uuuu-M-d", "uuuu/M/d", "uuuu.M.d")) {
            forms.add(form(date + " h:mm[:ss][ ]a", Locale.ENGLISH));
            forms.add(form(date + clock, Locale.ENGLISH));
        }
        return List.copyOf(forms);
    }

    private @Nullable Instant strokes(String text, RecordContext context) throws AmbiguousDateException {
        Matcher m = STROKES.matcher(text);
        if (!m.matches()) {
            return null;
        }
        int first = Integer.parseInt(m.group(1));
        int second = Integer.parseInt(m.group(3));
        boolean dotted = text.charAt(m.end(1)) == '.';
        if (order == null && !dotted && first <= 12 && second <= 12 && first != second) {
            throw new AmbiguousDateException(text, choice);
        }
        boolean dayFirst = dotted || (order == null ? first > 12 : order.equals("dmy"));
        int hour = m.group(5) == null ? 0 : Integer.parseInt(m.group(5));
        String half = m.group(8);
        if (half != null) {
            hour = hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
        }
        int minute = m.group(6) == null ? 0 : Integer.parseInt(m.group(6));
        int secondOfMinute = m.group(7) == null ? 0 : Integer.parseInt(m.group(7));
        int year = Integer.parseInt(m.group(4));
        LocalDateTime local = LocalDate.of(
                        year < 100 ? 2000 + year : year, dayFirst ? second : first, dayFirst ? first : second)
                .atTime(LocalTime.of(hour, minute, secondOfMinute));
        String own = m.group(9);
        return context.time(local, own == null ? zone : own.matches("[A-Z]+") ? ZoneOffset.UTC : ZoneOffset.of(own));
    }

    private @Nullable Instant read(List<DateTimeFormatter> forms, String text, RecordContext context) {
        for (DateTimeFormatter form : forms) {
            try {
                TemporalAccessor read = form.parse(text);
                ZoneId own = read.query(TemporalQueries.zone());
                LocalDate date = LocalDate.from(read);
                LocalTime clock = read.query(TemporalQueries.localTime());
                LocalDateTime local = date.atTime(clock == null ? LocalTime.MIDNIGHT : clock);
                return context.time(local, own == null ? zone : own);
            } catch (DateTimeException e) {
                // Another form may fit.
            }
        }
        return null;
    }
}
