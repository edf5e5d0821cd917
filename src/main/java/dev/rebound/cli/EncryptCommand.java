package dev.rebound.cli;

import dev.rebound.session.Session;
import dev.rebound.store.PasswordSource;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code encrypt}: turns the store's encryption on, changes its password, or turns it off. */
@CommandLine.Command(
        name = "encrypt",
        description = "Encrypts the store under a password, or changes the password. There is no way in without it.",
        mixinStandardHelpOptions = true)
final class EncryptCommand extends Command {
    @CommandLine.Option(
            names = "--new-password-file",
            paramLabel = "FILE",
            description = "Holds the new password (else REBOUND_NEW_PASSWORD, or asked here).")
    @Nullable
    Path newPasswordFile;

    @CommandLine.Option(names = "--off", description = "Make the store plain again.")
    boolean off;

    @Override
    public Integer call() throws Exception {
        Globals g = globals();
        try (Session session = g.open()) {
            Optional<String> mark = g.kept(g.folder()).mark();
            boolean before = session.storeFacts().encrypted();
            if (off) {
                if (before) {
                    session.encrypt(null);
                }
            } else {
                char[] password =
                        new Passwords(newPasswordFile, System::getenv, PasswordSource.none(), g.words()).fresh();
                if (password == null || password.length == 0) {
                    throw new WrongUse(g.words().of("encrypt.nopassword"));
                }
                session.encrypt(password);
                Arrays.fill(password, '\0');
            }
            // What is kept under the former password opens nothing any more.
            PasswordCommand.forgetQuietly(g.kept(g.folder()), mark);
            if (g.json) {
                terminal()
                        .json(Terminal.object()
                                .put("encrypted", session.storeFacts().encrypted())
                                .put("was_encrypted", before));
            }
            terminal().tell(g.words().of(off ? "encrypt.off" : before ? "encrypt.changed" : "encrypt.on"));
            return DONE;
        }
    }
}
