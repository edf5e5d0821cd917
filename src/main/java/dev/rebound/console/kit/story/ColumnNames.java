package dev.rebound.console.kit.story;

import dev.rebound.domain.RawRecord;
import dev.rebound.feeds.profile.TableSample;
import dev.rebound.session.Session;
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
 * The names of the columns of a table that was imported, read from its file. The store keeps records, not the headers above them: where
 * the file is gone, or is another one now, nothing is known. One thread at a time.
 */
final class ColumnNames {
    /** The table of a file that was read before. */
    private record Table(long importId, String part) {}

    private final Session session;
    private final Map<Table, List<String>> known = new HashMap<>();

    ColumnNames(Session session) {
        this.session = session;
    }

    /** The names in their order; empty where they are not known. */
    synchronized List<String> of(long importId, RawRecord record) throws StoreException {
        Table table = new Table(importId, record.part());
        List<String> names = known.get(table);
        if (names == null) {
            names = session.imports().stream()
                    .filter(run -> run.id() == importId)
                    .findFirst()
                    .map(ImportRun::source)
                    .flatMap(ColumnNames::file)
                    .flatMap(TableSample::of)
                    .filter(sample ->
                            sample.texts().stream().anyMatch(t -> t.part().equals(record.part())))
                    .map(TableSample::columns)
                    .orElse(List.of());
            known.put(table, names);
        }
        return names;
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
