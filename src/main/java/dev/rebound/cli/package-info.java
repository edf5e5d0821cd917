/**
 * The command line: the same store, the same filter language and the same numbers as the window, for people and scripts.
 *
 * <p>Results go to standard output (tables for people, JSON with {@code --json}), progress and messages to standard
 * error. Exit codes: 0 done, 1 done but something deserves a look, 2 wrong use, 3 file or store error, 4 cancelled.
 * Command names, field names and codes are an interface.
 *
 * <p>Knows everything but the window; never loads JavaFX.
 *
 * <p>Start with {@link dev.rebound.cli.CommandLineProgram}; each command is one small class.
 */
@NullMarked
package dev.rebound.cli;

import org.jspecify.annotations.NullMarked;
