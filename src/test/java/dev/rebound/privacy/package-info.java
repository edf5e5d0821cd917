/** Addresses in texts of every disguise. */
@org.jspecify.annotations.NullMarked
package dev.rebound.privacy;
