/**
 * The dialog that makes an evidence pack: for whom, in which language, with what, how addresses are shown, and how it reads.
 *
 * <p>{@link dev.rebound.console.evidence.EvidenceModel} asks {@link dev.rebound.evidence.EvidencePack} in the background
 * and writes the file; the view stands over whatever view asked for it.
 *
 * <p>Must not know other views; it is opened through the navigator with what the pack is about.
 */
@NullMarked
package dev.rebound.console.evidence;

import org.jspecify.annotations.NullMarked;
