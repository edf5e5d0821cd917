package dev.rebound.evidence;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a pack may hold beside its summary. */
public enum Part {
    /** The states with their counts, and the sum. */
    ARITHMETIC,
    /** The figures of a dashboard against the rows, where somebody gave some. */
    COMPARISON,
    /** Every message as a row. */
    ROWS,
    /** Twenty raw records, as the source wrote them. */
    SAMPLE_RECORDS,
    /** Every raw record behind the rows. */
    ALL_RECORDS,
    /** The source files: names, hashes, lines. */
    SOURCES,
    /** Filter, time zone, coverage, version. */
    CONDITIONS;

    /** What a pack holds where nothing else was asked for. */
    public static Set<Part> usual() {
        return EnumSet.complementOf(EnumSet.of(ALL_RECORDS));
    }

    /** The name used for its texts. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
