package dev.rebound.keystore;

import dev.rebound.store.StoreException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps passwords for the person who is logged in. Where the computer has no key store, or the person does not unlock it,
 * each method says so in a sentence.
 */
public interface KeyStore {
    /** What the system calls it. */
    String name();

    /** The password that is kept for a store; empty where none is. */
    Optional<char[]> password(String mark) throws StoreException;

    /** Keeps a password for a store, in the place of an older one, and reads it back. */
    void keep(String mark, char[] password) throws StoreException;

    /** Forgets the password of a store; nothing happens where none is kept. */
    void forget(String mark) throws StoreException;

    /**
     * The key store of this system.
     *
     * @param folder where what the system sealed is kept, on systems that keep nothing themselves
     */
    static KeyStore ofThisComputer(Path folder) {
        return of(System.getProperty("os.name", ""), folder);
    }

    static KeyStore of(String system, Path folder) {
        String os = system.toLowerCase(Locale.ROOT);
        if (os.contains("win")) {
            return new DataProtection(folder, windowsProgram(System.getenv("SystemRoot")));
        }
        return os.contains("mac") ? new Keychain("/usr/bin/security") : new SecretService("secret-tool");
    }

    /** By its whole path: of a bare name Windows would take the one in the folder that the person stands in. */
    private static String windowsProgram(@Nullable String systemRoot) {
        return (systemRoot == null ? "C:\\Windows" : systemRoot)
                + "\\System32\\WindowsPowerShell\\v1.0\\powershell.exe";
    }
}
