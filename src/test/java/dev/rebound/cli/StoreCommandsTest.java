package dev.rebound.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rebound.Rebound;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backup, restore, encryption and a damaged store by command. */
class StoreCommandsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EVENTS = """
            {"email":"anna@example.com","timestamp":1773388800,"event":"processed","sg_event_id":"e1","sg_message_id":"m1"}
            {"email":"anna@example.com","timestamp":1773388860,"event":"bounce","type":"bounce","status":"5.1.1","reason":"550 5.1.1 User unknown","sg_event_id":"e2","sg_message_id":"m1"}
            {"email":"bruno@example.org","timestamp":1773388800,"event":"processed","sg_event_id":"e3","sg_message_id":"m2"}
            {"email":"bruno@example.org","timestamp":1773388870,"event":"delivered","response":"250 OK","sg_event_id":"e4","sg_message_id":"m2"}
            """;

    @TempDir
    Path folder;

    private Path events;

    /** What a run said and how it ended. */
    private record Ended(int code, String out, String err) {
        JsonNode json() {
            try {
                return JSON.readTree(out);
            } catch (IOException e) {
                throw new AssertionError(out + err, e);
            }
        }
    }

    @BeforeEach
    void writeEvents() throws IOException {
        events = Files.writeString(folder.resolve("events.json"), EVENTS);
    }

    private Ended run(String... args) {
        return runWith("", args);
    }

    private Ended runWith(String input, String... args) {
        List<String> all = new ArrayList<>(List.of(
                "--store",
                folder.resolve("store").toString(),
                "--now",
                "2026-03-20T00:00:00Z",
                "--zone",
                "UTC",
                "--lang",
                "en"));
        all.addAll(List.of(args));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Rebound.run(
                all.toArray(String[]::new),
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aBackupIsPutBackAndWhatWasThereIsKept() {
        run("import", events.toString());
        Path zip = folder.resolve("backup.zip");
        Ended backup = run("backup", zip.toString(), "--json");
        assertThat(backup.code()).isZero();
        assertThat(backup.json().path("events").asInt()).isEqualTo(4);
        assertThat(backup.json().path("sound").asBoolean()).isTrue();
        run("undo-import", "1");
        Ended restore = run("restore", zip.toString(), "--json");
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
        Ended on = run("encrypt", "--new-password-file", password.toString(), "--json");
        assertThat(on.code()).as(on.err()).isZero();
        assertThat(on.json().path("encrypted").asBoolean()).isTrue();
        Ended locked = run("gap");
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
        Ended gap = run("gap", "--json");
        assertThat(gap.code()).isEqualTo(1);
        assertThat(gap.err()).contains("lost its last changes").contains("reading only");
        assertThat(gap.json().path("groups").size()).isEqualTo(1);
        Ended check = run("check");
        assertThat(check.code()).isEqualTo(3);
        assertThat(run("undo-import", "1").code()).isEqualTo(3);
        assertThat(Files.readAllBytes(store)).isEqualTo(older);
    }

    @Test
    void aPersonGetsAllThatIsHeldAboutThem() throws IOException {
        Path broken =
                Files.writeString(folder.resolve("broken.json"), EVENTS + "{\"email\":\"anna@example.com\" broken\n");
        run("import", broken.toString());
        run("mark", "valid", "anna@example.com");
        Ended found = run("person", "Anna@example.com");
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
        Ended would = run("retain", "--older-than", "P3D", "--dry-run", "--json");
        assertThat(would.json().path("messages").asInt()).isEqualTo(1);
        assertThat(would.json().path("kept").asInt()).isEqualTo(1);
        Ended done = run("retain", "--older-than", "P3D", "--json");
        assertThat(done.code()).as(done.err()).isZero();
        assertThat(done.json().path("counts").get(0).path("state").asText()).isEqualTo("delivered");
        assertThat(run("address", "bruno@example.org").code()).isEqualTo(1);
        assertThat(run("invalid", "list", "--json").json().path("total").asInt())
                .isEqualTo(1);
        assertThat(run("retain", "--older-than", "soon").code()).isEqualTo(2);
    }
}
