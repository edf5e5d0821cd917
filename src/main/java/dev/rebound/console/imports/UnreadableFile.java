package dev.rebound.console.imports;

import dev.rebound.console.kit.Desk;
import dev.rebound.console.kit.Job;
import dev.rebound.domain.Rejection;
import dev.rebound.intake.FileReport;
import dev.rebound.intake.ImportListener;
import dev.rebound.intake.ImportOptions;
import dev.rebound.report.CsvDialect;
import dev.rebound.report.RowExport;
import dev.rebound.report.RowWriter;
import dev.rebound.report.Rows;
import dev.rebound.store.ImportRun;
import dev.rebound.store.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** All records of a file that could not be read, as a table for whoever made the file. Any thread. */
final class UnreadableFile {
    private static final List<String> COLUMNS = List.of("file", "part", "line", "reason", "text");

    private final Desk desk;
    private final RejectionReasons reasons;

    UnreadableFile(Desk desk) {
        this.desk = desk;
        reasons = new RejectionReasons(desk);
    }

    /**
     * Writes the table, for its owner only, and there as a whole or not at all.
     *
     * @return how many records it holds
     */
    long write(ImportLine line, Path target, Job job) throws StoreException, IOException {
        ImportRun run = line.run() == null ? imported(line) : line.run();
        List<Rejection> all =
                run == null ? readOnceMore(line, job) : desk.session().rejections(run.id(), Integer.MAX_VALUE);
        Rows rows = new Rows(
                COLUMNS, () -> all.stream().map(r -> row(line.path(), r)).iterator());
        new RowExport(RowWriter.CSV, CsvDialect.of(desk.words().locale()), List.of())
                .write(rows, target, true, n -> job.tell(n, all.size()), job::isGivenUp);
        return all.size();
    }

    private List<@Nullable Object> row(String file, Rejection r) {
        return Arrays.asList(file, r.part(), r.line(), reasons.of(r.reason()), desk.person(r.text()));
    }

    /** The import that a file of this window became; null where it is not in the store. */
    private @Nullable ImportRun imported(ImportLine line) throws StoreException {
        FileReport report = line.reportProperty().get();
        return report == null || report.status() != FileReport.Status.IMPORTED || report.contents() != null
                ? null
                : desk.session().imports().stream()
                        .filter(run -> run.source().path().equals(line.path()))
                        .reduce((earlier, later) -> later)
                        .orElse(null);
    }

    private List<Rejection> readOnceMore(ImportLine line, Job job) throws StoreException, IOException {
        ImportOptions options = Objects.requireNonNull(line.options());
        List<Rejection> all = new ArrayList<>();
        desk.session()
                .importFiles(
                        List.of(Objects.requireNonNull(line.file())),
                        new ImportOptions(options.zone(), options.feedId(), true),
                        new ImportListener() {
                            @Override
                            public void rejects(Path file, Rejection rejection) {
                                all.add(rejection);
                            }

                            @Override
                            public boolean isCancelled(Path file) {
                                return job.isGivenUp();
                            }
                        });
        if (job.isGivenUp()) {
            throw new CancellationException();
        }
        return all;
    }
}
