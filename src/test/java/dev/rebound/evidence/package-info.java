/** What a pack holds, to whom, and that nobody's address is in it who should not be. */
@org.jspecify.annotations.NullMarked
package dev.rebound.evidence;
