/** Passwords in the key store of the system, with the system's own programs where they are there. */
@NullMarked
package dev.rebound.keystore;

import org.jspecify.annotations.NullMarked;
