package dev.rebound.session;

import dev.rebound.domain.RawRecord;
import dev.rebound.domain.TableHeader;
import dev.rebound.feeds.profile.TableSample;
import dev.rebound.store.ImportRun;
import dev.rebound.store.ImportSource;
import dev.rebound.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The names of the columns of a table that was imported: from the header that is kept before its first row, and for an import of a time
 * before headers were kept from its file, as long as that lies there unchanged. One thread at a time.
 */
public final class ColumnNames {
    /** The table of a file that was read before. */
    private record Table(long importId, String part) {}

    private final Session session;
    private final Map<Table, List<String>> known = new HashMap<>();

    /** Of the tables of one session's store. */
    public ColumnNames(Session session) {
        this.session = session;
    }

    /** The names in their order; empty where they are not known. */
    public synchronized List<String> of(long importId, int rawIndex, RawRecord record) throws StoreException {
        Table table = new Table(importId, record.part());
        List<String> names = known.get(table);
        if (names == null) {
            names = kept(importId, rawIndex, record);
            if (names.isEmpty()) {
                names = ofFile(importId, record.part());
            }
            known.put(table, names);
        }
        return names;
    }

    private List<String> ofFile(long importId, String part) throws StoreException {
        return session.imports().stream()
                .filter(run -> run.id() == importId)
                .findFirst()
                .map(ImportRun::source)
                .flatMap(ColumnNames::file)
                .flatMap(TableSample::of)
                .filter(sample -> sample.texts().stream().anyMatch(t -> t.part().equals(part)))
                .map(TableSample::columns)
                .orElse(List.of());
    }

    /**
     * From the record before the first row of the same part. A record is at least a line, so that it lies no further back
     * than the record's line, and the parts of a file follow each other: it is found by halving.
     */
    private List<String> kept(long importId, int rawIndex, RawRecord record) throws StoreException {
        int from = (int) Math.max(0, rawIndex - record.line());
        int to = rawIndex;
        RawRecord first = record;
        while (from < to) {
            int middle = (from + to) >>> 1;
            RawRecord there = session.rawRecord(importId, middle);
            if (there.part().equals(record.part())) {
                to = middle;
                first = there;
            } else {
                from = middle + 1;
            }
        }
        return TableHeader.is(first) ? TableHeader.names(first) : List.of();
    }

    /** The file, as long as it weighs what it weighed. */
    private static Optional<Path> file(ImportSource source) {
        try {
            Path file = Path.of(source.path());
            return Files.isRegularFile(file) && Files.size(file) == source.bytes()
                    ? Optional.of(file)
                    : Optional.empty();
        } catch (InvalidPathException | IOException e) {
            return Optional.empty();
        }
    }
}
