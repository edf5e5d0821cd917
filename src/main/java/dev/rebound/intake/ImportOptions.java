package dev.rebound.intake;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How files are imported.
 *
 * @param zone the zone of times that carry none
 * @param feedId the feed the operator chose for all files; null lets the content decide
 * @param dryRun read and report, store nothing
 * @param mostUnreadable the share of a file's records, 0 to 1, above which it is withheld when they cannot be read
 * @param again whether a file that is in the store is read once more: what it tells now takes the place of its import,
 *     which stays where the file cannot be read so
 */
public record ImportOptions(
        ZoneId zone, @Nullable String feedId, boolean dryRun, double mostUnreadable, boolean again) {
    /** The share above which a person is asked first: so much is seldom a damage to live with. */
    public static final double ASKED_ABOVE = 0.05;

    /** Options under which a file that is in the store is left as it is. */
    public ImportOptions(ZoneId zone, @Nullable String feedId, boolean dryRun, double mostUnreadable) {
        this(zone, feedId, dryRun, mostUnreadable, false);
    }

    /** Options under which every record that can be read is kept, however few they are. */
    public ImportOptions(ZoneId zone, @Nullable String feedId, boolean dryRun) {
        this(zone, feedId, dryRun, 1);
    }

    /** The same, but nothing is stored. */
    ImportOptions tried() {
        return new ImportOptions(zone, feedId, true, mostUnreadable, again);
    }
}
