/** What the journal lets through, and what it never does. */
@org.jspecify.annotations.NullMarked
package dev.rebound.journal;
