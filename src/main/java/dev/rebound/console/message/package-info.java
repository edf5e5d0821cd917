/**
 * One message in full: its timeline with the waits between, the raw records beside what was read from them, the other
 * messages to its address and with its reply, and a sentence about it for a ticket.
 *
 * <p>{@link dev.rebound.console.message.MessageModel} finds the message by its key in whatever data is newest; {@link
 * dev.rebound.console.message.MessageView} shows it. The pieces that a list's pane shares stand in the kit.
 *
 * <p>Must not know other views; it goes elsewhere through the navigator.
 */
@NullMarked
package dev.rebound.console.message;

import org.jspecify.annotations.NullMarked;
