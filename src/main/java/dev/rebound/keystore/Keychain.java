package dev.rebound.keystore;

import dev.rebound.store.StoreException;
import java.util.Optional;

/** The Keychain of macOS, by {@code security}. */
record Keychain(String program) implements KeyStore {
    private static final String MISSING = "This computer has no program security. Type the password at each start.";
    private static final String REFUSED =
            "The Keychain did not answer or was not unlocked. Unlock it, or type the password at each start.";
    private static final int NOT_THERE = 44;

    @Override
    public String name() {
        return "Keychain";
    }

    @Override
    public Optional<char[]> password(String mark) throws StoreException {
        Answer answer =
                Answer.of(MISSING, "", program, "find-generic-password", "-s", Sealed.SERVICE, "-a", mark, "-w");
        if (!answer.isDone() && answer.code() != NOT_THERE) {
            throw Sealed.refused(REFUSED);
        }
        return answer.isDone() ? Sealed.open(answer.said()) : Optional.empty();
    }

    @Override
    public void keep(String mark, char[] password) throws StoreException {
        // The command goes by standard input as a whole: among the arguments everybody could read the password.
        String command = "add-generic-password -U -s " + Sealed.SERVICE + " -a " + mark + " -l Rebound -w "
                + Sealed.of(password) + "\n";
        Answer.of(MISSING, command, program, "-i");
        Sealed.readBack(this, mark, password, REFUSED);
    }

    @Override
    public void forget(String mark) throws StoreException {
        Answer answer = Answer.of(MISSING, "", program, "delete-generic-password", "-s", Sealed.SERVICE, "-a", mark);
        if (!answer.isDone() && answer.code() != NOT_THERE) {
            throw Sealed.refused(REFUSED);
        }
    }
}
