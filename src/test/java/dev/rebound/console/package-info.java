/**
 * The console in real windows on the headless platform: pictures of every view, the acceptance scripts by keyboard, the
 * texts of both languages.
 *
 * <p>Start with {@link dev.rebound.console.PicturesTest}, which writes what it sees to {@code target/pictures}.
 */
@NullMarked
package dev.rebound.console;

import org.jspecify.annotations.NullMarked;
