package dev.rebound.feeds;

import dev.rebound.domain.RawEvent;
import dev.rebound.domain.RawRecord;
import dev.rebound.domain.Rejection;
import dev.rebound.domain.SubscriptionFact;

/** Takes what a file holds, in file order. What it throws ends the reading and reaches the caller unchanged. */
public interface FeedSink {
    /** The names of a table's columns, before its first row; who keeps no rows has no use for it. */
    default void header(RawRecord header) {}

    /** One event. */
    void event(RawEvent event);

    /** One line of a user export. */
    void subscription(SubscriptionFact fact);

    /** One setting of a settings file. */
    void setting(String name, String content);

    /** One record that could not be read. */
    void reject(Rejection rejection);
}
