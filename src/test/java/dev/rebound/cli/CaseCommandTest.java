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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A case by command: what moved after a second import, what the filter finds of it, and how a colleague gets it. */
class CaseCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FIRST = """
            {"email":"anna@example.com","timestamp":1773388800,"event":"processed","sg_event_id":"e1","sg_message_id":"m1"}
            {"email":"anna@example.com","timestamp":1773388810,"event":"deferred","response":"452 4.2.2 Mailbox full","sg_event_id":"e2","sg_message_id":"m1"}
            {"email":"bruno@example.org","timestamp":1773388800,"event":"processed","sg_event_id":"e3","sg_message_id":"m2"}
            {"email":"bruno@example.org","timestamp":1773388805,"event":"deferred","response":"421 try later","sg_event_id":"e4","sg_message_id":"m2"}
            {"email":"claire@example.net","timestamp":1773388800,"event":"processed","sg_event_id":"e5","sg_message_id":"m3"}
            {"email":"claire@example.net","timestamp":1773388803,"event":"delivered","response":"250 OK","sg_event_id":"e6","sg_message_id":"m3"}
            """;
    private static final String SECOND = """
            {"email":"anna@example.com","timestamp":1773392400,"event":"bounce","type":"bounce","status":"4.2.2","reason":"452 4.2.2 Mailbox full","sg_event_id":"f1","sg_message_id":"m1"}
            {"email":"bruno@example.org","timestamp":1773392401,"event":"delivered","response":"250 OK","sg_event_id":"f2","sg_message_id":"m2"}
            """;

    @TempDir
    Path folder;

    private Path first;
    private Path second;

    private record Ended(int code, String out, String err) {}

    @BeforeEach
    void writeEvents() throws IOException {
        first = Files.writeString(folder.resolve("first.json"), FIRST);
        second = Files.writeString(folder.resolve("second.json"), SECOND);
    }

    private Ended run(String store, String... args) {
        List<String> all = new ArrayList<>(
                List.of("--store", folder.resolve(store).toString(), "--now", "2026-03-13T10:00:00Z", "--zone", "UTC"));
        all.addAll(List.of(args));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Rebound.run(
                all.toArray(String[]::new),
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private JsonNode json(String store, String... args) throws IOException {
        List<String> all = new ArrayList<>(List.of("--json"));
        all.addAll(List.of(args));
        Ended ended = run(store, all.toArray(String[]::new));
        assertThat(ended.code()).as(ended.err()).isLessThanOrEqualTo(1);
        return JSON.readTree(ended.out());
    }

    private long found(String filter) throws IOException {
        return json("own", "find", filter).path("total").asLong();
    }

    @Test
    void everyDeltaOfACaseIsTheDifferenceOfTwoQuestions() throws Exception {
        json("own", "import", first.toString());
        List<String> states = List.of("delivered", "soft_bounced", "open");
        Map<String, Long> before = new HashMap<>();
        for (String state : states) {
            before.put(state, found("state:" + state));
        }
        JsonNode begun = json("own", "case", "begin", "Where are two", "--question", "Two are open");
        assertThat(begun.path("id").asText()).isEqualTo("1");
        assertThat(begun.path("moved")).isEmpty();
        assertThat(begun.path("figures").path("counts").path("gap").asLong()).isEqualTo(2);

        json("own", "import", second.toString());
        JsonNode moved = json("own", "case", "show", "1");
        assertThat(moved.path("adds_up").asBoolean()).isTrue();
        Map<String, Long> deltas = new HashMap<>();
        moved.path("moved")
                .forEach(m -> deltas.put(
                        m.path("figure").asText(),
                        m.path("now").asLong() - m.path("before").asLong()));
        assertThat(deltas)
                .containsEntry("open", -2L)
                .containsEntry("delivered", 1L)
                .containsEntry("soft_bounced", 1L);
        for (String state : states) {
            assertThat(deltas.get(state)).as(state).isEqualTo(found("state:" + state) - before.getOrDefault(state, 0L));
        }
        assertThat(run("own", "--lang", "fr", "case", "list").out()).contains("Where are two", "ouverte", "→");

        assertThat(json("own", "case", "read", "Where are two").path("moved")).isEmpty();
    }

    @Test
    void theFilterFindsWhatIsPinnedByNumberAndByName() throws Exception {
        json("own", "import", first.toString());
        json("own", "case", "begin", "Anna's mail");
        json("own", "case", "begin", "Another");
        assertThat(found("is:pinned")).isZero();
        json("own", "case", "pin", "1", "to:anna@example.com");
        assertThat(json("own", "case", "pin", "2", "to:(anna@example.com, claire@example.net)")
                        .path("pins"))
                .hasSize(2);
        assertThat(found("is:pinned")).isEqualTo(2);
        assertThat(found("case:1")).isEqualTo(1);
        assertThat(found("case:\"anna's mail\"")).isEqualTo(1);
        assertThat(found("enquête:another")).isEqualTo(2);
        assertThat(found("case:anoth*")).isEqualTo(2);
        assertThat(found("NOT is:pinned")).isEqualTo(1);
        assertThat(json("own", "find", "case:1", "--events").path("total").asLong())
                .isEqualTo(2);
        json("own", "case", "remove", "2");
        assertThat(found("is:pinned")).isEqualTo(1);
        assertThat(run("own", "case", "pin", "1", "to:nobody@example.com").code())
                .isEqualTo(2);
        assertThat(run("own", "case", "show", "9").err()).contains("There is no case \"9\"");
    }

    @Test
    void aColleagueFindsThePinnedMessagesInTheSameDataThoughNoAddressIsGiven() throws Exception {
        json("own", "import", first.toString());
        json("own", "case", "begin", "One person", "--filter", "to:anna@example.com");
        json("own", "case", "pin", "1", "to:anna@example.com");
        json("own", "case", "note", "1", "asked by anna@example.com");
        Path given = folder.resolve("given.json");
        assertThat(run("own", "case", "export", "1", "--rows", "-o", given.toString())
                        .code())
                .isZero();
        assertThat(Files.readString(given)).doesNotContain("anna@").contains("Mailbox full", "a…a@e…e.com");
        assertThat(run("own", "case", "export", "1", "-o", given.toString()).code())
                .as("a file is never replaced")
                .isEqualTo(2);

        json("other", "import", first.toString());
        JsonNode taken = json("other", "case", "import", given.toString());
        assertThat(taken.path("pins").get(0).path("found").asBoolean()).isTrue();
        assertThat(json("other", "find", "case:1").path("total").asLong()).isEqualTo(1);
        JsonNode withoutData = json("empty", "case", "import", given.toString());
        assertThat(withoutData.path("pins").get(0).path("found").asBoolean()).isFalse();
        assertThat(run("own", "case", "import", first.toString()).err()).contains("is no case of Rebound");
    }
}
