package dev.rebound.feeds;

import dev.rebound.domain.EventKind;
import java.util.Set;

/** What a feed is called and what it can tell. */
public record FeedInfo(String id, String name, Set<EventKind> answers) {
    public FeedInfo {
        answers = Set.copyOf(answers);
    }
}
