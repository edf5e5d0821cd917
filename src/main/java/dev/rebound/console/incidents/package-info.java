/**
 * The incidents of mailbox providers: when one of them refused or delayed mail unusually, and what is different about
 * that mail.
 *
 * <p>{@link dev.rebound.console.incidents.IncidentsModel} asks {@link dev.rebound.insight.Incidents} in the background;
 * the view shows the list and one incident in words, with its rows, its questionable addresses and who could be written
 * to again.
 *
 * <p>Must not know other views; rows are opened in the log through the navigator.
 */
@NullMarked
package dev.rebound.console.incidents;

import org.jspecify.annotations.NullMarked;
