/** What is told of one message, looked at by itself. */
@NullMarked
package dev.rebound.console.kit.story;

import org.jspecify.annotations.NullMarked;
