package dev.rebound.report;

import java.io.IOException;
import java.io.OutputStream;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows as a workbook, streamed: numbers and times are cells of their kind, the heading stays in view, every column
 * can be filtered. More rows than a sheet holds go on on the next one.
 */
final class Spreadsheet {
    /** Rows of a sheet, its heading included (the format's own limit). */
    private static final int MOST_ROWS = 1_048_576;

    private static final int FLUSHED_EVERY = 1000;
    private static final int LONGEST_CELL = 32_767;
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)");

    private Spreadsheet() {}

    static void write(Rows rows, List<RowExport.Fact> about, OutputStream out) throws IOException {
        Workbook book = new Workbook(out, "Rebound", "1.0");
        int number = 1;
        Worksheet sheet = sheet(book, rows.columns(), number);
        int r = 1;
        for (List<@Nullable Object> row : rows.rows()) {
            if (r == MOST_ROWS) {
                end(sheet, r, rows.columns().size());
                sheet = sheet(book, rows.columns(), ++number);
                r = 1;
            }
            for (int c = 0; c < row.size(); c++) {
                cell(sheet, r, c, row.get(c));
            }
            r++;
            if (r % FLUSHED_EVERY == 0) {
                sheet.flush();
            }
        }
        end(sheet, r, rows.columns().size());
        if (!about.isEmpty()) {
            Worksheet second = book.newWorksheet("About");
            second.width(0, 24);
            second.width(1, 100);
            for (int i = 0; i < about.size(); i++) {
                second.value(i, 0, about.get(i).name());
                second.style(i, 0).bold().set();
                second.value(i, 1, text(about.get(i).content()));
                second.style(i, 1).wrapText(true).set();
            }
        }
        book.finish();
    }

    private static Worksheet sheet(Workbook book, List<String> columns, int number) {
        Worksheet sheet = book.newWorksheet(number == 1 ? "Rebound" : "Rebound " + number);
        for (int c = 0; c < columns.size(); c++) {
            sheet.value(0, c, columns.get(c));
            sheet.style(0, c).bold().set();
            sheet.width(c, Math.max(12, columns.get(c).length() + 4));
        }
        sheet.freezePane(0, 1);
        return sheet;
    }

    private static void end(Worksheet sheet, int rows, int columns) throws IOException {
        sheet.setAutoFilter(0, 0, Math.max(0, rows - 1), columns - 1);
        sheet.finish();
    }

    private static void cell(Worksheet sheet, int r, int c, @Nullable Object value) {
        if (value instanceof Number n) {
            sheet.value(r, c, n);
        } else if (value != null) {
            String text = value.toString();
            OffsetDateTime time = TIME.matcher(text).matches() ? time(text) : null;
            if (time == null) {
                sheet.value(r, c, text(text));
            } else {
                // A cell knows no offset; its format writes it, so that sorting and filtering by time still work.
                sheet.value(r, c, time.toLocalDateTime());
                sheet.style(r, c)
                        .format("yyyy-mm-dd hh:mm:ss "
                                + time.getOffset().getId().replaceAll("(.)", "\\\\$1"))
                        .set();
            }
        }
    }

    private static @Nullable OffsetDateTime time(String text) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static String text(String text) {
        String guarded = CellGuard.guarded(text);
        return guarded.length() <= LONGEST_CELL ? guarded : guarded.substring(0, LONGEST_CELL - 1) + "…";
    }
}
