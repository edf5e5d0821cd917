package dev.rebound.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rebound.Rebound;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a person types in one language over one store, and what comes back. */
record Typed(Path store, String language) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Two messages, one delivered, one bounced hard. */
    static final String EVENTS = """
            {"email":"anna@example.com","timestamp":1773388800,"event":"processed","sg_event_id":"e1","sg_message_id":"m1"}
            {"email":"anna@example.com","timestamp":1773388860,"event":"bounce","type":"bounce","status":"5.1.1","reason":"550 5.1.1 User unknown","sg_event_id":"e2","sg_message_id":"m1"}
            {"email":"bruno@example.org","timestamp":1773388800,"event":"processed","sg_event_id":"e3","sg_message_id":"m2"}
            {"email":"bruno@example.org","timestamp":1773388870,"event":"delivered","response":"250 OK","sg_event_id":"e4","sg_message_id":"m2"}
            """;

    /** What a run said and how it ended. */
    record Ended(int code, String out, String err) {
        JsonNode json() {
            try {
                return JSON.readTree(out);
            } catch (IOException e) {
                throw new AssertionError(out + err, e);
            }
        }
    }

    Ended run(String... args) {
        return runWith("", args);
    }

    /** The same with a text on standard input. */
    Ended runWith(String input, String... args) {
        List<String> all = new ArrayList<>(
                List.of("--store", store.toString(), "--now", "2026-03-20T00:00:00Z", "--zone", "UTC", "--lang"));
        all.add(language);
        all.addAll(List.of(args));
        return program(input, all.toArray(String[]::new));
    }

    /** Nothing but these words. */
    static Ended bare(String... args) {
        return program("", args);
    }

    private static Ended program(String input, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Rebound.run(
                args,
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
