package dev.rebound.bench.scale;

import dev.rebound.bench.scale.Traffic.Format;
import dev.rebound.store.StoreException;
import java.nio.file.Path;
import java.sql.SQLException;

/** One way to keep events and to answer questions about them. */
interface Peer extends AutoCloseable {
    /** Its name in the tables. */
    String name();

    /** Reads a file, leaves repeated events out and stores the rest durably; gives the number of events held. */
    long load(Path file, Format format) throws Exception;

    /** Works out what became of each message, as questions need it. */
    void understand() throws Exception;

    /** Answers one question and gives a number by which answers can be compared. */
    long answer(Ask ask) throws Exception;

    /** Bytes on disk after a clean close. */
    long closedSizeBytes() throws Exception;

    @Override
    void close() throws SQLException, StoreException;
}
