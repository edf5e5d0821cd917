package dev.rebound.report;

import java.util.Locale;

/**
 * How a CSV file is written.
 *
 * @param separator between two cells
 * @param byteOrderMark whether the file begins with one, by which spreadsheets recognise UTF-8
 */
public record CsvDialect(char separator, boolean byteOrderMark) {
    /** What spreadsheets of a language read without asking: in French a semicolon and a byte order mark. */
    public static CsvDialect of(Locale locale) {
        boolean french = locale.getLanguage().equals("fr");
        return new CsvDialect(french ? ';' : ',', french);
    }
}
