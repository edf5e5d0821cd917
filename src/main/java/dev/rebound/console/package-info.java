/**
 * The windows of the program.
 *
 * <p>{@link dev.rebound.console.ConsoleApp} builds the services and the main window, for the person's own data and for
 * the sample beside it. Each view has a package of its own with a model (state, no node) and a view (nodes, no state);
 * {@code kit} holds what all are built with, {@code shell} puts them together.
 *
 * <p>No package here may read a file format, know a rule or speak SQL: questions go to the session and its picture.
 */
@NullMarked
package dev.rebound.console;

import org.jspecify.annotations.NullMarked;
