package dev.rebound.session;

import dev.rebound.intake.FileReport;
import java.util.List;

/** What became of a list of files. */
public record ImportReport(List<FileReport> files, long newlyInvalid) {
    public ImportReport {
        files = List.copyOf(files);
    }

    /** Events stored. */
    public long added() {
        return files.stream().mapToLong(FileReport::added).sum();
    }

    /** Events that were already known. */
    public long duplicates() {
        return files.stream().mapToLong(FileReport::duplicates).sum();
    }

    /** Records that could not be read. */
    public long rejected() {
        return files.stream().mapToLong(FileReport::rejected).sum();
    }

    /** Whether something deserves a look: rejected records, or a file that was not taken. */
    public boolean deservesALook() {
        return rejected() > 0
                || files.stream()
                        .anyMatch(f -> f.status() != FileReport.Status.IMPORTED
                                && f.status() != FileReport.Status.ALREADY_IMPORTED);
    }
}
