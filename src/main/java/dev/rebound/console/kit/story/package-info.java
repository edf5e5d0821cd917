/**
 * The story of one message, as every view tells it: the state in words, why, what next, the server's reply, the chain of
 * events with its waits, the raw record beside what was read from it.
 *
 * <p>{@link dev.rebound.console.kit.story.Story} is what is told; {@link dev.rebound.console.kit.story.StoryPane} tells
 * it beside a list; the message's own view uses the same pieces at length.
 *
 * <p>Knows no view. It reads raw records in the background through the desk.
 */
@NullMarked
package dev.rebound.console.kit.story;

import org.jspecify.annotations.NullMarked;
