package dev.rebound.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rebound.cli.Typed.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is typed wrongly is told in one sentence of the person's language, with what to do next. */
class MistypedTest {
    @TempDir
    Path folder;

    private Typed english;
    private Typed french;
    private Path events;

    @BeforeEach
    void importEvents() throws IOException {
        english = new Typed(folder.resolve("store"), "en");
        french = new Typed(folder.resolve("store"), "fr");
        events = Files.writeString(folder.resolve("events.json"), Typed.EVENTS);
        english.run("import", events.toString());
    }

    private List<List<String>> mistakes() {
        return List.of(
                List.of("gap", "--now", "hello"),
                List.of("gap", "--zone", "Mars/X"),
                List.of("gap", "--lang", "de"),
                List.of("gap", "--by", "foo"),
                List.of("gap", "--nonsense"),
                List.of("gapp"),
                List.of("find", "--limit", "many"),
                List.of("find", "--limit", "-3"),
                List.of("find", "--format", "yaml"),
                List.of("undo-import", "first"),
                List.of("undo-import"),
                List.of("invalid", "list", "--as-of", "nonsense"),
                List.of("invalid", "everything"),
                List.of("coverage", "--from", "soon"),
                List.of("mark", "foo", "anna@example.com"),
                List.of("facets", "--field", "resaon"),
                List.of("histogram", "--step", "year"),
                List.of("corrections", "--add", "550 x", "--as", "block policy"),
                List.of("evidence", "--campaign", "x", "--for", "friends", "-o", "pack.zip"),
                List.of("import", "x.json", "--as", "telepathy"),
                List.of("retain", "--older-than", "soon"),
                List.of(
                        "reconcile",
                        "--figures",
                        folder.resolve("no-figures.csv").toString()),
                List.of("resend", "--exclude", folder.toString()),
                List.of("find", "", "-o", folder.resolve("no/such/rows.csv").toString()),
                List.of(
                        "encrypt",
                        "--new-password-file",
                        folder.resolve("no-password").toString()));
    }

    @Test
    void everyMistakeIsOneSentenceWithoutTheWordsOfTheMachine() {
        for (List<String> typed : mistakes()) {
            Ended ended = english.run(typed.toArray(String[]::new));
            assertThat(ended.code()).as(typed.toString()).isIn(2, 3);
            assertThat(ended.out()).as(typed.toString()).isEmpty();
            assertThat(ended.err().strip().lines()).as(typed.toString()).hasSize(1);
            assertThat(ended.err())
                    .as(typed.toString())
                    .doesNotContain("Exception", "java.", "unexpected", "Usage:", "parsed");
        }
    }

    @Test
    void theSentencesAreFrenchForAFrenchPerson() {
        for (List<String> typed : mistakes()) {
            String said = french.run(typed.toArray(String[]::new)).err();
            assertThat(said)
                    .as(typed.toString())
                    .containsPattern(" (est|n'est|n'y|ne|pas|ou|manque|avec|de|les) ")
                    .doesNotContain(" is ", " no ", "There ", " the ", "Use ", "Say ");
        }
    }

    @Test
    void theLanguageIsKnownWhereverItStands() {
        assertThat(Typed.bare("gap", "--by", "foo", "--lang", "fr").err()).contains("Les choix sont");
        assertThat(Typed.bare("gap", "--nonsense", "--lang=fr").err()).contains("pas d'option");
        assertThat(Typed.bare("gap", "--lang", "de").err()).contains("There is no language \"de\"", "en, fr");
    }

    @Test
    void aFileThatExistsIsReplacedOnlyOnRequest() throws IOException {
        Path there = Files.writeString(folder.resolve("there.json"), "mine");
        for (List<String> typed : List.of(
                List.of("find", "is:hard", "-o", there.toString()),
                List.of("person", "anna@example.com", "-o", there.toString()),
                List.of("corrections", "--export", there.toString()),
                List.of("import", events.toString(), "--rejections", there.toString()))) {
            Ended ended = english.run(typed.toArray(String[]::new));
            assertThat(ended.code()).as(typed.toString()).isEqualTo(2);
            assertThat(ended.err()).as(typed.toString()).contains("there.json exists already", "--force");
            assertThat(there).hasContent("mine");
            String[] forced = java.util.stream.Stream.concat(typed.stream(), java.util.stream.Stream.of("--force"))
                    .toArray(String[]::new);
            assertThat(english.run(forced).code()).as(typed.toString()).isZero();
            assertThat(Files.readString(there)).as(typed.toString()).isNotEqualTo("mine");
            Files.writeString(there, "mine");
        }
    }

    @Test
    void aWrongVerdictIsToldAllThatAreRightAndAnUnknownOneIsNotRemoved() {
        assertThat(english.run("corrections", "--add", "550 x", "--as", "block policy")
                        .err())
                .contains("policy_block", "mailbox_full", "undetermined");
        Ended unknown = english.run("corrections", "--remove", "550 never said");
        assertThat(unknown.code()).isEqualTo(1);
        assertThat(unknown.err()).contains("none was removed");
        english.run("corrections", "--add", "550 never said", "--as", "soft mailbox_full");
        assertThat(english.run("corrections", "--remove", "550 never said").code())
                .isZero();
    }

    @Test
    void anAddressWithATypoIsToldTheOnesThatAreThere() {
        Ended text = english.run("address", "ana@example.com");
        assertThat(text.code()).isEqualTo(1);
        assertThat(text.out()).contains("Similar addresses in this data: anna@example.com");
        assertThat(english.run("address", "ana@example.com", "--json")
                        .json()
                        .path("similar")
                        .get(0)
                        .asText())
                .isEqualTo("anna@example.com");
        assertThat(english.run("address", "anna@example.com", "--json").json().path("similar"))
                .isEmpty();
    }

    @Test
    void aTableThatIsCutSaysSo() {
        assertThat(english.run("find", "--limit", "1").out()).contains("2 messages", "1 of 2 shown", "--limit N");
        assertThat(english.run("find").out()).doesNotContain("shown");
    }

    @Test
    void oneIsOne() {
        assertThat(english.run("mark", "valid", "anna@example.com").out()).contains("1 address marked.");
        assertThat(french.run("mark", "none", "anna@example.com").out()).contains("1 adresse marquée.");
        assertThat(english.run("check").out()).contains("1 import, ");
    }
}
