/**
 * The cases: which are open, what each asks, the figures as they were read, and what moved since.
 *
 * <p>{@link dev.rebound.console.cases.CasesModel} keeps them through the window's changes, so that each can be taken back;
 * {@link dev.rebound.console.cases.CasesView} shows the list and the chosen one.
 *
 * <p>Must not know other views; pins come as places through the navigator.
 */
@NullMarked
package dev.rebound.console.cases;

import org.jspecify.annotations.NullMarked;
