package dev.rebound.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.report.Rows;
import dev.rebound.words.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables for people: sentences are whole, hashes short; what machines get is whole too. */
class TablesTest {
    private static final String HASH = "3fa9c21bd0e84f6a97b5c3d2e1f00112233445566778899aabbccddeeff00112";

    @TempDir
    Path folder;

    private Typed typed;

    @BeforeEach
    void importEvents() throws IOException {
        typed = new Typed(folder.resolve("store"), "en");
        Path events = Files.writeString(
                folder.resolve("events.json"),
                Typed.EVENTS
                        + "{\"email\":\"anna@example.com\",\"timestamp\":1773475200,\"event\":\"delivered\",\"sg_event_id\":\"e5\",\"sg_message_id\":\"m5\"}\n"
                        + "{\"email\":\"" + HASH
                        + "\",\"timestamp\":1773388900,\"event\":\"processed\",\"sg_event_id\":\"e6\",\"sg_message_id\":\"m6\"}\n");
        typed.run("import", events.toString());
    }

    @Test
    void whyAnAddressIsQuestionableIsWholeAndInWordsForMachinesToo() {
        assertThat(typed.run("invalid", "questionable").out()).contains("a message to it was delivered afterwards");
        var row = typed.run("invalid", "questionable", "--json")
                .json()
                .path("rows")
                .get(0);
        assertThat(row.path("why").asText()).contains("delivered_later");
        assertThat(row.path("why_text").asText()).contains("a message to it was delivered afterwards");
        assertThat(typed.run("invalid", "questionable", "--format", "csv").out())
                .contains("why_text");
    }

    @Test
    void timesOfSentencesAreInTheZoneThatIsAskedFor() throws IOException {
        Path sent = Files.writeString(
                folder.resolve("open.json"),
                "{\"email\":\"open@example.com\",\"timestamp\":1773900000,\"event\":\"processed\",\"sg_event_id\":\"o1\",\"sg_message_id\":\"o1\"}\n");
        typed.run("import", sent.toString());
        assertThat(typed.run("retries", "--zone", "Europe/Paris").out()).contains("2026-03-22T07:00:00+01:00");
        assertThat(typed.run("address", "anna@example.com", "--zone", "Europe/Paris")
                        .out())
                .contains("marked invalid on 2026-03-13T09:01:00+01:00", "2026-03-13T09:00:00+01:00  first seen");
    }

    @Test
    void facetsSpeakWordsForPeopleAndCodesForMachines() {
        assertThat(typed.run("facets", "is:sent", "--field", "reason", "--field", "state")
                        .out())
                .contains("Address does not exist", "Hard bounced")
                .doesNotContain("invalid_recipient");
        assertThat(typed.run("facets", "is:sent", "--field", "reason", "--json").out())
                .contains("\"invalid_recipient\"");
    }

    @Test
    void anAddressOfAStatementWithoutAnyMailIsToldWithItsStatus() throws IOException {
        Path page = Files.writeString(
                folder.resolve("page.json"),
                "{\"emails\":[{\"email\":\"left@example.com\",\"unsubscribed_at\":\"2026-03-13 09:00:00 +0000\"}],\"message\":\"success\"}");
        typed.run("import", page.toString());
        assertThat(typed.run("address", "left@example.com").out()).contains("no event", "Unsubscribed");
    }

    @Test
    void aLineOfTheLedgerSaysWordsAndLeadsToNothingThatIsNotThere() throws IOException {
        Path change = Files.writeString(
                folder.resolve("page.json"),
                "{\"emails\":[{\"email\":\"anna@example.com\",\"unsubscribed_at\":\"2026-03-15 09:00:00 +0000\"}],\"message\":\"success\"}");
        typed.run("import", change.toString());
        assertThat(typed.run("address", "anna@example.com").out().lines())
                .contains("  2026-03-14T08:00:00Z  delivered")
                .anyMatch(line -> line.endsWith("says: Unsubscribed"));
    }

    @Test
    void anOptionThatAViewCannotHeedIsRefused() {
        String bodies = folder.resolve("bodies").toString();
        assertThat(typed.run("invalid", "audit", "--bodies", bodies).code()).isEqualTo(2);
        assertThat(typed.run("invalid", "typos", "--as-of", "2026-03-14").err()).contains("as of today only");
        assertThat(typed.run("invalid", "questionable", "--bodies", bodies).err())
                .contains("1 address written to 1 file. None of them is certainly invalid.");
    }

    @Test
    void theLastColumnIsAsLongAsItIs() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);
        String longest = "x".repeat(300);
        SpokenTable.print(
                new Terminal(InputStream.nullInputStream(), to, to),
                new Words(Locale.UK, CommandLineProgram.class),
                new Rows(List.of("reply", "detail"), List.of(List.of(longest, longest))),
                List.of("reply", "detail"));
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("x…").contains(longest);
    }

    @Test
    void aHashIsShortForPeopleAndWholeForMachines() {
        assertThat(typed.run("find", "address:3fa9*").out())
                .contains("#3fa9c21b…")
                .doesNotContain(HASH);
        assertThat(typed.run("find", "address:3fa9*", "--json").out()).contains(HASH);
        assertThat(typed.run("find", "address:3fa9*", "--format", "csv").out()).contains(HASH);
    }
}
