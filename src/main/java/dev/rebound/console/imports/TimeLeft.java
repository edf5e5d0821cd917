package dev.rebound.console.imports;

import java.time.Duration;
import java.util.Optional;

/** How long a file will still take, judged by what it took so far. */
final class TimeLeft {
    /** Before that nobody can say, and what takes no longer needs no word. */
    private static final Duration FIRST = Duration.ofSeconds(3);

    private TimeLeft() {}

    /** In whole seconds, at least one; empty in the first seconds and where the size is not known. */
    static Optional<Duration> of(Duration soFar, long done, long whole) {
        if (soFar.compareTo(FIRST) < 0 || done <= 0 || whole < done) {
            return Optional.empty();
        }
        double left = soFar.toMillis() * ((double) whole / done - 1);
        return Optional.of(Duration.ofSeconds(Math.max(1, Math.round(left / 1000))));
    }
}
