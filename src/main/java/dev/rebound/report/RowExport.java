package dev.rebound.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Rows on their way into a file, whole or not at all: they are written beside it and moved into place at the end. What a
 * reader must know of them (filter, zone, coverage, files) stands on a second sheet of a workbook, and else in a file
 * beside it whose name ends in {@code .about.txt}.
 *
 * @param format of the file
 * @param dialect of a CSV file
 * @param about names and contents, in order; empty writes nothing about
 */
public record RowExport(RowWriter format, CsvDialect dialect, List<Fact> about) {
    private static final int TOLD_EVERY = 500;

    /** Something a reader must know. */
    public record Fact(String name, String content) {}

    public RowExport {
        about = List.copyOf(about);
    }

    /** The columns of these names only, in this order; unknown names are left out, no name at all keeps every column. */
    public static Rows columns(Rows rows, List<String> wanted) {
        List<Integer> at =
                wanted.stream().map(rows.columns()::indexOf).filter(i -> i >= 0).toList();
        if (at.isEmpty()) {
            return rows;
        }
        return new Rows(
                at.stream().map(rows.columns()::get).toList(),
                () -> mapped(rows.rows().iterator(), at));
    }

    private static Iterator<List<@Nullable Object>> mapped(Iterator<List<@Nullable Object>> from, List<Integer> at) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return from.hasNext();
            }

            @Override
            public List<@Nullable Object> next() {
                List<@Nullable Object> row = from.next();
                List<@Nullable Object> kept = new ArrayList<>(at.size());
                at.forEach(i -> kept.add(row.get(i)));
                return kept;
            }
        };
    }

    /**
     * Writes the file.
     *
     * @param replace whether a file of that name may be replaced
     * @param written is told now and then how many rows are written
     * @param cancelled asked now and then; a yes deletes what was written
     * @throws FileAlreadyExistsException when there is one and it may not
     * @throws CancellationException when it was cancelled
     */
    public void write(Rows rows, Path file, boolean replace, LongConsumer written, BooleanSupplier cancelled)
            throws IOException {
        Path target = file.toAbsolutePath();
        if (!replace && Files.exists(target)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Path unfinished = OwnersFile.unfinished(target);
        try {
            Rows watched = new Rows(rows.columns(), () -> watched(rows.rows().iterator(), written, cancelled));
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished), 1 << 16)) {
                format.write(watched, dialect, about, out);
            }
            if (format != RowWriter.XLSX && !about.isEmpty()) {
                OwnersFile.write(beside(target), text());
            }
            OwnersFile.place(unfinished, target, replace);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** The file that says what a reader must know of another one. */
    public static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + ".about.txt");
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        about.forEach(
                f -> text.append(f.name()).append(": ").append(f.content()).append('\n'));
        return text.toString();
    }

    private static Iterator<List<@Nullable Object>> watched(
            Iterator<List<@Nullable Object>> from, LongConsumer written, BooleanSupplier cancelled) {
        return new Iterator<>() {
            private long count;

            @Override
            public boolean hasNext() {
                return from.hasNext();
            }

            @Override
            public List<@Nullable Object> next() {
                if (count++ % TOLD_EVERY == 0) {
                    if (cancelled.getAsBoolean()) {
                        throw new CancellationException();
                    }
                    written.accept(count - 1);
                }
                return from.next();
            }
        };
    }
}
