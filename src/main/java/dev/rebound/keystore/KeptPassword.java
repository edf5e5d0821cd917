package dev.rebound.keystore;

import dev.rebound.store.PasswordSource;
import dev.rebound.store.StoreException;
import dev.rebound.store.StoreFolder;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The password of one data folder's store in the key store. It is kept under a mark of the store's own key file, so it is
 * found wherever the folder goes and belongs to this password alone.
 */
public record KeptPassword(KeyStore keys, Path folder) implements PasswordSource {
    /** The kept password; null where none is kept or nobody can be asked, so that the person is asked next. */
    @Override
    public char @Nullable [] password() {
        try {
            Optional<String> mark = StoreFolder.keyMark(folder);
            return mark.isEmpty() ? null : keys.password(mark.get()).orElse(null);
        } catch (StoreException e) {
            return null;
        }
    }

    /** Whether a password is kept for the store as it is now. */
    public boolean isKept() {
        char[] kept = password();
        if (kept != null) {
            java.util.Arrays.fill(kept, '\0');
        }
        return kept != null;
    }

    /** Keeps the password of the store as it is now. */
    public void keep(char[] password) throws StoreException {
        Optional<String> mark = StoreFolder.keyMark(folder);
        if (mark.isPresent()) {
            keys.keep(mark.get(), password);
        }
    }

    /** The store's mark before its password changes, for {@link #forget(Optional)}; empty where it has none. */
    public Optional<String> mark() throws StoreException {
        return StoreFolder.keyMark(folder);
    }

    /** Forgets what is kept under a mark that no longer holds; that nothing can be asked harms nobody then. */
    public void forget(Optional<String> mark) throws StoreException {
        if (mark.isPresent()) {
            keys.forget(mark.get());
        }
    }
}
