package dev.rebound.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A program that exports one file over and over until it is killed, saying each export when it is done. */
final class KilledExport {
    static final int ROWS = 4_000;

    private KilledExport() {}

    /** Arguments: the file, the number of the first export. */
    public static void main(String[] args) throws IOException {
        System.out.println("ready");
        for (int n = Integer.parseInt(args[1]); ; n++) {
            write(Path.of(args[0]), n);
            System.out.println("done " + n);
        }
    }

    /** Each row of an export names it. */
    static void write(Path file, int number) throws IOException {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            rows.add(List.of(number, "p" + i + "@example.com"));
        }
        new RowExport(RowWriter.CSV, new CsvDialect(',', false), List.of())
                .write(new Rows(List.of("export", "address"), rows), file, true, n -> {}, () -> false);
    }
}
