package dev.rebound.insight;

import java.util.stream.IntStream;

/** Work on numbers from 0 on, of which none depends on another: on every processor where they are many. */
final class Beside {
    /** Fewer are done sooner than somebody else has begun. */
    private static final int MANY = 1 << 14;

    private Beside() {}

    /** What is done with the numbers from one (inclusive) to another (exclusive). */
    interface Range {
        void visit(int from, int to);
    }

    /** Visits all numbers below a size, each once; ends when all are done. */
    static void each(int size, Range work) {
        int parts = size < MANY ? 1 : Runtime.getRuntime().availableProcessors();
        IntStream.range(0, parts)
                .parallel()
                .forEach(p -> work.visit((int) ((long) size * p / parts), (int) ((long) size * (p + 1) / parts)));
    }
}
