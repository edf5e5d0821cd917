package dev.rebound.feeds.provider;

import java.util.LinkedHashMap;
import java.util.Map;

/** What a log's earlier lines said of the messages in the queue; the longest unheard of are forgotten. */
final class QueueMemory<T> extends LinkedHashMap<String, T> {
    private static final long serialVersionUID = 1L;
    private static final int MOST = 50_000;

    QueueMemory() {
        super(1_024, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
        return size() > MOST;
    }
}
