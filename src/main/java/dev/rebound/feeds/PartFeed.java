package dev.rebound.feeds;

import dev.rebound.feeds.container.FeedException;
import dev.rebound.feeds.container.Head;
import dev.rebound.feeds.container.Part;
import java.io.IOException;

/** A feed that reads a whole part by itself, because its records are no objects: bounce mails. */
public interface PartFeed {
    /** Id, name and what it can tell. */
    FeedInfo info();

    /** Whether the part's beginning is certainly of this feed. */
    boolean recognises(Head head);

    /** Reads the part to the sink. */
    PartReading read(Part part, ReadOptions options, FeedSink sink) throws IOException, FeedException;
}
