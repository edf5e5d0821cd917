package dev.rebound.keystore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.rebound.store.Store;
import dev.rebound.store.StoreException;
import dev.rebound.store.StoreFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The password in the system's key store. The real Secret Service is asked where this computer has one; the programs of the
 * other systems are stood for by shell programs that answer as those do, so that what is said to them is tried here.
 */
class KeyStoreTest {
    private static final char[] PASSWORD = "correct \"horse\" é\\ ".toCharArray();

    @TempDir
    Path folder;

    private String program(String name, String script) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "#!/bin/sh\ncd " + folder + "\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return file.toString();
    }

    private static void keepsFindsAndForgets(KeyStore keys) throws StoreException {
        assertThat(keys.password("a1")).isEmpty();
        keys.forget("a1");
        keys.keep("a1", PASSWORD);
        assertThat(keys.password("a1").map(String::new)).contains(new String(PASSWORD));
        keys.keep("a1", "another".toCharArray());
        assertThat(keys.password("a1").map(String::new)).contains("another");
        assertThat(keys.password("b2")).isEmpty();
        keys.forget("a1");
        assertThat(keys.password("a1")).isEmpty();
    }

    /** Run by the test below inside a session that has a key store of its own. */
    public static void main(String[] args) throws Exception {
        keepsFindsAndForgets(new SecretService("secret-tool"));
        System.out.println("kept, found and forgotten");
    }

    @Test
    void theSecretServiceOfLinuxKeepsIt() throws Exception {
        assumeTrue(
                List.of("secret-tool", "gnome-keyring-daemon", "dbus-run-session").stream()
                        .allMatch(p -> Files.isExecutable(Path.of("/usr/bin", p))),
                "this computer has no Secret Service");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder session = new ProcessBuilder(
                        "dbus-run-session",
                        "--",
                        "sh",
                        "-c",
                        "printf test | gnome-keyring-daemon --unlock --components=secrets >/dev/null && exec \"$@\"",
                        "sh",
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KeyStoreTest.class.getName())
                .redirectErrorStream(true);
        session.environment().put("XDG_DATA_HOME", folder.toString());
        session.environment().put("XDG_RUNTIME_DIR", folder.toString());
        Process process = session.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said).contains("kept, found and forgotten");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void secretToolGetsThePasswordByItsInputAlone() throws Exception {
        KeyStore keys = new SecretService(program("secret-tool", """
                echo "$@" >> arguments
                for last; do :; done
                case $1 in
                store) cat > "kept.$last";;
                lookup) test -f "kept.$last" && cat "kept.$last";;
                clear) rm -f "kept.$last";;
                esac
                """));
        keepsFindsAndForgets(keys);
        assertThat(folder.resolve("arguments"))
                .content()
                .contains("store --label=Rebound service rebound store a1")
                .doesNotContain(Sealed.of(PASSWORD))
                .doesNotContain("horse");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theKeychainOfMacOsGetsItByItsInputAlone() throws Exception {
        KeyStore keys = new Keychain(program("security", """
                echo "$@" >> arguments
                case $1 in
                -i) read -r add u s service a mark l label w password; printf '%s' "$password" > "kept.$mark";;
                find-generic-password) test -f "kept.$5" || exit 44; cat "kept.$5"; echo;;
                delete-generic-password) test -f "kept.$5" || exit 44; rm "kept.$5";;
                esac
                """));
        keepsFindsAndForgets(keys);
        assertThat(folder.resolve("arguments")).content().doesNotContain(Sealed.of(PASSWORD));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void windowsSealsItIntoAFileThatHoldsNoPassword() throws Exception {
        Path sealed = folder.resolve("sealed");
        KeyStore keys = new DataProtection(sealed, program("powershell", """
                echo "$@" >> arguments
                case "$*" in
                *Unprotect*) tr 'a-zA-Z' 'n-za-mN-ZA-M';;
                *) tr 'a-zA-Z' 'n-za-mN-ZA-M';;
                esac
                """));
        keepsFindsAndForgets(keys);
        keys.keep("a1", PASSWORD);
        assertThat(sealed.resolve("rebound.a1.sealed")).content().doesNotContain(Sealed.of(PASSWORD));
        assertThat(folder.resolve("arguments"))
                .content()
                .contains("CurrentUser")
                .doesNotContain(Sealed.of(PASSWORD));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void whereThereIsNoneASentenceSaysSo() throws Exception {
        assertThatThrownBy(() -> new SecretService(folder.resolve("missing").toString()).keep("a1", PASSWORD))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("Install it");
        String locked = program("locked", "echo 'Cannot autolaunch D-Bus' >&2; exit 1\n");
        assertThatThrownBy(() -> new SecretService(locked).keep("a1", PASSWORD))
                .hasMessageContaining("did not answer or was not unlocked");
        assertThatThrownBy(() -> new SecretService(locked).forget("a1")).isInstanceOf(StoreException.class);
        String forgetful = program("forgetful", "cat >/dev/null\n");
        for (KeyStore keys :
                List.of(new SecretService(forgetful), new Keychain(forgetful), new DataProtection(folder, forgetful))) {
            assertThatThrownBy(() -> keys.keep("a1", PASSWORD))
                    .as("%s: what was not kept is not said to be kept", keys.name())
                    .isInstanceOf(StoreException.class);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aStoreOpensWithWhatIsKeptWhereverItsFolderGoes() throws Exception {
        KeyStore keys = new Keychain(program("security", """
                case $1 in
                -i) read -r add u s service a mark l label w password; printf '%s' "$password" > "kept.$mark";;
                find-generic-password) test -f "kept.$5" || exit 44; cat "kept.$5"; echo;;
                esac
                """));
        Path data = folder.resolve("data");
        try (Store store = Store.open(data)) {
            store.encrypt(PASSWORD.clone());
        }
        KeptPassword kept = new KeptPassword(keys, data);
        assertThat(kept.isKept()).isFalse();
        kept.keep(PASSWORD);
        Path moved = Files.move(data, folder.resolve("moved"));
        try (Store store = Store.open(moved, new KeptPassword(keys, moved))) {
            assertThat(store.isWritable()).isTrue();
            Optional<String> before = StoreFolder.keyMark(moved);
            store.encrypt("another".toCharArray());
            assertThat(StoreFolder.keyMark(moved)).isNotEqualTo(before);
        }
        assertThat(new KeptPassword(keys, moved).isKept())
                .as("another password is another mark")
                .isFalse();
        assertThat(new KeptPassword(new SecretService("no such program"), moved).password())
                .as("the person is asked next")
                .isNull();
    }
}
