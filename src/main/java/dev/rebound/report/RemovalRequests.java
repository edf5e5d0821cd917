package dev.rebound.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rebound.domain.EmailAddress;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Bodies for Braze's {@code POST /email/bounce/remove}, which takes at most 50 addresses at once (Braze API, "Remove hard
 * bounced emails"). They are written to files for a person to send; nothing is sent from here.
 */
public final class RemovalRequests {
    /** The most addresses that one request may hold. */
    public static final int MOST = 50;

    private RemovalRequests() {}

    /** Those that a request can name: not what a source gave as a hash, nor anything else without a domain. */
    public static List<String> nameable(List<String> addresses) {
        return addresses.stream()
                .filter(EmailAddress::isPresent)
                .filter(a -> !new EmailAddress(a).domain().isEmpty())
                .distinct()
                .toList();
    }

    /** How many files so many addresses need. */
    public static int files(int addresses) {
        return (addresses + MOST - 1) / MOST;
    }

    /**
     * Writes {@code bounce-remove-001.json}, {@code -002}, … beside each other, with those that can be named.
     *
     * @return the files, in order
     * @throws FileAlreadyExistsException before anything is written, when one of the files is there already
     */
    public static List<Path> write(List<String> wanted, Path folder) throws IOException {
        List<String> addresses = nameable(wanted);
        List<Path> files = new ArrayList<>();
        for (int i = 1; i <= files(addresses.size()); i++) {
            Path file = folder.resolve("bounce-remove-%03d.json".formatted(i));
            if (Files.exists(file)) {
                throw new FileAlreadyExistsException(file.toString());
            }
            files.add(file);
        }
        Files.createDirectories(folder);
        for (int i = 0; i < files.size(); i++) {
            OwnersFile.write(
                    files.get(i), body(addresses.subList(i * MOST, Math.min(addresses.size(), (i + 1) * MOST))));
        }
        return files;
    }

    /** One body with those that can be named; the caller sees to it that they are not too many. */
    public static String body(List<String> wanted) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        nameable(wanted).forEach(body.putArray("email")::add);
        return body.toPrettyString() + "\n";
    }
}
