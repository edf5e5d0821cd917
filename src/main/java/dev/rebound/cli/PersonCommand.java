package dev.rebound.cli;

import dev.rebound.domain.EmailAddress;
import dev.rebound.evidence.PersonalData;
import dev.rebound.session.Session;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code person ADDRESS}: all that is held about a person, for a request for access. */
@CommandLine.Command(
        name = "person",
        description = "Writes all that is held about a person, for a request for access.",
        mixinStandardHelpOptions = true)
final class PersonCommand extends Command {
    @CommandLine.Parameters(paramLabel = "ADDRESS", arity = "1")
    String address = "";

    @CommandLine.Option(names = "-o", paramLabel = "FILE", description = "Write to a file instead of standard output.")
    @Nullable
    Path file;

    @CommandLine.Option(names = "--force", description = "Replace the file when it exists.")
    boolean force;

    @Override
    public Integer call() throws Exception {
        Globals g = globals();
        if (!EmailAddress.isPresent(address)) {
            throw new WrongUse(g.words().of("erase.noaddress", address));
        }
        Path to = file;
        if (to != null && Files.exists(to) && !force) {
            throw new FileAlreadyExistsException(to.toString());
        }
        try (Session session = g.open()) {
            PersonalData data = PersonalData.of(session, address);
            if (to == null) {
                terminal().json(data.json());
            } else {
                data.write(to);
            }
            terminal().tell(g.words().of("person.found", data.messages(), data.others()));
            return data.isAnything() ? DONE : LOOK;
        }
    }
}
