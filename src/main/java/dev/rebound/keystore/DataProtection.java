package dev.rebound.keystore;

import dev.rebound.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The data protection of Windows (DPAPI), by PowerShell. Windows seals a text for the person who is logged in; the sealed
 * text lies in a file, which is of no use to anybody else.
 */
record DataProtection(Path folder, String program) implements KeyStore {
    private static final String MISSING = "This computer has no PowerShell. Type the password at each start.";
    private static final String REFUSED = "Windows did not seal or open the password. Type the password at each start.";
    private static final String PROTECTED_DATA =
            "Add-Type -AssemblyName System.Security; $in = [Console]::In.ReadToEnd().Trim(); ";
    private static final String SEAL = PROTECTED_DATA
            + "[Console]::Out.Write([Convert]::ToBase64String([Security.Cryptography.ProtectedData]::Protect("
            + "[Text.Encoding]::ASCII.GetBytes($in), $null, 'CurrentUser')))";
    private static final String OPEN = PROTECTED_DATA
            + "[Console]::Out.Write([Text.Encoding]::ASCII.GetString([Security.Cryptography.ProtectedData]::Unprotect("
            + "[Convert]::FromBase64String($in), $null, 'CurrentUser')))";

    @Override
    public String name() {
        return "Windows DPAPI";
    }

    private Path file(String mark) {
        return folder.resolve("rebound." + mark + ".sealed");
    }

    private String answer(String script, String in) throws StoreException {
        Answer answer = Answer.of(MISSING, in, program, "-NoProfile", "-NonInteractive", "-Command", script);
        if (!answer.isDone() || answer.said().isBlank()) {
            throw Sealed.refused(REFUSED);
        }
        return answer.said();
    }

    @Override
    public Optional<char[]> password(String mark) throws StoreException {
        try {
            return Files.exists(file(mark))
                    ? Sealed.open(answer(OPEN, Files.readString(file(mark))))
                    : Optional.empty();
        } catch (IOException e) {
            throw Sealed.refused(REFUSED);
        }
    }

    @Override
    public void keep(String mark, char[] password) throws StoreException {
        try {
            String sealed = answer(SEAL, Sealed.of(password));
            Files.createDirectories(folder);
            Files.writeString(file(mark), sealed);
        } catch (IOException e) {
            throw Sealed.refused(REFUSED);
        }
        Sealed.readBack(this, mark, password, REFUSED);
    }

    @Override
    public void forget(String mark) throws StoreException {
        try {
            Files.deleteIfExists(file(mark));
        } catch (IOException e) {
            throw Sealed.refused(REFUSED);
        }
    }
}
