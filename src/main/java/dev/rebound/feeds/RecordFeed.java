package dev.rebound.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One provider's export whose records are objects: JSON objects, CSV rows (header name → text) or decoded Avro records.
 * Two questions; stateless and safe for any thread.
 */
public interface RecordFeed {
    /** Id, name and what it can tell. */
    FeedInfo info();

    /** What to ask the provider for when files of one kind are missing, from the provider's word for the kind. */
    default String requestName(String word) {
        return word;
    }

    /** Whether this first record is certainly of this feed. The shape's path tells what the content cannot. */
    boolean recognises(Sample sample);

    /**
     * The export of the same source that tells the sends, where this one does not or has to be told to; empty where it is one
     * of our feeds.
     */
    default Optional<String> sendsFrom() {
        return Optional.empty();
    }

    /** The source's word for a send, for who has files of this feed without any. */
    default String wordForSends() {
        return "Send";
    }

    /** Why files of this feed are known and not read, with a next step; empty where they are read. */
    default Optional<String> refusal() {
        return Optional.empty();
    }

    /** How near a record that it does not know comes to it; empty where the feed cannot say. */
    default Optional<NearMiss> nearMiss(Sample sample) {
        return Optional.empty();
    }

    /** Says what one record holds; a bad record is rejected through the context, never thrown. */
    void read(JsonNode record, RecordContext context);

    /** How plain records of a large file like this are read without a look at each; null where each needs one. */
    default @Nullable FlatPlan flatPlan(Sample sample) {
        return null;
    }

    /** What a record looks like from outside. */
    enum Shape {
        JSON,
        CSV,
        AVRO
    }

    /**
     * The first record of a file.
     *
     * @param name Avro: the schema's full name; else empty
     * @param path the file's path, inside its container too
     */
    record Sample(Shape shape, String name, String path, JsonNode record) {}
}
