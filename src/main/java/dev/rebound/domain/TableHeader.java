package dev.rebound.domain;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The header of a table as a raw record of its own, before the first row of its part, so that a row still tells what its
 * cells are when the file is gone. Its line is 0, which no record of a file has.
 */
public final class TableHeader {
    private static final int LINE = 0;

    private TableHeader() {}

    /** The record of a header. */
    public static RawRecord of(List<String> names, String part) {
        return new RawRecord(
                names.stream().map(name -> name.replace('\n', ' ')).collect(Collectors.joining("\n")), LINE, part);
    }

    /** Whether a record is one. */
    public static boolean is(RawRecord record) {
        return record.line() == LINE;
    }

    /** The names of such a record; empty where it was taken out since. */
    public static List<String> names(RawRecord header) {
        return header.text().isEmpty() ? List.of() : List.of(header.text().split("\n", -1));
    }
}
