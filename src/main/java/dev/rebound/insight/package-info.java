/**
 * What the events mean: one final state for each message, the gap of each campaign, the ledger of each address.
 *
 * <p>Everything here is a pure function of an {@link dev.rebound.index.EventTable}, the operator's settings and a clock
 * that the caller holds. Two rules govern it: the state of a message follows the reason read in the reply, the ledger of
 * an address follows the decision of the source; and the sends of any set of messages are the sum of their states.
 *
 * <p>Reads no file, no database and no window, and words nothing for people: sentences are made by whoever shows them.
 *
 * <p>Start with {@link dev.rebound.insight.Picture}; the rules of the states stand in
 * {@link dev.rebound.insight.StateRules}, those of the grouping in {@link dev.rebound.insight.MessageGroups}.
 */
@NullMarked
package dev.rebound.insight;

import org.jspecify.annotations.NullMarked;
