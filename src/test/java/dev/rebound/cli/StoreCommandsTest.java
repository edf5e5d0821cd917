package dev.rebound.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Backup, restore, encryption and a damaged store by command. */
class StoreCommandsTest {
    @TempDir
    Path folder;

    private Path events;

    @BeforeEach
    void writeEvents() throws IOException {
        events = Files.writeString(folder.resolve("events.json"), Typed.EVENTS);
    }

    private Typed.Ended run(String... args) {
        return new Typed(folder.resolve("store"), "en").run(args);
    }

    @Test
    void aBackupIsPutBackAndWhatWasThereIsKept() {
        run("import", events.toString());
        Path zip = folder.resolve("backup.zip");
        Typed.Ended backup = run("backup", zip.toString(), "--json");
        assertThat(backup.code()).isZero();
        assertThat(backup.json().path("events").asInt()).isEqualTo(4);
        assertThat(backup.json().path("sound").asBoolean()).isTrue();
        run("undo-import", "1");
        Typed.Ended restore = run("restore", zip.toString(), "--json");
        assertThat(restore.code()).as(restore.err()).isZero();
        assertThat(restore.json().path("events").asInt()).isEqualTo(4);
        assertThat(Path.of(restore.json().path("replaced").asText())).exists();
        assertThat(run("check").code()).isZero();
        assertThat(run("restore", events.toString()).code()).isEqualTo(3);
    }

    @Test
    void anEncryptedStoreOpensWithItsPasswordOnly() throws IOException {
        run("import", events.toString());
        Path password = Files.writeString(folder.resolve("password"), "correct horse\n");
        Typed.Ended on = run("encrypt", "--new-password-file", password.toString(), "--json");
        assertThat(on.code()).as(on.err()).isZero();
        assertThat(on.json().path("encrypted").asBoolean()).isTrue();
        Typed.Ended locked = run("gap");
        assertThat(locked.code()).isEqualTo(3);
        assertThat(locked.err()).contains("S10").contains("--password-file");
        Path wrong = Files.writeString(folder.resolve("wrong"), "battery staple");
        assertThat(run("gap", "--password-file", wrong.toString()).err()).contains("S11");
        assertThat(run("gap", "--password-file", password.toString()).code()).isZero();
        assertThat(run("encrypt", "--off", "--password-file", password.toString())
                        .code())
                .isZero();
        assertThat(run("gap").code()).isZero();
    }

    @Test
    void aDamagedStoreShowsWhatIsSoundAndDeservesALook() throws IOException {
        run("import", events.toString());
        Path store = folder.resolve("store").resolve("rebound.mv.db");
        byte[] older = Files.readAllBytes(store);
        run("mark", "valid", "anna@example.com");
        Files.write(store, older);
        Typed.Ended gap = run("gap", "--json");
        assertThat(gap.code()).isEqualTo(1);
        assertThat(gap.err()).contains("lost its last changes").contains("reading only");
        assertThat(gap.json().path("groups").size()).isEqualTo(1);
        Typed.Ended check = run("check");
        assertThat(check.code()).isEqualTo(3);
        assertThat(run("undo-import", "1").code()).isEqualTo(3);
        assertThat(Files.readAllBytes(store)).isEqualTo(older);
    }

    @Test
    void aPersonGetsAllThatIsHeldAboutThem() throws IOException {
        Path broken = Files.writeString(
                folder.resolve("broken.json"), Typed.EVENTS + "{\"email\":\"anna@example.com\" broken\n");
        run("import", broken.toString());
        run("mark", "valid", "anna@example.com");
        Typed.Ended found = run("person", "Anna@example.com");
        assertThat(found.code()).as(found.err()).isZero();
        JsonNode data = found.json();
        assertThat(data.path("messages").get(0).path("events").size()).isEqualTo(2);
        assertThat(data.path("messages")
                        .get(0)
                        .path("events")
                        .get(1)
                        .path("raw")
                        .asText())
                .contains("User unknown");
        assertThat(data.path("unreadable_lines").size()).isEqualTo(1);
        assertThat(data.path("decisions").size()).isEqualTo(1);
        assertThat(found.out()).doesNotContain("bruno");
        assertThat(run("person", "nobody@example.com").code()).isEqualTo(1);
    }

    @Test
    void oldMessagesAreRemovedByCommandAndCounted() {
        run("import", events.toString());
        Typed.Ended would = run("retain", "--older-than", "P3D", "--dry-run", "--json");
        assertThat(would.json().path("messages").asInt()).isEqualTo(1);
        assertThat(would.json().path("kept").asInt()).isEqualTo(1);
        Typed.Ended done = run("retain", "--older-than", "P3D", "--json");
        assertThat(done.code()).as(done.err()).isZero();
        assertThat(done.json().path("counts").get(0).path("state").asText()).isEqualTo("delivered");
        assertThat(run("address", "bruno@example.org").code()).isEqualTo(1);
        assertThat(run("invalid", "list", "--json").json().path("total").asInt())
                .isEqualTo(1);
        assertThat(run("retain", "--older-than", "soon").code()).isEqualTo(2);
    }

    @Test
    void aSoundStoreThatMayOnlyBeReadIsSaidToBeSound() throws IOException {
        run("import", events.toString());
        // Nobody may write where the file should lie that says who has the store open.
        Path lock = folder.resolve("store").resolve("rebound.lock");
        Files.delete(lock);
        Files.createDirectories(lock);
        Typed.Ended check = run("check", "--json");
        assertThat(check.code()).as(check.err()).isZero();
        assertThat(check.err()).contains("reading only");
        assertThat(check.json().path("sound").asBoolean()).isTrue();
        assertThat(check.json().path("problems")).isEmpty();
        Typed.Ended backup = run("backup", folder.resolve("backup.zip").toString());
        assertThat(backup.code()).isZero();
        assertThat(backup.err()).doesNotContain("damaged");
        assertThat(run("gap").code()).isZero();
        assertThat(run("compact").err()).contains("Check its permissions").contains("S06");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "permissions are others there")
    void whatIsWrittenIsForItsOwnerAlone() throws IOException {
        Path broken = Files.writeString(
                folder.resolve("broken.json"), Typed.EVENTS + "{\"email\":\"anna@example.com\" broken\n");
        run("import", broken.toString(), "--rejections", at("rejections.ndjson"));
        run("find", "to:example.com", "-o", at("found.csv"));
        Files.setPosixFilePermissions(folder.resolve("out/found.csv"), PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(run("find", "to:example.com", "-o", at("found.csv"), "--force")
                        .code())
                .isZero();
        run("person", "anna@example.com", "-o", at("anna.json"));
        run("evidence", "--filter", "to:example.com", "--for", "esp", "-o", at("pack.zip"));
        run("backup", at("backup.zip"));
        run("compact");
        run("restore", at("backup.zip"));
        for (String part : List.of("out", "store")) {
            try (Stream<Path> written = Files.walk(folder.resolve(part))) {
                assertThat(written.filter(Files::isRegularFile))
                        .hasSizeGreaterThan(3)
                        .allSatisfy(f -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(f)))
                                .as("%s", f)
                                .isEqualTo("rw-------"));
            }
        }
        try (Stream<Path> folders = Files.walk(folder.resolve("store"))) {
            assertThat(folders.filter(Files::isDirectory))
                    .allSatisfy(f -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(f)))
                            .as("%s", f)
                            .isEqualTo("rwx------"));
        }
    }

    private String at(String name) throws IOException {
        return Files.createDirectories(folder.resolve("out")).resolve(name).toString();
    }
}
