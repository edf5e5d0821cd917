package dev.rebound.figures;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the days of a statistic: year first, or with a year of four digits at the end. Whether day or month comes first is told by
 * the days themselves, where one of them is beyond 12; else no day is guessed.
 */
final class FigureDays {
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})\\b.*");

    private final boolean dayFirst;
    private final boolean monthFirst;
    private final boolean some;

    private FigureDays(boolean dayFirst, boolean monthFirst, boolean some) {
        this.dayFirst = dayFirst;
        this.monthFirst = monthFirst;
        this.some = some;
    }

    /** Looks at all days of a statistic before one is read. */
    static FigureDays of(Collection<String> cells) {
        boolean dayFirst = false;
        boolean monthFirst = false;
        for (String cell : cells) {
            Matcher m = YEAR_LAST.matcher(cell.strip());
            if (m.matches()) {
                dayFirst |= Integer.parseInt(m.group(1)) > 12;
                monthFirst |= Integer.parseInt(m.group(2)) > 12;
            }
        }
        FigureDays order = new FigureDays(dayFirst && !monthFirst, monthFirst && !dayFirst, false);
        boolean some = cells.stream().anyMatch(cell -> order.day(cell) != null);
        return new FigureDays(order.dayFirst, order.monthFirst, some);
    }

    /** Whether a cell is a word where other rows have their days: the row adds up those days. */
    boolean isOfTheSum(String cell) {
        return some && !cell.isBlank() && cell.chars().noneMatch(Character::isDigit);
    }

    /** The day of a cell; null where it names none, or none for certain. */
    @Nullable
    LocalDate day(String cell) {
        String text = cell.strip();
        Matcher m = YEAR_LAST.matcher(text);
        try {
            if (!m.matches()) {
                return LocalDate.parse(text.substring(0, Math.min(10, text.length())));
            }
            int first = Integer.parseInt(m.group(1));
            int second = Integer.parseInt(m.group(2));
            boolean same = first == second;
            return dayFirst || monthFirst || same
                    ? LocalDate.of(Integer.parseInt(m.group(3)), dayFirst ? second : first, dayFirst ? first : second)
                    : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
