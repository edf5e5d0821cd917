/**
 * Investigations that are kept: a question, the messages it is about as a filter, pinned messages, notes, and the figures
 * as they were read; reopened after new imports a case says what moved.
 *
 * <p>A case is one setting of the store, so that erasing a person reaches its notes and pins too. Start with {@link
 * dev.rebound.cases.CaseFile}.
 *
 * <p>Must not know the window or the store; whoever keeps settings keeps cases.
 */
@NullMarked
package dev.rebound.cases;

import org.jspecify.annotations.NullMarked;
