package dev.rebound.feeds;

import dev.rebound.domain.EventBatch;
import dev.rebound.domain.Workers;

/** A sink that takes the events of large files in batches; between batches it hears everything else, in file order. */
public interface BulkSink extends FeedSink {
    /** Where batches are read and prepared. */
    Workers workers();

    /** Looks at a whole batch before its events are handed over: beside the caller's thread, several at a time. */
    void prepare(EventBatch batch);

    /**
     * Some rows of a prepared batch.
     *
     * @param firstLine 1-based line in the file at which the batch's stretch begins
     */
    void events(EventBatch batch, int from, int to, long firstLine);
}
