/**
 * Rebound beside DuckDB and SQLite at one, two, five or ten million events: import, questions, growth, start.
 *
 * <p>All peers read the same deterministic files in the same run on the same machine: they parse, leave repeated events
 * out and store durably; then the same questions are asked of all. A figure is the median of several runs, printed with
 * its ratio and the machine's load, since absolute times say little on a machine that others use too.
 *
 * <p>Start with {@link dev.rebound.bench.scale.ScaleBench}; {@link dev.rebound.bench.scale.Traffic} says what the data are.
 */
@NullMarked
package dev.rebound.bench.scale;

import org.jspecify.annotations.NullMarked;
