package dev.rebound.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
}
