package dev.rebound.evidence;

import java.util.ArrayList;
import java.util.List;

/** The files of a pack: their names, the same in every language, and what is said about each. */
final class PackFiles {
    static final String SUMMARY_MD = "summary.md";
    static final String SUMMARY_HTML = "summary.html";
    static final String ARITHMETIC = "arithmetic.csv";
    static final String COMPARISON = "comparison.csv";
    static final String ROWS = "rows.csv";
    static final String SAMPLE = "sample-records.txt";
    static final String RECORDS = "records.ndjson";
    static final String SOURCES = "sources.csv";
    static final String PACK = "pack.json";

    /**
     * A file of a pack.
     *
     * @param text the last word of the key of what is said about it
     */
    record Name(String file, String text) {}

    private PackFiles() {}

    /** The files of a pack in the order in which they stand in it. */
    static List<Name> names(EvidenceRequest request) {
        List<Name> names = new ArrayList<>();
        names.add(new Name(SUMMARY_MD, "summary"));
        names.add(new Name(SUMMARY_HTML, "page"));
        add(names, request, Part.ARITHMETIC, ARITHMETIC);
        add(names, request, Part.COMPARISON, COMPARISON);
        add(names, request, Part.ROWS, ROWS);
        add(names, request, Part.SAMPLE_RECORDS, SAMPLE);
        add(names, request, Part.ALL_RECORDS, RECORDS);
        add(names, request, Part.SOURCES, SOURCES);
        add(names, request, Part.CONDITIONS, PACK);
        return names;
    }

    private static void add(List<Name> names, EvidenceRequest request, Part part, String file) {
        if (request.has(part)) {
            names.add(new Name(file, part.code()));
        }
    }
}
