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
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
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
        Path file = Files.writeString(
                folder.resolve(name),
                "#!/bin/sh\ncd " + folder + "\nenv >> environment\necho \"$@\" >> arguments\n" + script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return file.toString();
    }

    /** What every user of the computer may see of a running program: each command that was typed, once. */
    private List<String> seenByAll() throws IOException {
        String environment = Files.readString(folder.resolve("environment"));
        List<String> arguments = Files.readAllLines(folder.resolve("arguments"));
        for (String secret : List.of(Sealed.of(PASSWORD), "horse", Sealed.of("another".toCharArray()), "another")) {
            assertThat(environment).doesNotContain(secret);
            assertThat(arguments).noneMatch(line -> line.contains(secret));
        }
        return arguments.stream().distinct().toList();
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
                for last; do :; done
                case $1 in
                store) cat > "kept.$last";;
                lookup) test -f "kept.$last" && cat "kept.$last";;
                clear) rm -f "kept.$last";;
                esac
                """));
        keepsFindsAndForgets(keys);
        assertThat(seenByAll())
                .containsExactly(
                        "lookup service rebound store a1",
                        "clear service rebound store a1",
                        "store --label=Rebound service rebound store a1",
                        "lookup service rebound store b2");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theKeychainOfMacOsGetsItByItsInputAlone() throws Exception {
        KeyStore keys = new Keychain(program("security", """
                case $1 in
                -i) read -r line; echo "$line" >> typed; set -- $line; printf '%s' "${10}" > "kept.$6";;
                find-generic-password) test -f "kept.$5" || exit 44; cat "kept.$5"; echo;;
                delete-generic-password) test -f "kept.$5" || exit 44; rm "kept.$5";;
                esac
                """));
        keepsFindsAndForgets(keys);
        assertThat(seenByAll())
                .containsExactly(
                        "find-generic-password -s rebound -a a1 -w",
                        "delete-generic-password -s rebound -a a1",
                        "-i",
                        "find-generic-password -s rebound -a b2 -w");
        assertThat(folder.resolve("typed"))
                .content()
                .startsWith("add-generic-password -U -s rebound -a a1 -l Rebound -w " + Sealed.of(PASSWORD) + "\n");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void windowsSealsItIntoAFileThatHoldsNoPassword() throws Exception {
        Path sealed = folder.resolve("sealed");
        KeyStore keys = new DataProtection(sealed, program("powershell", """
                case "$*" in
                *Unprotect*) tr 'a-zA-Z' 'n-za-mN-ZA-M';;
                *) tr 'a-zA-Z' 'n-za-mN-ZA-M';;
                esac
                """));
        keepsFindsAndForgets(keys);
        keys.keep("a1", PASSWORD);
        assertThat(sealed.resolve("rebound.a1.sealed")).content().doesNotContain(Sealed.of(PASSWORD));
        String begin = "-NoProfile -NonInteractive -Command Add-Type -AssemblyName System.Security; "
                + "$in = [Console]::In.ReadToEnd().Trim(); ";
        assertThat(seenByAll())
                .hasSize(2)
                .allMatch(line -> line.startsWith(begin) && line.endsWith("$null, 'CurrentUser')))"))
                .anyMatch(line -> line.contains("[Security.Cryptography.ProtectedData]::Protect("))
                .anyMatch(line -> line.contains("[Security.Cryptography.ProtectedData]::Unprotect("));
    }

    /** The exit codes: 44 of {@code security} is "not there", every other one but 0 is a refusal, told without what was said. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aRefusalIsToldWithoutAWordOfTheProgram() throws Exception {
        Path sealed = Files.createDirectories(folder.resolve("sealed"));
        Files.writeString(sealed.resolve("rebound.a1.sealed"), Sealed.of(PASSWORD));
        // It says aloud whatever it was given, as a program that fails may.
        String loud = program("loud", "cat >&2; echo " + Sealed.of(PASSWORD) + " >&2; exit 36\n");
        for (KeyStore keys : List.of(new SecretService(loud), new Keychain(loud), new DataProtection(sealed, loud))) {
            for (ThrowingCallable act :
                    List.<ThrowingCallable>of(() -> keys.password("a1"), () -> keys.keep("a1", PASSWORD))) {
                assertThatThrownBy(act)
                        .as(keys.name())
                        .isInstanceOf(StoreException.class)
                        .hasNoCause()
                        .hasMessageContaining("password at each")
                        .hasMessageNotContaining(Sealed.of(PASSWORD))
                        .hasMessageNotContaining("horse");
            }
        }
        assertThat(new Keychain(program("empty", "exit 44\n")).password("a1")).isEmpty();
        assertThat(new SecretService(program("nothing", "exit 1\n")).password("a1"))
                .isEmpty();
    }

    @Test
    void eachSystemIsAskedByItsOwnProgram() {
        assertThat(KeyStore.of("Mac OS X", folder)).isEqualTo(new Keychain("/usr/bin/security"));
        assertThat(KeyStore.of("Linux", folder)).isEqualTo(new SecretService("secret-tool"));
        assertThat(KeyStore.of("Windows 11", folder))
                .isInstanceOfSatisfying(
                        DataProtection.class,
                        windows -> assertThat(windows.program())
                                .endsWith("\\System32\\WindowsPowerShell\\v1.0\\powershell.exe"));
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
