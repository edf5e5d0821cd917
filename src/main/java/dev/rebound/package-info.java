/**
 * The start of the program and its one composition root.
 *
 * <p>{@link dev.rebound.Rebound} hands the arguments to the command line; {@link dev.rebound.DesktopWindow} is how a
 * command reaches the window without loading a line of it before it is wanted. Nothing else may know both sides.
 *
 * <p>Start with {@link dev.rebound.Rebound#run}.
 */
@NullMarked
package dev.rebound;

import org.jspecify.annotations.NullMarked;
