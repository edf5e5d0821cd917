package dev.rebound.cli;

import dev.rebound.keystore.KeptPassword;
import dev.rebound.session.Session;
import dev.rebound.store.PasswordSource;
import dev.rebound.store.StoreException;
import java.util.Arrays;
import java.util.Optional;
import picocli.CommandLine;

/** {@code password}: keeps the store's password in the key store of the system, forgets it there, or says whether it is kept. */
@CommandLine.Command(
        name = "password",
        description = "Says whether the key store of the system keeps the store's password; keeps or forgets it there.",
        mixinStandardHelpOptions = true)
final class PasswordCommand extends Command {
    @CommandLine.Option(names = "--keep", description = "Keep the password there, after trying it.")
    boolean keep;

    @CommandLine.Option(names = "--forget", description = "Forget the password there; it is asked again.")
    boolean forget;

    @Override
    public Integer call() throws Exception {
        Globals g = globals();
        KeptPassword kept = g.kept(g.folder());
        Optional<String> mark = kept.mark();
        if (keep && forget) {
            throw new WrongUse(g.words().of("password.both"));
        }
        if (keep && mark.isEmpty()) {
            throw new WrongUse(g.words().of("password.plain"));
        }
        if (keep) {
            keep(g, kept);
        }
        if (forget) {
            kept.forget(mark);
        }
        boolean isKept = kept.isKept();
        if (g.json) {
            terminal()
                    .json(Terminal.object()
                            .put("encrypted", mark.isPresent())
                            .put("kept", isKept)
                            .put("key_store", kept.keys().name()));
        }
        terminal()
                .tell(g.words()
                        .of(
                                mark.isEmpty() ? "password.plain" : isKept ? "password.kept" : "password.notkept",
                                kept.keys().name()));
        return DONE;
    }

    private static void keep(Globals g, KeptPassword kept) throws StoreException {
        Passwords passwords = g.passwords(PasswordSource.none());
        try (Session session = g.open(g.folder(), passwords)) {
            char[] password = passwords.password();
            if (password != null && session.storeFacts().encrypted()) {
                kept.keep(password);
                Arrays.fill(password, '\0');
            }
        }
    }

    /** Forgets what holds no longer; a key store that does not answer then has nothing to lose. */
    static void forgetQuietly(KeptPassword kept, Optional<String> mark) {
        try {
            kept.forget(mark);
        } catch (StoreException e) {
            return;
        }
    }
}
