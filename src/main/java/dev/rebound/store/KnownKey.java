package dev.rebound.store;

import org.jspecify.annotations.Nullable;

/** Opens again what was open already, without asking the person for the password once more. */
record KnownKey(StoreKey key) implements PasswordSource {
    @Override
    public char @Nullable [] password() {
        return null;
    }
}
