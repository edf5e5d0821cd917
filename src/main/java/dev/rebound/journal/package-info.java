/**
 * What the program did and what went wrong, kept for whoever has to help, without a word about the people in the data.
 *
 * <p>{@link dev.rebound.journal.Journal} appends lines to files of the data folder that are readable by their owner only
 * and rotate; {@link dev.rebound.journal.Note} is one line, which lets numbers, codes and filtered words through and
 * nothing else; {@link dev.rebound.journal.Trouble} gives every trouble its stable code; {@link
 * dev.rebound.journal.SupportReport} is the text that a person copies for support; {@link
 * dev.rebound.journal.UncaughtTrouble} tells what fails on a thread that nobody waits for.
 *
 * <p>Must not know what a message of an exception says: it may hold addresses, names of files and texts of replies.
 *
 * <p>Start with {@link dev.rebound.journal.Journal}.
 */
@NullMarked
package dev.rebound.journal;

import org.jspecify.annotations.NullMarked;
