package dev.rebound.console;

import dev.rebound.keystore.KeyStore;
import dev.rebound.store.StoreException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A key store for as long as a test runs, so that none of the computer's own is touched. */
final class PassingKeyStore implements KeyStore {
    final Map<String, String> kept = new HashMap<>();
    boolean refuses;

    @Override
    public String name() {
        return "Secret Service";
    }

    @Override
    public Optional<char[]> password(String mark) throws StoreException {
        return Optional.ofNullable(kept.get(mark)).map(String::toCharArray);
    }

    @Override
    public void keep(String mark, char[] password) throws StoreException {
        if (refuses) {
            throw new StoreException(
                    StoreException.Trouble.OTHER,
                    "The key store of this computer did not answer or was not unlocked. Unlock it, or type the"
                            + " password at each start.",
                    null);
        }
        kept.put(mark, new String(password));
    }

    @Override
    public void forget(String mark) {
        kept.remove(mark);
    }
}
