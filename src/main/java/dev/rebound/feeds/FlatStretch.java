package dev.rebound.feeds;

import dev.rebound.domain.EventBatch;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;

/**
 * A stretch of whole records, read.
 *
 * @param length bytes of the stretch; behind them the batch may have written
 * @param asides what is left to the feed, in file order
 * @param lines line ends in the stretch
 * @param isPlain whether the stretch was read; if not, nothing of it was
 */
record FlatStretch(EventBatch batch, int length, List<Aside> asides, int lines, boolean isPlain, boolean zoneAssumed) {
    /** A record before the batch's row of this number: its bytes, and its line in the stretch from 0. */
    record Aside(int row, int from, int to, int line) {}

    FlatStretch {
        asides = List.copyOf(asides);
    }

    InputStream stream() {
        return new ByteArrayInputStream(batch.bytes(), 0, length);
    }
}
