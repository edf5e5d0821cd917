/**
 * The words of the product in English and French.
 *
 * <p>{@link dev.rebound.words.Words} joins the vocabulary that window and command line share (states, reasons, kinds of
 * events, statuses) with the texts that one part of the program owns. A missing text is a fault of the program and says
 * so at once; tests compare the languages key by key.
 *
 * <p>{@link dev.rebound.words.Sentences} says in another language what the inner parts say in English.
 *
 * <p>Knows nothing but text. Start with {@link dev.rebound.words.Words}.
 */
@NullMarked
package dev.rebound.words;

import org.jspecify.annotations.NullMarked;
