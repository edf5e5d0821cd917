package dev.rebound.keystore;

import dev.rebound.store.StoreException;
import dev.rebound.store.StoreException.Trouble;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** The form in which a password is kept: letters and digits alone, so that no program on the way changes a sign of it. */
final class Sealed {
    /** Under what passwords are kept. */
    static final String SERVICE = "rebound";

    private Sealed() {}

    static String of(char[] password) {
        return Base64.getEncoder().encodeToString(new String(password).getBytes(StandardCharsets.UTF_8));
    }

    /** The password; empty where something else is kept under the store's mark. */
    static Optional<char[]> open(String kept) {
        try {
            return Optional.of(
                    new String(Base64.getDecoder().decode(kept.strip()), StandardCharsets.UTF_8).toCharArray());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static StoreException refused(String sentence) {
        return new StoreException(Trouble.OTHER, sentence, null);
    }

    /** What was kept must be there: a password that the person believes kept is not written down elsewhere. */
    static void readBack(KeyStore store, String mark, char[] password, String sentence) throws StoreException {
        Optional<char[]> kept = store.password(mark);
        if (kept.isEmpty() || !Arrays.equals(kept.get(), password)) {
            throw refused(sentence);
        }
    }
}
