/**
 * Evidence packs: one ZIP that explains a set of messages to somebody outside, each number with its rows, each row with its
 * file, line and hash.
 *
 * <p>A pack is made for a customer (plain words, no full address anywhere), for a sending service or postmaster (IPs,
 * replies, times in UTC) or for the house (everything). It is written in English or French, whole or not at all, and two
 * packs of the same state of the data differ in the time of their making only.
 *
 * <p>Asks the session; knows no window and no command line. Start with {@link dev.rebound.evidence.EvidencePack}, then
 * {@link dev.rebound.evidence.Summary}, which decides what a pack says to whom.
 */
@NullMarked
package dev.rebound.evidence;

import org.jspecify.annotations.NullMarked;
