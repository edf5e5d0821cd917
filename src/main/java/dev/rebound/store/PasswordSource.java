package dev.rebound.store;

import org.jspecify.annotations.Nullable;

/** Where the password of an encrypted store comes from; asked only where one is needed. */
public interface PasswordSource {
    /** The password, which the caller wipes; null where there is none to be had. */
    char @Nullable [] password();

    /** Nobody to ask. */
    static PasswordSource none() {
        return () -> null;
    }
}
