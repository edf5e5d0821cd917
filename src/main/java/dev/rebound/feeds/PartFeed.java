package dev.rebound.feeds;

import dev.rebound.feeds.container.FeedException;
import dev.rebound.feeds.container.Head;
import dev.rebound.feeds.container.Part;
import java.io.IOException;
import java.util.Optional;

/** A feed that reads a whole part by itself, because its records are no objects: bounce mails. */
public interface PartFeed {
    /** Id, name and what it can tell. */
    FeedInfo info();

    /** Whether the part's beginning is certainly of this feed. */
    boolean recognises(Head head);

    /**
     * What its lines carry, where the part is of the same kind as its files and no line of its beginning carries it; empty
     * where the part is of another kind.
     */
    default Optional<String> missingSign(Head head) {
        return Optional.empty();
    }

    /** What tells the sends, where this feed does not. */
    default Optional<String> sendsFrom() {
        return Optional.empty();
    }

    /** Reads the part to the sink. */
    PartReading read(Part part, ReadOptions options, FeedSink sink) throws IOException, FeedException;
}
