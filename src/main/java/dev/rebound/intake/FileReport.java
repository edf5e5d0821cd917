package dev.rebound.intake;

import dev.rebound.domain.Rejection;
import dev.rebound.feeds.Recognition;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one file.
 *
 * @param feed the feed's name; empty when it was not recognised
 * @param read records found; of a file that is withheld those that tell of mail, of which too many cannot be read
 * @param added events stored
 * @param duplicates events that were already known
 * @param rejected records that could not be read
 * @param statuses subscription statuses kept, which are no events; read = added + duplicates + rejected + statuses, but
 *     for records that tell nothing of mail
 * @param message the sentence for the operator; empty when all is said by the numbers
 * @param rejections the first rejected records
 * @param zoneAssumed whether some time carried no zone
 * @param recognitions why it was read as what it was; empty where it was not read
 * @param contents what it tells, where it was only tried; else null
 */
public record FileReport(
        Path file,
        String feed,
        Status status,
        long read,
        long added,
        long duplicates,
        long rejected,
        long statuses,
        String message,
        List<Rejection> rejections,
        boolean zoneAssumed,
        List<Recognition> recognitions,
        @Nullable FileContents contents) {
    /** How many rejected records a report carries; all of them are in the store. */
    public static final int REJECTIONS_SHOWN = 100;

    /** What happened. */
    public enum Status {
        IMPORTED,
        ALREADY_IMPORTED,
        NOT_RECOGNISED,
        CANCELLED,
        /** So much of it cannot be read that nothing is stored unless the person wants it. */
        WITHHELD,
        FAILED;

        /** The word of the command line. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public FileReport {
        rejections = List.copyOf(rejections);
        recognitions = List.copyOf(recognitions);
    }

    /** The same with another sentence. */
    FileReport but(String said) {
        return new FileReport(
                file,
                feed,
                status,
                read,
                added,
                duplicates,
                rejected,
                statuses,
                said,
                rejections,
                zoneAssumed,
                recognitions,
                contents);
    }

    /** What was tried and not kept. */
    FileReport failed(String said) {
        return new FileReport(
                file, feed, Status.FAILED, read, 0, 0, rejected, 0, said, rejections, zoneAssumed, recognitions, null);
    }

    static FileReport without(Path file, Status status, String message) {
        return new FileReport(file, "", status, 0, 0, 0, 0, 0, message, List.of(), false, List.of(), null);
    }
}
