package dev.rebound.keystore;

import dev.rebound.store.StoreException;
import java.util.Optional;

/** The Secret Service of Linux desktops (GNOME Keyring, KWallet, KeePassXC), by {@code secret-tool}. */
record SecretService(String program) implements KeyStore {
    private static final String MISSING =
            "This computer has no program secret-tool. Install it (Debian and Ubuntu: libsecret-tools; Fedora: libsecret),"
                    + " or type the password at each start.";
    private static final String REFUSED =
            "The key store of this computer did not answer or was not unlocked. Unlock it, or type the password at each"
                    + " start.";

    @Override
    public String name() {
        return "Secret Service";
    }

    @Override
    public Optional<char[]> password(String mark) throws StoreException {
        Answer answer = Answer.of(MISSING, "", program, "lookup", "service", Sealed.SERVICE, "store", mark);
        // Nothing kept and nobody there both end with 1; only the second says something.
        if (!answer.isDone() && !answer.complaint().isBlank()) {
            throw Sealed.refused(REFUSED);
        }
        return answer.isDone() ? Sealed.open(answer.said()) : Optional.empty();
    }

    @Override
    public void keep(String mark, char[] password) throws StoreException {
        Answer.of(
                MISSING,
                Sealed.of(password),
                program,
                "store",
                "--label=Rebound",
                "service",
                Sealed.SERVICE,
                "store",
                mark);
        Sealed.readBack(this, mark, password, REFUSED);
    }

    @Override
    public void forget(String mark) throws StoreException {
        Answer answer = Answer.of(MISSING, "", program, "clear", "service", Sealed.SERVICE, "store", mark);
        if (!answer.isDone() && !answer.complaint().isBlank()) {
            throw Sealed.refused(REFUSED);
        }
    }
}
